package dev.waymark.slack;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Picture;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.SeenView;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on the wire for the Home tab and for dialogs, as golden files. */
class SlackViewTest extends SlackTestCase {

  private record Shows(CommandInfo info, ChatReply reply) implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return reply;
    }
  }

  private Member ana;

  private static ChatBot showing() {
    var ask = new Shows(CommandInfo.of("ask", "Asks"), ChatReply.content("an answer"));
    List<ChatCommand> commands =
        List.of(
            ask,
            new Shows(
                CommandInfo.of("next", "Your step"),
                ChatReply.content("**Why it matters.** It holds.")
                    .titled("Step 2 of 2: Databases")
                    .offering(
                        List.of(
                            Choice.main("next:done:abcdef:step-2", "Done"),
                            Choice.of("roadmap", "Roadmap")))),
            new Shows(
                CommandInfo.of("roadmap", "Your way"),
                ChatReply.content(
                        "**1 of 2 steps done**\n\n1. Fundamentals: **done**\n2. Databases")
                    .titled("Becoming a developer")
                    .offering(List.of(Choice.of("next", "My next step")))
                    .showing(new Picture("roadmap.png", new byte[] {1}, "1 of 2 steps done"))),
            new Shows(
                CommandInfo.of("start", "Finds your place").asDialog(),
                ChatReply.notice("**Databases**\n\nIs this true of you? You have made a schema.")
                    .titled("Question 1 of at most 5")
                    .offering(
                        List.of(
                            Choice.of("start:yes:1", "Yes, I can"),
                            Choice.of("start:no:1", "Not yet")))),
            new Shows(
                CommandInfo.of("forget-me", "Deletes everything").asDialog(),
                ChatReply.notice("I will delete your progress. `/start` begins anew.")
                    .titled("Delete everything?")
                    .offering(
                        List.of(
                            new Choice(
                                "forget-me:yes:1", "Delete everything", Choice.Weight.DANGER),
                            Choice.of("forget-me:no", "Keep it")))));
    Clock clock = Clock.systemUTC();
    return new ChatBot(
        commands, ask, (platform, id, now) -> true, ChatBot.Pace.unlimited(clock), clock);
  }

  @BeforeEach
  void begin() throws Exception {
    ana = slack().workspace().member("ana");
    connect(showing(), Map.of());
  }

  private static void isKept(String name, SeenView view) throws IOException {
    // The file's id is Slack's.
    Golden.isKept(name, view.sent().toString().replaceAll("\"F[0-9A-Z]{6,}\"", "\"F1\""));
  }

  @Test
  void theHomeTabLooksOnTheWireAsItsGoldenFile() throws IOException {
    isKept("home", ana.opensHome().home());
  }

  @Test
  void placementLooksOnTheWireAsItsGoldenFile() throws IOException {
    isKept("dialog-start", ana.command("/waymark", "start").modal());
  }

  @Test
  void deletionLooksOnTheWireAsItsGoldenFile() throws IOException {
    isKept("dialog-forget-me", ana.command("/waymark", "forget-me").modal());
  }

  @Test
  void aDialogFromTheHomeTabKnowsWhereItCameFrom() throws IOException {
    SeenView home = ana.opensHome().home();

    isKept("dialog-from-home", ana.press(home, "forget-me").modal());
  }
}
