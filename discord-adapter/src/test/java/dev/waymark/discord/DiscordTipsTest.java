package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Waymark;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.RunningClock;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.discord.loopback.Channel;
import dev.waymark.discord.loopback.Endpoint;
import dev.waymark.discord.loopback.Failure;
import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The daily tip, from an admin's command to the message in the channel. */
@Timeout(120)
class DiscordTipsTest extends DiscordTestCase {

  private static final String CHANNEL = "#general";
  private static final Instant MORNING = Instant.parse("2026-11-30T08:58:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningClock clock = RunningClock.at(MORNING, 20);
  private Guild guild;
  private Channel general;
  private Member ada;
  private Waymark waymark;

  @BeforeEach
  void open() throws Exception {
    guild = discord().guild("Learners");
    general = guild.channel(CHANNEL);
    ada = guild.admin("ada");
    waymark = ShippedBot.open(ShippedBot.url(folder, "tips"), clock);
    connect(waymark.bot(), Map.of(), clock);
    waymark.connect(Platform.DISCORD, main().posts());
    // Two minutes, which are six seconds here, from now on.
    clock.set(MORNING);
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

    assertThat(tip.buttons()).hasSize(1);
    assertThat(guild.member("ben").button(tip, tip.buttons().getFirst()).await().text())
        .contains("Step 1");
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
        .contains("have stopped in <#" + other.id() + ">: the channel is gone");
  }

  @Test
  void zonesAreSuggestedWhileTheyAreTyped() {
    assertThat(ada.autocomplete("tips on", Map.of(), "zone", "rom").choices())
        .extracting(Interaction.Choice::value)
        .contains("Europe/Rome");
  }
}
