package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One article in many forms is one guide. */
class ArticleFormsTest {

  // A kind and a text a line: the title, parts, pieces of parts, paragraphs, list entries.
  private static final String ARTICLE =
      """
      1 How to Become a Clock Maker
      p Time can be learnt, if you take it.
      2 Steps to Become a Clock Maker
      3 Step 1: Take Apart an Alarm Clock
      p Draw each wheel before you move it, and
      3 Step 2: Find a Workshop
      p Old masters look for young hands.
      - Bring your drawings.
      - Bring patience.
      2 Clock Maker Roles and Responsibilities
      p Two things fill the week.
      3 Repair
      - Clean worn movements.
      3 Restoration
      - Rebuild what is lost.
      2 What Does a Clock Maker Do?
      p Most of it is cleaning.
      2 Essential Clock Maker Skills
      - Eyesight: Loupes help, but not with all of it.
      - Patience: Wheels do not hurry.
      2 Clock Maker Career Path
      3 Junior Clock Maker
      p You clean.
      3 Clock Maker
      p You repair.
      2 Clock Maker Salary
      3 Entry-Level Clock Maker
      - Median Salary: $30,000 – $38,000 per year
      3 Senior Clock Maker
      - Median Salary: $45,000 – $60,000+ per year
      2 Clock Maker Work Environment
      p A quiet room that ticks.
      2 FAQs About Becoming a Clock Maker
      3 Is it stressful?
      p Only at midnight.
      3 Can I learn it without a degree?
      p Yes, with a master’s help.
      2 Conclusion
      p Wind your first clock today.
      """;

  @TempDir Path folder;
  private List<String> expected = List.of();

  private static String written(String part, String piece, String paragraph, String item) {
    return ARTICLE
        .lines()
        .map(
            line ->
                switch (line.charAt(0)) {
                  case '1' -> title(part).formatted(line.substring(2));
                  case '2' -> part.formatted(line.substring(2));
                  case '3' -> piece.formatted(line.substring(2));
                  case 'p' -> paragraph.formatted(line.substring(2));
                  default -> item.formatted(line.substring(2));
                })
        .collect(Collectors.joining());
  }

  private static String title(String part) {
    return part.startsWith("<h") ? "<h1>%s</h1>\n" : part.startsWith("#") ? "# %s\n\n" : "%s\n\n";
  }

  private List<String> guide(String name, String text) {
    return Imported.text(name, text, folder).guide().sections().stream()
        .map(s -> s.id() + "\n" + s.title() + "\n" + s.body() + "\n" + s.details())
        .toList();
  }

  @BeforeEach
  void importPlainText() {
    expected = guide("expected.txt", written("%s\n", "%s\n", "%s\n", "- %s\n"));
    assertThat(expected).hasSize(17);
  }

  @Test
  void markdown() {
    String text = written("\n## %s\n\n", "\n### %s\n\n", "%s\n\n", "* %s\n");

    assertThat(guide("a.md", text)).isEqualTo(expected);
    assertThat(guide("markdown.txt", text)).isEqualTo(expected);
  }

  @Test
  void markdownWithBoldLinesForHeadings() {
    String text = written("\n**%s**\n\n", "\n**%s**\n\n", "%s\n\n", "+ %s\n");

    assertThat(guide("bold.md", text)).isEqualTo(expected);
  }

  @Test
  void html() {
    String text =
        written("<h2>%s</h2>\n", "<h3>%s</h3>\n", "<p>%s</p>\n", "<ul><li>%s</li></ul>\n");

    assertThat(guide("a.html", "<!doctype html><body>" + text)).isEqualTo(expected);
    assertThat(guide("html.txt", text)).isEqualTo(expected);
    assertThat(guide("oneline.html", text.replace("\n", ""))).isEqualTo(expected);
  }

  @Test
  void htmlWithFlatOrBoldHeadings() {
    String flat = written("<h2>%s</h2>", "<h2>%s</h2>", "<p>%s</p>", "<ul><li>%s</li></ul>");
    String bold =
        written("<p><b>%s</b></p>", "<p><strong>%s</strong></p>", "<div>%s</div>", "<li>%s</li>");

    assertThat(guide("flat.html", flat)).isEqualTo(expected);
    assertThat(guide("bold.html", "<html><body>" + bold)).isEqualTo(expected);
  }

  @Test
  void plainTextWithEmptyLinesAndOtherMarks() {
    String text = written("\n%s\n\n", "%s\n\n", "%s\r\n\r\n", "\t• %s\n");

    assertThat(guide("a.txt", text)).isEqualTo(expected);
    assertThat(guide("text.md", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Step %d – ",
        "Step %d. ",
        "STEP %d: ",
        "Step %d) ",
        "step #%d - ",
        "Step %d of 2: ",
        "Step No. %d — ",
        "%d. ",
        "%d) "
      })
  void marksOfSteps(String mark) {
    String text = written("%s\n", "%s\n", "%s\n", "- %s\n");
    String other =
        text.replace("Step 1: ", mark.formatted(1)).replace("Step 2: ", mark.formatted(2));

    assertThat(guide("marks.txt", other)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Step 1\n", "Step One: ", "Step 1 "})
  void moreMarksOfSteps(String mark) {
    String text = written("%s\n", "%s\n", "%s\n", "- %s\n");

    assertThat(guide("more.txt", text.replace("Step 1: ", mark))).isEqualTo(expected);
  }

  @Test
  void markdownStepsWithoutTheWord() {
    String text = written("\n## %s\n\n", "\n### %s\n\n", "%s\n\n", "* %s\n");

    assertThat(guide("no.md", text.replaceAll("Step \\d: ", ""))).isEqualTo(expected);
    assertThat(guide("n.md", text.replaceAll("Step (\\d): ", "$1. "))).isEqualTo(expected);
  }

  @Test
  void questionsAndAnswers() {
    String text = written("%s\n", "%s\n", "%s\n", "- %s\n");
    String marked = text.replaceAll("(?m)^(Is it .*|Can I .*)\n(.*)$", "Q: $1\nA: $2");
    String oneLine = text.replaceAll("(?m)^(Is it .*|Can I .*)\n(.*)$", "Q1. $1 A: $2");

    assertThat(guide("qa.txt", marked)).isEqualTo(expected);
    assertThat(guide("qa1.txt", oneLine)).isEqualTo(expected);
  }

  @Test
  void foldedQuestions() {
    String text =
        written("<h2>%s</h2>\n", "<h3>%s</h3>\n", "<p>%s</p>\n", "<ul><li>%s</li></ul>\n");
    String folded =
        text.replaceAll(
            "<h3>([^<]*\\?)</h3>\n<p>(.*?)</p>",
            "<details class=\"accordion\"><summary><span>$1</span></summary><div>$2</div></details>");

    assertThat(guide("details.html", folded)).isEqualTo(expected);
    assertThat(
            guide(
                "bold-questions.html",
                text.replaceAll(
                    "<h3>([^<]*\\?)</h3>\n<p>(.*?)</p>", "<p><strong>$1</strong><br>$2</p>")))
        .isEqualTo(expected);
  }

  @Test
  void wrappedText() {
    String text = written("\n%s\n\n", "%s\n\n", "%s\n\n", "- %s\n");
    String longLine =
        "A clock has a train of wheels, a spring or a weight that drives it, and an escapement that"
            + " lets go one tooth at a time, which is what you hear at night in a quiet house";
    String wrapped = longLine.replaceAll("(.{50,60}) ", "$1\n");
    assertThat(wrapped.lines()).hasSizeGreaterThan(2);

    Imported guide =
        Imported.text(
            "wrapped.txt", text.replace("You clean.", wrapped + "\n\n" + wrapped), folder);

    assertThat(guide.body("path-junior")).isEqualTo(longLine + "\n\n" + longLine);
  }

  @Test
  void encodings() throws Exception {
    String text = written("%s\n", "%s\n", "%s\n", "- %s\n");
    for (Charset charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("cp1252"))) {
      Path article = folder.resolve(charset.name() + ".txt");
      String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
      Files.write(article, (mark + text).getBytes(charset));

      Path guide = folder.resolve("guide-" + charset.name());
      ArticleImporter.importArticle(article, guide);

      assertThat(guide.resolve("faq/without-degree.md")).content().contains("a master’s help");
    }
  }
}
