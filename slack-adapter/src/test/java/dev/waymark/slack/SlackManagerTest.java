package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.slack.loopback.Failure;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may give the commands of those who manage a workspace. */
class SlackManagerTest extends SlackTestCase {

  private record Says(CommandInfo info) implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return ChatReply.content("done by " + info.name());
    }
  }

  private Member ana;
  private Member root;

  private static ChatBot bot(CommandInfo.Access access) {
    var question = new CommandInfo.Option("question", "What", CommandInfo.Option.Kind.TEXT, true);
    var ask = new Says(CommandInfo.of("ask", "Asks", List.of(question)));
    var rule =
        new Says(
            access == CommandInfo.Access.MANAGERS
                ? CommandInfo.of("rule", "Rules").forManagers()
                : CommandInfo.of("rule", "Rules"));
    Clock clock = Clock.systemUTC();
    return new ChatBot(
        List.of(ask, rule), ask, (platform, id, now) -> true, ChatBot.Pace.unlimited(clock), clock);
  }

  @BeforeEach
  void begin() {
    ana = slack().workspace().member("ana");
    root = slack().workspace().admin("root");
  }

  private static String rules(Member member) {
    return member.command("/waymark", "rule").await().text();
  }

  private int asked() {
    return slack().recorded().requests(Method.USERS_INFO).size();
  }

  @Test
  void adminsMayAndOthersAreToldSo() throws Exception {
    connect(bot(CommandInfo.Access.MANAGERS), Map.of());

    assertThat(rules(root)).isEqualTo("done by rule");
    assertThat(rules(ana)).contains("for those who manage this place");
    assertThat(root.directMessage("/rule").await().text()).isEqualTo("done by rule");
    assertThat(root.mentions("#general", "rule").await().text()).isEqualTo("done by rule");
  }

  @Test
  void slackIsAskedOnlyWhereItMattersAndNotEachTime() throws Exception {
    try (SlackMain main =
        SlackMain.start(settings(Map.of()), bot(CommandInfo.Access.MANAGERS), slack().clock())) {
      assertThat(main.awaitReady(Duration.ofSeconds(30))).isTrue();
      ana.command("/ask", "why?").await();
      assertThat(asked()).isZero();
      rules(root);
      rules(root);
      assertThat(asked()).isEqualTo(1);
      // A reply may be seen before its command is acknowledged, and six minutes later is too late.
      slack().deliveries().settle();
      slack().clock().advance(Duration.ofMinutes(6));
      rules(root);
      assertThat(asked()).isEqualTo(2);
      slack().deliveries().settle();
    }
  }

  @Test
  void slackIsNotAskedWhereEverybodyMay() throws Exception {
    connect(bot(CommandInfo.Access.EVERYONE), Map.of());

    assertThat(rules(ana)).isEqualTo("done by rule");
    assertThat(asked()).isZero();
  }

  @Test
  void whomSlackDoesNotVouchForIsNoAdminUntilItDoes() throws Exception {
    connect(bot(CommandInfo.Access.MANAGERS), Map.of());
    slack().fail(Method.USERS_INFO, Failure.error("internal_error"));

    assertThat(rules(root)).contains("for those who manage this place");
    assertThat(rules(root)).isEqualTo("done by rule");
  }
}
