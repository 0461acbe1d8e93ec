package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideWords;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {

  private static final QuestionReader READER =
      new QuestionReader(TinyGuide.guide(), WordPieceTest.read());

  private static String text(String question) {
    return READER.read(question).text();
  }

  @ParameterizedTest(name = "{0} is read as {1}")
  @CsvSource(
      textBlock =
          """
          backned jobs,              backend jobs
          learn djnago,              learn django
          which certifcations,       which certifications
          certificatoins,            certifications
          pythn or java,             python or java
          tabels and joinz,          tables and joins
          """)
  void typosAreMendedAgainstTheGuidesWords(String typed, String read) {
    assertThat(text(typed)).isEqualTo(read);
    assertThat(READER.read(typed).unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how long is the commute", // the guide has "compute"
        "form a company", // … "from"
        "is it a bad idea", // … "band"
        "coding", // only its stem is known
        "kubernetes clusters", // a word of which the guide knows nothing
        "djn", // too short to tell
      })
  void realWordsAreLeftAlone(String question) {
    assertThat(text(question)).isEqualTo(question);
  }

  @Test
  @DisplayName("two words of the guide are not taken for each other")
  void guideWords() {
    assertThat(text("index or indexes, join or joins"))
        .isEqualTo("index or indexes, join or joins");
  }

  @ParameterizedTest(name = "{0} is read as {1}")
  @CsvSource({
    "pleeeease, please",
    "goooood, good",
    "whaaaat is sqllll, what is sql",
    "djaaango, django",
    "pyyyythonnnn, python",
    "too good, too good"
  })
  void stretchedLettersAreLetGo(String typed, String read) {
    assertThat(text(typed)).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0} is read as {1}")
  @CsvSource({
    "can u help, can you help",
    "is uni needed 4 this, is university needed for this",
    "IDK, i do not know",
    "which db, which database",
    "i am a be dev, i am a backend developer",
    "to be developed, to be developed"
  })
  void slangIsSpelledOut(String typed, String read) {
    assertThat(text(typed)).isEqualTo(read);
  }

  @Test
  @DisplayName("a longer phrase of slang goes before a shorter one in it")
  void longestSlang() {
    Guide guide = TinyGuide.guide();
    var words =
        new GuideWords(
            List.of(),
            List.of("be => backend", "be dev => backend developer", "dev, developer"),
            List.of(),
            List.of());
    var reader =
        new QuestionReader(
            new Guide(
                guide.info(),
                guide.sections(),
                guide.refusals(),
                guide.tips(),
                words,
                guide.phrasings(),
                guide.languages()),
            WordPieceTest.read());

    assertThat(reader.read("be dev").text()).isEqualTo("backend developer");
    assertThat(reader.read("dev").text()).isEqualTo("developer");
  }

  @Test
  @DisplayName("a name, with a capital inside a sentence, is kept and set apart")
  void names() {
    QuestionReader.Words read = READER.read("Does Kubrickly hire? I heard Zalondo and Djanga do.");

    assertThat(read.names()).containsExactly("kubrickly", "zalondo", "djanga");
    assertThat(read.text()).contains("kubrickly", "zalondo", "djanga");
    assertThat(read.unknown()).contains("kubrickly", "zalondo");
  }

  @Test
  @DisplayName(
      "a capital at the beginning of a sentence, or of a word of the guide's, makes no name")
  void noNames() {
    assertThat(READER.read("Zalondo hires. Kubrickly too").names()).isEmpty();
    assertThat(READER.read("should I learn Python or SQL").names()).isEmpty();
  }

  @Test
  @DisplayName("words that nothing explains are set apart, once each and in order")
  void unknown() {
    assertThat(READER.read("zorblax and florpen and zorblax").unknown())
        .containsExactly("zorblax", "florpen");
  }

  @Test
  @DisplayName("other professions are found, in singular and plural, the guide's own is not")
  void occupations() {
    assertThat(READER.read("can a nurse become one").occupations()).containsExactly("nurse");
    assertThat(READER.read("nurses or data scientists?").occupations())
        .containsExactly("nurses", "data scientists");
    assertThat(READER.read("backend developers, or any developer").occupations()).isEmpty();
    assertThat(READER.read("data about a scientist").occupations()).isEmpty();
  }

  @Test
  @DisplayName("names with signs and numbers with commas are one word each")
  void signs() {
    assertThat(READER.read("C++, C#, node.js, tcp/ip and front-end for $70,000?").words())
        .containsExactly("c++", "c#", "node.js", "tcp/ip", "and", "front-end", "for", "70,000");
    assertThat(text("$70,000 a year")).isEqualTo("$70,000 a year");
    assertThat(READER.read("1,2 or 3").words()).containsExactly("1", "2", "or", "3");
  }

  @Test
  @DisplayName("a curly apostrophe is a straight one")
  void apostrophe() {
    assertThat(text("what’s it")).isEqualTo(text("what's it")).isEqualTo("what's it");
  }

  @Test
  @DisplayName("what was read is read the same again")
  void stable() {
    String read = text("wich certifcations do u need 4 djnago");
    assertThat(text(read)).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#texts")
  void anyTextIsRead(String question) {
    QuestionReader.Words read = READER.read(question);

    assertThat(read.words()).doesNotContain("").doesNotContainNull();
    assertThat(read.names()).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("100,000 characters joined by signs do not overflow the stack")
  void endless() {
    assertThat(READER.read("a/b-c.".repeat(17_000)).words()).isNotEmpty();
  }
}
