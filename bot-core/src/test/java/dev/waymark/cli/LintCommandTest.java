package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of a guide folder, and what is shared beside it. */
class LintCommandTest {

  @TempDir Path folder;

  private Shell.Ran lint(String... args) {
    return Shell.withGuides(folder.resolve("guides")).run(java.util.List.of("lint"), args);
  }

  @Test
  void theShippedGuideHasNone() {
    assertThat(lint(Shell.shippedGuide().toString()).done().out()).isEqualTo("No faults.\n");
  }

  @Test
  void aGuideWithoutFaults() {
    PotteryGuide pottery = PotteryGuide.in(folder.resolve("guides/pottery"));

    assertThat(lint("--no-common", pottery.toString()).done().out()).isEqualTo("No faults.\n");
    assertThat(lint(pottery.toString() + "/").done().out()).isEqualTo("No faults.\n");
  }

  @Test
  void eachFaultIsOnALineWithItsFileAndLine() {
    PotteryGuide pottery =
        PotteryGuide.in(folder.resolve("guides/pottery"))
            .section("faq/no-id.md", "kind: faq\ntitle: Whose?", "x")
            .section("faq/kind.md", "id: faq-kind\nkind: fqa\ntitle: What?", "x")
            .write("questions.jsonl", "{\"id\":\"q1\",\"q\":\"x\",\"gold\":[]}\n{\"id\":\n");

    Shell.Ran ran = lint("--no-common", pottery.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .anySatisfy(l -> assertThat(l).matches(".*/faq/no-id\\.md:\\d+: .*id.*"))
        .anySatisfy(l -> assertThat(l).matches(".*/faq/kind\\.md:3: .*fqa.*faq.*"))
        .anySatisfy(l -> assertThat(l).matches(".*/questions\\.jsonl:2: .*"))
        .doesNotContain("No faults.");
  }

  @Test
  void whatIsSharedIsCheckedUnlessLeftOut() {
    PotteryGuide pottery =
        PotteryGuide.in(folder.resolve("guides/pottery"))
            .write("../common/refusals/tax.md", "no front matter");

    assertThat(lint(pottery.toString()).lines())
        .singleElement()
        .asString()
        .contains("common/refusals/tax.md:1: ");
    assertThat(lint("--no-common", pottery.toString()).code()).isZero();
  }

  @Test
  void theSharedFolderItselfIsNoGuideAndNotReadTwice() {
    PotteryGuide pottery =
        PotteryGuide.in(folder.resolve("guides/pottery"))
            .write(
                "../common/refusals/tax.md",
                "---\nid: refusal-tax\ntitle: Tax\nasks: [tax?]\n---\nNo.\n");

    Shell.Ran ran = lint(pottery.path().resolveSibling("common").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("guide.yaml: is missing").doesNotContain("is taken by");
  }
}
