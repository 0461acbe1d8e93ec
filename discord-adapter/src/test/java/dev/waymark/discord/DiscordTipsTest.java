package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Waymark;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.discord.loopback.Channel;
import dev.waymark.discord.loopback.Endpoint;
import dev.waymark.discord.loopback.Failure;
import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The daily tip, from an admin's command to the message in the channel. */
@Timeout(120)
class DiscordTipsTest extends DiscordTestCase {

  private static final String CHANNEL = "#general";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningClock clock = RunningClock.at(Instant.parse("2026-11-30T08:58:00Z"), 20);
  private Guild guild;
  private Channel general;
  private Member ada;
  private Waymark waymark;

  @BeforeEach
  void open() throws Exception {
    use(LoopbackDiscord.with().clock(clock).start());
    guild = discord().guild("Learners");
    general = guild.channel(CHANNEL);
    ada = guild.admin("ada");
    waymark = ShippedBot.open(ShippedBot.url(folder, "tips"), clock);
    connect(waymark.bot(), Map.of(), clock);
    waymark.connect(Platform.DISCORD, main().posts());
  }

  @AfterEach
  void stop() {
    waymark.close();
  }

  private String says(String command, Map<String, Object> options) {
    return ada.slash(CHANNEL, command, options).await().text();
  }

  private List<SeenMessage> tips() {
    return discord().recorded().messagesIn(CHANNEL).stream()
        .filter(m -> m.text().contains("Tip of the day"))
        .toList();
  }

  private SeenMessage firstTip() {
    discord().await(PATIENCE, "a tip", () -> !tips().isEmpty());
    return tips().getFirst();
  }

  @Test
  void turnedOnTheTipComesAtItsHourForAllWithEachReadersOwnNextStep() throws Exception {
    assertThat(says("tips on", Map.of("time", "09:00", "zone", "UTC", "days", "mon-fri")))
        .contains("Monday to Friday at 09:00 (UTC)", "Mon 30 Nov 2026, 09:00");

    SeenMessage tip = firstTip();

    assertThat(tip.json().path("timestamp").asText()).startsWith("2026-11-30T09:0");
    assertThat(tip.buttons()).hasSize(1);
    assertThat(guild.member("ben").press(tip, "My next step").await().text()).contains("Step 1");
    discord()
        .await(
            PATIENCE,
            "its outcome",
            () -> says("tips status", Map.of()).contains("Mon 30 Nov 2026: posted"));
  }

  @Test
  void aLostAnswerMakesNoSecondTip() {
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.swallowed(502));
    says("tips on", Map.of("time", "09:00", "zone", "UTC"));

    firstTip();
    discord()
        .await(
            PATIENCE,
            "its outcome",
            () -> says("tips status", Map.of()).contains("Mon 30 Nov 2026: posted"));

    assertThat(tips()).hasSize(1);
  }

  @Test
  void whereItMayNotPostItSaysWhatIsMissing() {
    general.botLacks(Permission.MESSAGE_SEND);
    assertThat(says("tips on", Map.of())).contains("I lack: Send Messages");
    assertThat(says("tips status", Map.of())).contains("gets no daily tip");
  }

  @Test
  void aChannelThatIsDeletedEndsItAndTheAdminIsTold() {
    Channel other = guild.channel("#tips");
    assertThat(ada.slash("#tips", "tips on", Map.of("time", "09:00", "zone", "UTC")).await().text())
        .contains("09:00");
    other.delete();

    discord()
        .await(PATIENCE, "a word to ada", () -> !discord().recorded().messagesIn("@ada").isEmpty());

    assertThat(discord().recorded().messagesIn("@ada").getFirst().text())
        .contains("stopped in this channel: the channel is gone");
  }

  @Test
  void zonesAreSuggestedWhileTheyAreTyped() {
    assertThat(ada.autocomplete("tips on", Map.of(), "zone", "rom").choices())
        .contains("Europe/Rome");
  }
}
