package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTest {

  @TempDir private Path folder;

  private String talk(String input) throws IOException {
    return talk(input.getBytes(StandardCharsets.UTF_8));
  }

  private String talk(byte[] input) throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(chat(input, out).run()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private TerminalChat chat(byte[] input, OutputStream out) {
    return new TerminalChat(
        new TinyBot().bot(),
        new TerminalSettings(
            new ByteArrayInputStream(input),
            // As System.out may be: of some other encoding.
            new PrintStream(out, true, StandardCharsets.ISO_8859_1),
            false,
            "ana",
            folder.resolve("files"),
            Optional.empty(),
            Map.of("TERM", "xterm"),
            TinyBot.CLOCK));
  }

  @Test
  void eachLineHasItsReplyInOrderAndNothingElse() throws IOException {
    assertThat(talk("/next\n/done\n/next\n"))
        .isEqualTo(
            """
            Step 1

            Why it matters. It is the step after the one before.

            [1] Done   [2] Skip

            Step 1 is done.

            Step 2

            Why it matters. It is the step after the one before.

            [1] Done   [2] Skip

            """);
  }

  @Test
  void aNumberPressesWhatTheLatestReplyWithChoicesOffered() throws IOException {
    assertThat(talk("/next\nWhy?\n2\n1\n[2]\n"))
        .endsWith("Pressed skip step-1.\n\nStep 1 is done.\n\nPressed skip step-1.\n\n");
  }

  @Test
  void aNumberWithoutAChoiceIsSaidKindly() throws IOException {
    assertThat(talk("1"))
        .isEqualTo("There is nothing to pick by a number yet. /help lists what you can do.\n\n");
    assertThat(talk("/next\n3\n0"))
        .endsWith(
            "There is no [3]: pick one from 1 to 2.\n\nThere is no [0]: pick one from 1 to 2.\n\n");
  }

  @Test
  void plainTextAsksAndALastLineWithoutItsEndCounts() throws IOException {
    assertThat(talk("Café 日本語 😀?"))
        .isEqualTo(
            "You asked (11): Café 日本語 😀?\n\nSource: Echo? [faq-echo], reviewed 2026-11-01\n\n");
  }

  @Test
  void blankLinesAndOtherLineEndsAreNoQuestions() throws IOException {
    assertThat(talk("\n  \r\n\t\n")).isEmpty();
    assertThat(talk("")).isEmpty();
    assertThat(talk("\ufeff/done\r\n/done\r\n"))
        .isEqualTo("Step 1 is done.\n\nStep 2 is done.\n\n");
  }

  @Test
  void quitEndsIt() throws IOException {
    assertThat(talk("/done\n/quit\n/done\n")).isEqualTo("Step 1 is done.\n\n");
    assertThat(talk(" /EXIT \n/done\n")).isEmpty();
  }

  @Test
  void aWordThatIsAlmostACommandOffersIt() throws IOException {
    assertThat(talk("/nxt\n1\n")).contains("Did you mean /next?", "[1] /next", "Step 1\n");
  }

  @Test
  void oddInputIsAnsweredAndMovesNoCursor() throws IOException {
    assertThat(talk("x".repeat(100_000) + "\n/done\n"))
        .contains("You asked (100000)", "Step 1 is done.");
    byte[] bytes = {
      'a', (byte) 0xff, (byte) 0xc3, 0x28, 0, 0x1b, '[', '2', 'J', (byte) 0xed, (byte) 0xa0
    };
    assertThat(talk(bytes))
        .startsWith("You asked")
        .contains("\ufffd")
        .doesNotContain("\u001b", "\u0000");
  }

  @Test
  void aPictureIsSavedAndNamed() throws IOException {
    assertThat(talk("/roadmap"))
        .contains(
            "Picture: " + folder.resolve("files/roadmap-2026-11-24.png"),
            "A path with three steps.");
  }

  @Test
  void itEndsWhenNobodyReadsAnyMore() throws IOException {
    var gone =
        new OutputStream() {
          int writes;

          @Override
          public void write(int b) throws IOException {
            writes++;
            throw new IOException("Broken pipe");
          }
        };
    assertThat(chat("/done\n".repeat(1000).getBytes(StandardCharsets.UTF_8), gone).run()).isZero();
    assertThat(gone.writes).isLessThan(10);
  }

  @Test
  void aPostWaitsUntilSomebodyIsThere() {
    TerminalChat chat = chat(new byte[0], OutputStream.nullOutputStream());
    assertThat(
            chat.channel().post(Conversation.PLACE, ChatReply.content("A tip"), new PostKey("k")))
        .isEqualTo(new Posted.Later(TinyBot.CLOCK.instant().plusSeconds(60)));
  }

  @Test
  void jlineIsNotLoaded() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                "-cp",
                System.getProperty("java.class.path"),
                Piped.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().write("/done\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).isEqualTo("Step 1 is done.\n\n");
    assertThat(folder.resolve("classes.log"))
        .content()
        .contains("dev.waymark.terminal.Pipe")
        .doesNotContain("org.jline");
  }

  /** A process of its own that talks through its pipes. */
  static final class Piped {

    private Piped() {}

    public static void main(String[] args) throws IOException {
      var settings =
          new TerminalSettings(
              System.in,
              System.out,
              false,
              "ana",
              Path.of("none"),
              Optional.empty(),
              Map.of(),
              TinyBot.CLOCK);
      System.exit(new TerminalChat(new TinyBot().bot(), settings).run());
    }
  }
}
