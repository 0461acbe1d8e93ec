package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShellTest {

  private static final String PROMPT = "> ";

  @TempDir private Path folder;

  private Keyboard dumb() throws Exception {
    return new Keyboard(new TinyBot(), folder, "dumb", Map.of("TERM", "dumb"));
  }

  private Keyboard xterm() throws Exception {
    return new Keyboard(new TinyBot(), folder, "xterm", Map.of("TERM", "xterm"));
  }

  @Test
  void greetsAnswersAndLeaves() throws Exception {
    try (Keyboard keys = dumb()) {
      keys.sees("Hello!").sees("/help").sees(PROMPT);
      keys.types("/next\n").sees("Step 1").sees("[1] Done   [2] Skip").sees(PROMPT);
      keys.types("1\n").sees("Step 1 is done.").sees(PROMPT);
      keys.types("Don't I need a degree?!\n").sees("You asked (23): Don't I need a degree?!");
      keys.sees(PROMPT).types("No way!! Why?\n").sees("You asked (13): No way!! Why?");
      keys.sees(PROMPT).types("/quit\n").leaves();
      assertThat(keys.screen()).doesNotContain("\u001b[1m", "\u001b[3");
    }
  }

  @Test
  void bothWaysToEndTheInputLeave() throws Exception {
    try (Keyboard keys = dumb()) {
      keys.sees(PROMPT).types(Keyboard.CTRL_D).leaves();
    }
    try (Keyboard keys = dumb()) {
      keys.sees(PROMPT).types("/exit\n").leaves();
    }
  }

  @Test
  void interruptClearsTheLineAndLeavesOnAnEmptyOne() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/do").sees("/do").types(Keyboard.CTRL_C).sees(PROMPT);
      keys.types("/next\n").sees("Step 1").sees("Skip").sees(PROMPT);
      keys.types(Keyboard.CTRL_C).leaves();
      assertThat(keys.screen()).doesNotContain("is done");
    }
  }

  @Test
  void boldAndColoursOnATerminalThatHasThem() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/next\n").sees("\u001b[36m\u001b[1mStep 1").sees(PROMPT);
    }
    try (Keyboard keys =
        new Keyboard(new TinyBot(), folder, "xterm", Map.of("TERM", "xterm", "NO_COLOR", "1"))) {
      keys.sees(PROMPT).types("/next\n").sees("Step 1").sees(PROMPT);
      assertThat(keys.screen()).doesNotContain("\u001b[1m", "\u001b[36m");
    }
  }

  @Test
  void tabCompletesCommandsAndValues() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/ne\t\n").sees("Step 1").sees(PROMPT);
      keys.types("/step data\t\n").sees("You asked for step-4").sees(PROMPT);
      keys.types("/done public:t\t\n").sees("Step 1 is done.").sees(PROMPT);
      // Several fit: they are listed with what they are.
      keys.types("/step \t").sees("1. Computer science").sees("4. Databases");
    }
  }

  @Test
  void whatWasTypedIsThereNextTimeForItsUserAlone() throws Exception {
    Path history = folder.resolve("state/history");
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/step é1\n").sees("for é1").sees(PROMPT);
      keys.types("/link ABCDE-FGHIJ\n").sees("no command").sees(PROMPT).types("/quit\n").leaves();
    }
    assertThat(Files.readString(history)).contains("/step é1").doesNotContain("ABCDE");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types(Keyboard.UP + Keyboard.UP + "\n").sees("for é1");
    }
  }

  @Test
  void aHistoryThatCannotBeKeptIsDoneWithout() throws Exception {
    Files.writeString(folder.resolve("state"), "a file and no folder");
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/next\n").sees("Step 1").sees(PROMPT);
      keys.types(Keyboard.UP + "\n").sees("Step 1").sees(PROMPT).types("/quit\n").leaves();
    }
  }

  @Test
  void aDamagedHistoryIsDoneWithout() throws Exception {
    Files.createDirectories(folder.resolve("state"));
    Files.write(
        folder.resolve("state/history"), new byte[] {(byte) 0xff, 0, 1, (byte) 0xc3, '\n', 'x'});
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("/next\n").sees("Step 1").sees(PROMPT).types("/quit\n").leaves();
    }
    assertThat(Files.readString(folder.resolve("state/history"))).isEqualTo("/next\n/quit\n");
    assertThat(folder.resolve("state/history.damaged")).exists();
  }

  @Test
  void aSlowAnswerShowsASignOfLife() throws Exception {
    var bot = new TinyBot();
    try (Keyboard keys =
        new Keyboard(bot, folder, "xterm", Map.of("TERM", "xterm"), Duration.ofMillis(20))) {
      keys.sees(PROMPT).types("slow?\n").sees("One moment");
      bot.slow.countDown();
      keys.sees("\r\u001b[K").sees("You asked (5)").sees(PROMPT);
    }
  }

  @Test
  void interruptStopsTheWaitAndNotTheShell() throws Exception {
    var bot = new TinyBot();
    try (Keyboard keys = new Keyboard(bot, folder, "xterm", Map.of("TERM", "xterm"))) {
      keys.sees(PROMPT).types("slow?\n");
      bot.asked.await();
      keys.types(Keyboard.CTRL_C).sees("Stopped waiting").sees(PROMPT);
      keys.types("/done\n").sees("Step 1 is done.").sees(PROMPT);
      bot.slow.countDown();
      keys.types("/quit\n").leaves();
    }
  }

  @Test
  void aPostStandsAboveTheLineAndItsChoicesCanBePicked() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("2").sees("2");
      ChatReply tip =
          ChatReply.content("A tip.")
              .offering(List.of(Choice.of("next:a", "A"), Choice.of("next:b", "B")));
      assertThat(keys.channel().post(Conversation.PLACE, tip, new PostKey("tip-1")))
          .isEqualTo(new Posted.Sent("tip-1"));
      assertThat(keys.channel().post(Conversation.PLACE, tip, new PostKey("tip-1")))
          .isEqualTo(new Posted.Sent("tip-1"));
      keys.sees("A tip.").sees("[1] A   [2] B").types("\n").sees("Pressed b.").sees(PROMPT);
      assertThat(keys.screen().split("A tip\\.", -1)).hasSize(2);
    }
  }

  @Test
  void aPastedQuestionOfManyLinesIsOne() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("\u001b[200~Is it\nhard?\u001b[201~\n").sees("You asked (11)");
    }
  }

  @Test
  void whatIsWrittenIsUtf8() throws Exception {
    try (Keyboard keys = xterm()) {
      keys.sees(PROMPT).types("Café 日本語 😀?\n").sees("You asked (11): Café 日本語 😀?");
    }
  }
}
