package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.LanguageReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignLanguageTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final QuestionReader READER = new QuestionReader(GUIDE, WordPieceTest.read());
  private static final ForeignLanguage LANGUAGES = new ForeignLanguage("en", GUIDE.languages());

  private static Reading reading(String text) {
    return READER.read(text).with(Vector8.of(new float[SentenceEncoder.DIMENSIONS]));
  }

  private static Optional<String> language(String text) {
    return LANGUAGES.of(text, reading(text)).map(LanguageReply::name);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          German   | Wie viel verdient man am Anfang?
          German   | brauche ich ein studium um entwickler zu werden
          Spanish  | ¿Cuánto se gana al principio?
          Spanish  | Necesito un titulo para ser desarrollador
          French   | Combien gagne un débutant dans ce métier ?
          Russian  | Сколько зарабатывает начинающий разработчик?
          Russian  | Нужен ли диплом?
          Japanese | 初心者はどの言語を学ぶべきですか
          Japanese | 学位は必要ですか？
          """)
  void anotherLanguageIsRecognized(String language, String text) {
    assertThat(language(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do I need a degree",
        "Which language should I learn first, Python or Java?",
        "how much do u earn lol",
        "yo whats gud fam, any tips 4 me",
        "tbh ngl idk wtf imo smh lmao",
        "is kubernetes or terraform or ansible better",
        "public static void main(String[] args) { foo.bar(); }",
        "for (int i = 0; i < n; i++) sum += arr[i];",
        "SELECT * FROM users WHERE id = 1",
        "is a café a good place for a meetup",
        "sql?",
        "hola",
        "😀😀😀",
        "12345 67890 $70,000",
      })
  void englishSlangAndCodeAreNot(String text) {
    assertThat(language(text)).isEmpty();
  }

  @Test
  @DisplayName("the reply is the language's own")
  void reply() {
    String text = "Wie viel verdient man am Anfang?";
    assertThat(LANGUAGES.of(text, reading(text)).orElseThrow().reply()).contains("Englisch");
  }

  @Test
  @DisplayName("a language without a reply is not replied to, nor is any where there are none")
  void noReply() {
    var german = new ForeignLanguage("en", List.of(new LanguageReply("de", "German", "Englisch")));
    String russian = "Сколько зарабатывает начинающий разработчик?";

    assertThat(german.of(russian, reading(russian))).isEmpty();
    assertThat(new ForeignLanguage("en", List.of()).of(russian, reading(russian))).isEmpty();
  }

  @Test
  @DisplayName("Norwegian and Chinese are known by the codes people write")
  void codes() {
    var languages =
        new ForeignLanguage(
            "en",
            List.of(
                new LanguageReply("no", "Norwegian", "Engelsk"),
                new LanguageReply("zh", "Chinese", "英文"),
                new LanguageReply("x-?", "Nothing", "")));
    String norwegian = "Hvor mye tjener en nyutdannet utvikler i begynnelsen av karrieren?";
    String chinese = "初级开发人员的工资是多少？我需要大学学位吗？";

    assertThat(languages.of(norwegian, reading(norwegian))).map(LanguageReply::code).contains("no");
    assertThat(languages.of(chinese, reading(chinese))).map(LanguageReply::code).contains("zh");
  }

  @Test
  @DisplayName("the guide's own language is never foreign")
  void own() {
    var german =
        new ForeignLanguage("de", List.of(new LanguageReply("de", "German", "Auf Deutsch.")));
    String text = "Wie viel verdient man am Anfang?";

    assertThat(german.of(text, reading(text))).isEmpty();
  }

  @Test
  @DisplayName("many at once are all told")
  void together() throws Exception {
    String german = "Wie viel verdient man am Anfang?";
    Reading reading = reading(german);

    assertThat(Together.run(16, () -> LANGUAGES.of(german, reading).isPresent()))
        .containsOnly(true);
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#known")
  void anyTextIsLookedAt(String text) {
    assertThat(LANGUAGES.of(text, reading(text)))
        .matches(reply -> reply.isEmpty() || GUIDE.languages().contains(reply.get()));
  }
}
