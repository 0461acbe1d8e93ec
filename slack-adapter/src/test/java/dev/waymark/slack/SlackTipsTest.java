package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Waymark;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.RunningClock;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.slack.loopback.Channel;
import dev.waymark.slack.loopback.DrivenClock;
import dev.waymark.slack.loopback.Failure;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Method;
import dev.waymark.slack.loopback.SeenMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The daily tip, from an admin's command to the message in the channel and the Home tab. */
@Timeout(120)
class SlackTipsTest extends SlackTestCase {

  private static final String CHANNEL = "#general";
  private static final Instant MORNING = Instant.parse("2026-11-30T08:58:00Z");

  private final RunningClock clock = RunningClock.at(MORNING, 20);
  private Channel general;
  private Member root;
  private Waymark opened;

  @BeforeEach
  void open() throws Exception {
    // Slack's clock shows about the same; faster, it would find every acknowledgement late.
    use(asTheManifestSays().clock(new DrivenClock(MORNING)).start());
    general = slack().workspace().channel(CHANNEL);
    root = slack().workspace().admin("root");
    opened = ShippedBot.open(ShippedBot.url(folder, "tips"), clock);
    start(opened.bot(), Map.of(), clock);
    slack().await("a connection", () -> slack().socket().open() > 0);
    opened.connect(Platform.SLACK, main().posts());
    // Two minutes, which are six seconds here, from now on.
    clock.set(MORNING);
  }

  @AfterEach
  void stop() {
    opened.close();
  }

  private String says(String words) {
    return root.command(CHANNEL, "/waymark", words).await().text();
  }

  private List<SeenMessage> tips() {
    return slack().recorded().messagesIn(CHANNEL).stream()
        .filter(m -> m.text().contains("Tip of the day"))
        .toList();
  }

  private SeenMessage firstTip() {
    slack().await("a tip", () -> !tips().isEmpty());
    return tips().getFirst();
  }

  private void awaitOutcome() {
    slack().await("its outcome", () -> says("tips status").contains("Mon 30 Nov 2026: posted"));
  }

  @Test
  void turnedOnTheTipComesAtItsHourForAllWithEachReadersOwnNextStep() {
    assertThat(says("tips on 09:00 UTC mon-fri"))
        .contains("Monday to Friday at 09:00 (UTC)", "Mon 30 Nov 2026, 09:00");

    SeenMessage tip = firstTip();

    assertThat(tip.thread()).isEmpty();
    Member ben = slack().workspace().member("ben");
    assertThat(ben.press(tip, tip.buttons().getFirst()).await().text()).contains("Step 1");
    awaitOutcome();
  }

  @Test
  void aLostAnswerMakesNoSecondTip() {
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.swallowed(502));
    says("tips on 09:00 UTC");

    firstTip();
    awaitOutcome();

    assertThat(tips()).hasSize(1);
  }

  @Test
  void onlyAnAdminOfTheWorkspaceMay() {
    Member ben = slack().workspace().member("ben");
    assertThat(ben.command(CHANNEL, "/waymark", "tips on").await().text())
        .contains("for those who manage");
  }

  @Test
  void theHomeTabShowsAdminsWhichChannelsGetTipsAndLetsThemManageThem() {
    assertThat(root.opensHome().home().text()).contains("No channel gets a daily tip yet");
    says("tips on 09:00 Europe/Rome");

    var home = root.opensHome().home();

    assertThat(home.text())
        .contains("Daily tips", "<#" + general.id() + ">", "09:00 (Europe/Rome)");
    String manage = "tips:" + general.id() + ":status";
    var dialog = root.press(home, manage).modal();
    assertThat(dialog.text()).contains("every day at 09:00");
    root.press(dialog, "tips:" + general.id() + ":off").modal();
    assertThat(says("tips status")).contains("The daily tip is off here");
    assertThat(slack().workspace().member("ben").opensHome().home().text())
        .doesNotContain("Daily tips");
  }
}
