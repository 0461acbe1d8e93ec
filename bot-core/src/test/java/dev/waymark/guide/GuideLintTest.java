package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideLintTest {

  @TempDir Path temp;
  private GuideFolder guide;

  @BeforeEach
  void writeGuide() {
    guide = GuideFolder.withOneSection(temp);
  }

  @Test
  @DisplayName("the shipped guide has no fault")
  void shipped() {
    Path data = GuideFolder.shipped();

    assertThat(
            GuideReader.lint(
                    data.resolve("backend-systems-developer"), Optional.of(data.resolve("common")))
                .faults())
        .isEmpty();
  }

  @Test
  @DisplayName("a fault of each kind in one folder: all are named at once; * forbids its use")
  void everyFault() throws IOException {
    new FaultyGuide(guide).write();

    assertThat(String.join("\n", guide.markedLintFaults()) + "\n")
        .isEqualTo(golden("every-fault.txt"));
  }

  private static String golden(String name) throws IOException {
    try (var file = GuideLintTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("a missing summary, region, year and reason are no faults")
  void optional() {
    guide
        .section(
            "salaries/a.md",
            "id: salary-a\nkind: salary\ntitle: A\nlow: 1\nhigh: 2\ncurrency: USD\nperiod: hour\n"
                + "source: a book")
        .section("refusals/a.md", "id: refusal-a\nkind: refusal\ntitle: A\nasks: [a]");

    assertThat(guide.lintFaults()).isEmpty();
  }

  @Test
  @DisplayName("a figure without its currency, period or source is not shown")
  void incompleteSalary() {
    guide.section(
        "salaries/a.md", "id: salary-a\nkind: salary\ntitle: A\nlow: 1\nhigh: 2\ncurrency: USD");

    assertThat(guide.read().guide().section("salary-a").orElseThrow().details())
        .isEqualTo(new Section.Plain());
    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/salaries/a.md:2: a salary needs \"period\": without it, the figures are not shown",
            "guide/salaries/a.md:2: a salary needs \"source\": without it, the figures are not shown");
  }

  @Test
  @DisplayName("a gap in the steps is named, unless the missing step cannot be read")
  void gap() {
    guide
        .section("steps/1.md", "id: step-1\nkind: step\ntitle: One\norder: 1")
        .section("steps/3.md", "id: step-3\nkind: step\ntitle: Three\norder: 3");
    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/steps/3.md:5: order 3 leaves out 2: number the steps 1, 2, 3 and so on");

    guide.section("steps/2.md", "id: step-2\nkind: step\norder: 2");
    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/steps/2.md:2: \"title\" is missing or no text: every section and refusal needs one");
  }

  @Test
  @DisplayName("what a guide repeats of the shared refusals is reported in the guide")
  void sharedAsks() {
    guide
        .section("faq/b.md", "id: faq-b\nkind: faq\ntitle: B\nasks: [taxes please]")
        .common(
            "refusals/tax.md", "---\nid: refusal-tax\ntitle: T\nasks: [Taxes, please!]\n---\nNo.")
        .common(
            "refusals/tax2.md", "---\nid: refusal-t2\ntitle: T\nasks: [taxes please]\n---\nNo.");

    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/faq/b.md:5: ask \"taxes please\" is an ask of \"refusal-t2\" too: keep it where"
                + " it fits best");
  }

  @Test
  @DisplayName("reading to use a guide leaves the dear checks out, but no fault that forbids it")
  void readIsCheaper() {
    guide
        .section("faq/b.md", "id: faq-b\nkind: faq\ntitle: B\nsee: [nowhere]\nasks: [x, x]")
        .section("faq/c.md", "id: faq-b\nkind: faq\ntitle: C");

    assertThat(guide.readFaults())
        .containsExactly(
            "guide/faq/c.md:2: id \"faq-b\" is taken by guide/faq/b.md: give this one another");
    assertThat(guide.lintFaults()).hasSize(3).containsAll(guide.readFaults());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1B, 0x7F, 0x9B, 0x200B, 0x202E, 0x2028, 0x2066, 0x2069, 0xFEFF})
  @DisplayName("a character that no editor sees is named with its line, wherever it stands")
  void invisible(int codePoint) {
    String unseen = Character.toString(codePoint);
    guide
        .guide(
            "faq/b.md",
            "---\nid: faq-b\nkind: faq\ntitle: B\n---\nOne.\n\nTwo" + unseen + " three.")
        .guide("refusals/a.md", "---\nid: refusal-a\ntitle: A\nasks: [a]\n---\nNo" + unseen + ".");

    String code = String.format(Locale.ROOT, "U+%04X", codePoint);
    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/faq/b.md:8: holds the invisible character " + code + ": delete it",
            "guide/refusals/a.md:6: holds the invisible character " + code + ": delete it");
  }

  @Test
  @DisplayName("tabs, joined emoji and marks of the writing direction of Hebrew are no faults")
  void visible() {
    guide.guide(
        "faq/b.md",
        "---\nid: faq-b\nkind: faq\ntitle: B\n---\nOne\ttwo 👩\u200D💻 \u05D0\u200F!\n");

    assertThat(guide.lintFaults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- later -->",
        "<br>",
        "<div>Begin small.</div>",
        "---",
        "[a]: https://a.example"
      })
  @DisplayName("a body of which nothing is shown is a fault")
  void nothingShown(String body) {
    guide
        .guide("faq/b.md", "---\nid: faq-b\nkind: faq\ntitle: B\n---\n\n" + body + "\n")
        .guide("refusals/a.md", "---\nid: refusal-a\ntitle: A\nasks: [a]\n---\n" + body);

    assertThat(guide.lintFaults())
        .containsExactly(
            "guide/faq/b.md:7: body shows no text: comments and blocks of HTML are left out, write it"
                + " in Markdown",
            "guide/refusals/a.md:6: body shows no text: comments and blocks of HTML are left out, write"
                + " it in Markdown");
  }

  @Test
  @DisplayName("a message quotes no more than a line")
  void longTexts() {
    guide.section("faq/b.md", "id: faq-b\nkind: " + "very ".repeat(10_000) + "\ntitle: B");

    assertThat(guide.lintFaults()).hasSize(1).allMatch(fault -> fault.length() < 250);
    assertThat(List.of("a\n b", "x".repeat(200)))
        .extracting(Faults::quote)
        .containsExactly("\"a b\"", "\"" + "x".repeat(80) + "…\"");
  }
}
