package dev.waymark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.answer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsFileTest {

  private static final String GOOD =
      """
      {"id": "good", "q": "Which one?", "gold": ["step-1"]}
      """
          .strip();

  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("questions.jsonl"), String.join("\n", lines));
  }

  private List<JudgedQuestion> read(String... lines) throws Exception {
    return QuestionsFile.read(file(lines));
  }

  @Test
  @DisplayName("a line may say all that there is to a question")
  void everything() throws Exception {
    assertThat(
            read(
                """
                {"id": "a1", "q": "and without one?", "gold": ["step-1", "faq-2"], "kind": "follow-up", \
                "context": ["do I need a degree"], "answer_must_contain": ["70"], "half": "tune", \
                "abstain_ok": true}"""))
        .containsExactly(
            new JudgedQuestion(
                "a1",
                new Question("and without one?", List.of("do I need a degree")),
                "follow-up",
                Set.of("step-1", "faq-2"),
                List.of("70"),
                "tune",
                true));
  }

  @Test
  @DisplayName("id, question and gold are enough; fields that nobody knows are ignored")
  void minimal() throws Exception {
    JudgedQuestion expected =
        new JudgedQuestion("a", Question.of("?"), "", Set.of(), List.of(), "", false);

    assertThat(read("{\"id\":\"a\",\"q\":\"?\",\"gold\":[]}")).containsExactly(expected);
    assertThat(read("{\"id\":\"a\",\"q\":\"?\",\"gold\":[],\"note\":{\"by\":[1,null]},\"x\":2}"))
        .containsExactly(expected);
  }

  @Test
  @DisplayName("the turns before may be a text or a list of texts, or nothing")
  void context() throws Exception {
    String line = "{\"id\":\"%s\",\"q\":\"?\",\"gold\":[],\"context\":%s}";

    assertThat(
            read(
                line.formatted("a", "\"one\""),
                line.formatted("b", "[\"one\",\"two\"]"),
                line.formatted("c", "[]"),
                line.formatted("d", "null")))
        .extracting(q -> q.question().earlier())
        .containsExactly(List.of("one"), List.of("one", "two"), List.of(), List.of());
  }

  @Test
  @DisplayName("blank lines, line ends of Windows and a byte order mark are no faults")
  void editors() throws Exception {
    assertThat(read("\uFEFF" + GOOD + "\r", "", "  \t\r", GOOD.replace("good", "good2") + "\r", ""))
        .extracting(JudgedQuestion::id)
        .containsExactly("good", "good2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                                    | is no JSON object   | write {
          {"id":"a","q":"?","gold":[]                 | is no JSON object   | write {
          {"id":"a","q":"?","gold":[]} {"id":"b"}     | is no JSON object   | write {
          {"id":"a","q":"?","gold":[]},               | see column 29       | write {
          {'id':'a'}                                  | see column 2        | write {
          ["id","q"]                                  | is no JSON object   | write {
          "text"                                      | is no JSON object   | write {
          null                                        | is no JSON object   | write {
          {}                                          | has no text "id"    | write {
          {"id":7,"q":"?","gold":[]}                  | has no text "id"    | write {
          {"id":"a","question":"?","gold":[]}         | has no text "q"     | write {
          {"id":"a","q":["?"],"gold":[]}              | has no text "q"     | write {
          {"id":"a","q":"?"}                          | has no list "gold"  | [] says
          {"id":"a","q":"?","gold":"step-1"}          | has no list "gold"  | [] says
          {"id":"a","q":"?","gold":["step-1",2]}      | "gold" holds 2      | in quotes
          {"id":"a","q":"?","gold":[null]}            | "gold" holds null   | in quotes
          {"id":"good","q":"?","gold":[]}             | is there twice      | unique
          """)
  void aBadLineIsNamedWithWhatToDo(String line, String what, String toDo) throws IOException {
    Path file = file(GOOD, "", line, GOOD);

    assertThatThrownBy(() -> QuestionsFile.read(file))
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .message()
        .startsWith(file + ":3: ")
        .contains(what, toDo)
        .doesNotContain("\n", "Source", "Exception");
  }

  @Test
  @DisplayName("a line nested deeper than anything is named, too")
  void nested() throws IOException {
    Path file = file("[".repeat(20_000));

    assertThatThrownBy(() -> QuestionsFile.read(file))
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .hasMessageStartingWith(file + ":1: ")
        .hasMessageContaining("write {");
  }

  @Test
  @DisplayName("a file that is missing, empty, binary or a folder is named with what to do")
  void noFile() throws IOException {
    Path missing = folder.resolve("missing.jsonl");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThatThrownBy(() -> QuestionsFile.read(missing))
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .hasMessage(missing + ": is missing: name a file of judged questions");
    assertThatThrownBy(() -> read("", " "))
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .hasMessageContaining("holds no questions: write a JSON object a line");
    for (Path unreadable : List.of(binary, folder)) {
      assertThatThrownBy(() -> QuestionsFile.read(unreadable))
          .isInstanceOf(QuestionsFile.BadQuestions.class)
          .hasMessageStartingWith(unreadable + ": cannot be read as UTF-8 text");
    }
  }
}
