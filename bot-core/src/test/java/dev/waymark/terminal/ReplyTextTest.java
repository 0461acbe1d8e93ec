package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Document;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyTextTest {

  @TempDir private Path folder;
  private Path files = Path.of("");
  private ReplyText texts = new ReplyText(new SavedFiles(files, TinyBot.CLOCK));

  @BeforeEach
  void inAFolder() {
    files = folder.resolve("files");
    texts = new ReplyText(new SavedFiles(files, TinyBot.CLOCK));
  }

  private static ChatReply full() {
    return ChatReply.content("Start with one language.")
        .titled("Step 2: learn a language")
        .from(
            List.of(
                new Source("step-2", "Learn a language", "reviewed 2026-11-01"),
                new Source("faq-time", "How long?", "")))
        .showing(new Picture("roadmap.png", TinyBot.PNG, "A path with three steps."))
        .enclosing(List.of(new Document("log.md", "text/markdown", "# Log é")))
        .offering(
            List.of(
                Choice.main("done", "Done"),
                Choice.of("skip", "Skip (I know this)"),
                new Choice("forget", "Forget me", Choice.Weight.DANGER)));
  }

  @Test
  void everythingThatAReplyHolds() {
    assertThat(texts.of(full(), Look.plain(40)))
        .isEqualTo(
            """
            Step 2: learn a language

            Start with one language.

            Picture: %1$s/roadmap-2026-11-24.png
            A path with three steps.

            File: %1$s/log-2026-11-24.md

            Source: Learn a language [step-2],
            reviewed 2026-11-01
            Source: How long? [faq-time]

            [1] Done   [2] Skip (I know this)
            [3] Forget me
            """
                .formatted(files));
  }

  @Test
  void filesAreForTheirUserAloneAndNoneIsWrittenOver() throws IOException {
    texts.of(full(), Look.plain(80));
    String again = texts.of(full(), Look.plain(80));

    assertThat(again).contains(files + "/roadmap-2026-11-24-2.png");
    Path first = files.resolve("roadmap-2026-11-24.png");
    assertThat(first).hasBinaryContent(TinyBot.PNG);
    assertThat(files.resolve("log-2026-11-24.md")).hasContent("# Log é");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFilesNameLeadsNowhereElse() {
    for (String name :
        List.of(
            "../../etc/passwd",
            "/abs.png",
            "..",
            "",
            "a\u001b[2J b.png",
            "x".repeat(300) + ".png")) {
      String text =
          texts.of(
              ChatReply.content("x").showing(new Picture(name, TinyBot.PNG, "y")), Look.plain(80));
      assertThat(text).as(name).contains("Picture: " + files + "/").doesNotContain("\u001b", "..");
    }
    assertThat(files).isDirectoryContaining(f -> f.endsWith("etc-passwd-2026-11-24"));
    assertThat(files.toFile().list()).hasSize(6);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidWithTheWordsOfThePicture() throws IOException {
    Files.writeString(files, "a file and no folder");
    assertThat(texts.of(full(), Look.plain(80)))
        .contains(
            "Picture: roadmap.png could not be saved in " + files, "A path with three steps.");
  }

  @Test
  void theToneIsSeenByItsColour() {
    Look look = new Look(80, true);
    assertThat(texts.of(ChatReply.content("x").titled("T"), look))
        .startsWith("\u001b[36m\u001b[1mT");
    assertThat(texts.of(ChatReply.refusal("x").titled("T"), look))
        .startsWith("\u001b[33m\u001b[1mT");
    assertThat(texts.of(ChatReply.problem("x").titled("T"), look))
        .startsWith("\u001b[31m\u001b[1mT");
    assertThat(texts.of(ChatReply.problem("x"), look)).isEqualTo("\u001b[31mx\u001b[39m\n");
    assertThat(texts.of(ChatReply.notice("x"), look)).isEqualTo("x\n");
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() {
    assertThat(Look.of(40, Map.of("TERM", "xterm"))).isEqualTo(new Look(40, true));
    assertThat(Look.of(40, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(Look.plain(40));
    assertThat(Look.of(40, Map.of("TERM", "xterm", "NO_COLOR", ""))).isEqualTo(new Look(40, true));
    assertThat(Look.of(40, Map.of("TERM", "dumb"))).isEqualTo(Look.plain(40));
    assertThat(Look.of(0, Map.of())).isEqualTo(Look.plain(80));
    assertThat(texts.of(full(), Look.plain(40))).doesNotContain("\u001b");
  }

  @Test
  void titlesLabelsAndSourcesMoveNoCursor() {
    String odd = "a\u001b[2J\u202eb\nc";
    String text =
        texts.of(
            ChatReply.content("x")
                .titled(odd)
                .from(List.of(new Source(odd, odd, odd)))
                .offering(List.of(Choice.of("id", odd)))
                .showing(new Picture("p.png", TinyBot.PNG, odd)),
            Look.plain(80));
    assertThat(text).contains("[1] a[2Jb c").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void twentyFiveChoicesGoOnSeveralLines() {
    List<Choice> choices =
        IntStream.rangeClosed(1, 25).mapToObj(i -> Choice.of("c:" + i, "Choice " + i)).toList();
    String text = texts.of(ChatReply.content("x").offering(choices), Look.plain(40));
    assertThat(text.lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(40));
    assertThat(text).contains("[25] Choice 25");
  }

  @Test
  void aReplyOfFilesAloneIsShown() {
    ChatReply reply =
        ChatReply.content("")
            .enclosing(List.of(new Document("data.json", "application/json", "{}")));
    assertThat(texts.of(reply, Look.plain(80)))
        .isEqualTo("File: " + files + "/data-2026-11-24.json\n");
  }
}
