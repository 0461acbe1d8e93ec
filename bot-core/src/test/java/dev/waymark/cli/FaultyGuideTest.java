package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guide that cannot be used: which file, which line, what to do, in each command. */
class FaultyGuideTest {

  @TempDir Path folder;
  private PotteryGuide pottery;
  private Shell shell;

  @BeforeEach
  void write() {
    pottery = PotteryGuide.in(folder.resolve("guides/pottery"));
    shell = Shell.withGuides(folder.resolve("guides"));
  }

  /** What every command that needs the guide says of it. */
  private String failure(Path guide) throws IOException {
    Path questions =
        Files.writeString(folder.resolve("q.jsonl"), "{\"id\":\"q\",\"q\":\"x\",\"gold\":[]}\n");
    String failure = ask(guide).failure();
    assertThat(shell.run("ask", "--json", "--guide", guide.toString(), "x").failure())
        .isEqualTo(failure);
    assertThat(shell.run("search", "--guide", guide.toString(), "x").failure()).isEqualTo(failure);
    assertThat(shell.run("eval", "--guide", guide.toString(), questions.toString()).failure())
        .isEqualTo(failure);
    return failure;
  }

  private Shell.Ran ask(Path guide) {
    return shell.run("ask", "--no-common", "--guide", guide.toString(), "which clay should I use?");
  }

  private List<String> lint(Path guide) {
    Shell.Ran ran = shell.run("lint", "--no-common", guide.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
    return ran.lines();
  }

  @Test
  void missing() throws IOException {
    Path none = folder.resolve("none");

    assertThat(failure(none)).startsWith(none + ": is missing: name a guide's folder");
    assertThat(lint(none)).singleElement().asString().startsWith(none + ": is missing");
  }

  @Test
  void aFileInPlaceOfAFolder() throws IOException {
    Path file = pottery.file("guide.yaml");

    assertThat(failure(file)).startsWith(file + ": is no folder: name a guide's folder");
    assertThat(lint(file)).singleElement().asString().startsWith(file + ": is no folder");
  }

  @Test
  void empty() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(failure(empty)).startsWith(empty + ": is empty: a guide has a guide.yaml");
    assertThat(lint(empty)).singleElement().asString().startsWith(empty + ": is empty");
  }

  @Test
  void theFolderOfTheGuides() throws IOException {
    assertThat(failure(folder.resolve("guides")))
        .contains("guide.yaml: is missing: name a guide's own folder, such as " + pottery);
  }

  @Test
  void halfWritten() throws IOException {
    pottery.write("faq/clay.md", "---\nid: faq-clay\nkind: faq\ntitle: Whi");

    assertThat(failure(pottery.path()))
        .isEqualTo(
            pottery.file("faq/clay.md")
                + ":1: front matter has no end: close it with a line \"---\"");
    assertThat(lint(pottery.path()))
        .containsExactly(
            pottery.file("faq/clay.md")
                + ":1: front matter has no end: close it with a line \"---\"");
  }

  @Test
  void withoutAnEndToAListOrAQuote() throws IOException {
    pottery.write(
        "faq/clay.md", "---\nid: faq-clay\nkind: faq\ntitle: \"Which\nasks: [a,\n---\nx\n");

    assertThat(failure(pottery.path())).startsWith(pottery.file("faq/clay.md") + ":");
  }

  @Test
  void noGuideYaml() throws IOException {
    Files.delete(pottery.file("guide.yaml"));

    assertThat(failure(pottery.path())).startsWith(pottery.file("guide.yaml") + ": is missing");
  }

  @Test
  void noSections() throws IOException {
    PotteryGuide bare = PotteryGuide.in(folder.resolve("bare"));
    for (String name : List.of("clay", "kiln", "wheel", "glaze", "market")) {
      Files.delete(bare.file("faq/" + name + ".md"));
    }

    assertThat(failure(bare.path())).startsWith(bare + ": holds no sections: add one");
  }

  @Test
  void binary() throws IOException {
    Files.write(pottery.file("faq/clay.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xff, 0, 7});

    assertThat(failure(pottery.path()))
        .isEqualTo(pottery.file("faq/clay.md") + ":2: is no UTF-8 text: save the file as UTF-8");
  }

  @Test
  void unreadable() throws IOException {
    Path file = pottery.file("faq/clay.md");
    assertThat(file.toFile().setReadable(false, false)).isTrue();
    assumeFalse(Files.isReadable(file), "this user reads every file");

    assertThat(failure(pottery.path()))
        .startsWith(file + ": cannot be read: check its permissions");
  }

  @Test
  void aLinkToNowhereAndAFolderInPlaceOfAFile() throws IOException {
    Files.createSymbolicLink(pottery.file("faq/lost.md"), folder.resolve("gone"));
    assertThat(failure(pottery.path())).startsWith(pottery.file("faq/lost.md") + ": ");
    Files.delete(pottery.file("faq/lost.md"));

    Files.createDirectories(pottery.file("faq/deeper.md"));
    assertThat(lint(pottery.path()))
        .first()
        .asString()
        .startsWith(pottery.file("faq/deeper.md") + ": ");
    assertThat(ask(pottery.path()).done().out()).contains("[faq-clay]");
  }

  @Test
  void fullOfFaultsTheFirstIsSaidAndLintListsAll() throws IOException {
    for (int i = 0; i < 7; i++) {
      pottery.write("faq/b" + i + ".md", "Only a text.\n");
    }
    pottery.section("faq/twice.md", "id: faq-clay\nkind: faq\ntitle: Twice", "x");
    pottery.write("tips.yaml", "tip\n");

    String failure = failure(pottery.path());
    List<String> faults = lint(pottery.path());

    assertThat(failure)
        .startsWith(pottery.file("faq/b0.md") + ":1: has no front matter")
        .endsWith("(9 faults in all; ./waymark lint " + pottery + " lists them)");
    assertThat(faults)
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(l -> assertThat(l).matches("\\S+?(:\\d+)?: \\S.*: \\S.*"));
  }

  @Test
  void aFaultThatOnlyAnEditorMindsKeepsNobodyFromAsking() {
    pottery.section(
        "faq/fire.md",
        "id: faq-fire\nkind: faq\ntitle: How hot is it?\nsumary: x\nsee: [nowhere]",
        "Hot.");

    assertThat(lint(pottery.path())).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ask(pottery.path()).done().out()).contains("[faq-clay]");
  }

  @Test
  void namesAndTextsCannotTakeOverTheTerminal() {
    PotteryGuide odd = PotteryGuide.in(folder.resolve("guides/new\nline\u001b[31m"));
    odd.section("faq/esc.md", "id: faq-esc\nkind: faq\ntitle: Wet clay?", "Dry\u001b[2J\u202e it.");

    assertThat(ask(odd.path()).code()).isIn(0, 1);
    assertThat(shell.run("ask", "--no-common", "--guide", odd.toString(), "wet?").code())
        .isIn(0, 1);
    assertThat(shell.run("lint", "--no-common", odd.toString()).code()).isIn(0, 1);
    odd.write("faq/bad.md", "x");
    assertThat(ask(odd.path()).failure())
        .contains("new line[31m/faq/bad.md:1: has no front matter");
  }

  @Test
  void hugeAndDeepTextsAreAnsweredFromAllTheSame() {
    pottery
        .section("faq/a.md", "id: faq-a\nkind: faq\ntitle: Quotes?", "> ".repeat(20_000) + "x")
        .section("faq/b.md", "id: faq-b\nkind: faq\ntitle: Lists?", "- ".repeat(20_000) + "x")
        .section("faq/c.md", "id: faq-c\nkind: faq\ntitle: Links?", "[a](".repeat(20_000))
        .section("faq/d.md", "id: faq-d\nkind: faq\ntitle: Stars?", "*a **b ".repeat(10_000));

    assertThat(ask(pottery.path()).done().out()).contains("[faq-clay]");
    pottery.section(
        "faq/e.md", "id: faq-e\nkind: faq\ntitle: Deep\nsee: " + "[".repeat(9_000), "x");
    assertThat(ask(pottery.path()).failure()).startsWith(pottery.file("faq/e.md") + ":5: ");
  }
}
