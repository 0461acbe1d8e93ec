package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.TestBot.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a connection, with the real client library on the other side. */
class GatewayTest extends LoopbackTestCase {

  private static final String GENERAL = "#general";

  private static EventListener answering() {
    return on(SlashCommandInteractionEvent.class, event -> event.reply("here").queue());
  }

  private static void assertAnswers(LoopbackDiscord discord) {
    SeenMessage reply = discord.guild("G").member("ana").slash(GENERAL, "ask", Map.of()).await();
    assertThat(reply.content()).isEqualTo("here");
  }

  @Test
  void aBotIsReadyWithItsServersAndWhatItAskedFor() {
    LoopbackDiscord discord = start();
    discord.guild("G");
    TestBot bot = connect(discord);

    bot.awaitGuilds(1);
    assertThat(discord.recorded().connections()).isEqualTo(1);
    assertThat(discord.recorded().identifies())
        .singleElement()
        .satisfies(
            identify -> {
              assertThat(identify.shard()).isZero();
              assertThat(identify.intents() & Events.GUILD_MESSAGES).isNotZero();
            });
  }

  @Test
  void askedToReconnectItResumesAndLosesNothing() {
    LoopbackDiscord discord = start();
    Guild guild = discord.guild("G");
    connect(discord, answering());

    discord.gateway().reconnect();
    Interaction meanwhile = guild.member("ana").slash(GENERAL, "ask", Map.of());

    assertThat(meanwhile.await().content()).isEqualTo("here");
    discord.await("a resume", () -> discord.recorded().resumes() == 1);
    assertAnswers(discord);
    assertThat(discord.recorded().identifies()).hasSize(1);
    assertThat(discord.recorded().messages()).as("nothing twice").hasSize(2);
  }

  @Test
  void whatHappensWhileTheConnectionIsCutArrivesAfterwards() {
    LoopbackDiscord discord = start();
    Guild guild = discord.guild("G");
    connect(discord, answering());

    discord.gateway().cut();
    Interaction meanwhile = guild.member("ana").slash(GENERAL, "ask", Map.of());

    assertThat(meanwhile.await().content()).isEqualTo("here");
    assertThat(discord.recorded().resumes()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 4000})
  void closedWithACodeThatAllowsItTheSessionIsResumed(int code) {
    log.expect("closed due to server error", "closed with unknown meaning");
    LoopbackDiscord discord = start();
    connect(discord, answering());

    discord.gateway().close(code);

    discord.await("a resume", () -> discord.recorded().resumes() == 1);
    assertAnswers(discord);
  }

  @Test
  void aSessionThatHasTimedOutIsFollowedByANewOne() {
    LoopbackDiscord discord = startUnpaced();
    connect(TestBot.builder(discord, 0, answering()));

    discord.gateway().close(4009);

    assertNewSession(discord);
  }

  @Test
  void aSessionThatIsOverIsFollowedByANewOne() {
    LoopbackDiscord discord = startUnpaced();
    connect(TestBot.builder(discord, 0, answering()));

    discord.gateway().invalidate(false);

    assertNewSession(discord);
  }

  /** So that the tests need not wait for five seconds; the client waits for two as it is. */
  private LoopbackDiscord startUnpaced() {
    log.expect("Appending to reconnect queue");
    return start(LoopbackDiscord.with().identifies(Duration.ZERO, 1));
  }

  private static void assertNewSession(LoopbackDiscord discord) {
    discord.await("a new session", () -> discord.recorded().identifies().size() == 2);
    assertAnswers(discord);
    assertThat(discord.recorded().resumes()).isZero();
  }

  @Test
  void aSessionThatMayBeOverIsResumed() {
    LoopbackDiscord discord = start();
    connect(discord, answering());

    discord.gateway().invalidate(true);

    discord.await("a resume", () -> discord.recorded().resumes() == 1);
    assertAnswers(discord);
  }

  @Test
  void withoutAnswersToItsHeartbeatsTheBotConnectsAnew() {
    log.expect("Missed 2 heartbeats");
    LoopbackDiscord discord = start(LoopbackDiscord.with().heartbeats(Duration.ofMillis(100)));
    connect(discord, answering());

    discord.gateway().acknowledgeHeartbeats(false);
    discord.await("a resume", () -> discord.recorded().resumes() == 1);
    discord.gateway().acknowledgeHeartbeats(true);

    assertAnswers(discord);
  }

  @Test
  void refusedUpgradesAreTriedAgain() {
    log.expect("Failed opening handshake", "Reconnect failed", "Failed to establish connection");
    LoopbackDiscord discord = start();
    discord.gateway().refuse(503, 3);

    connect(discord, answering());

    assertThat(discord.recorded().refusals()).isEqualTo(3);
    assertAnswers(discord);
  }

  @Test
  void eachShardSeesItsServersAndTheFirstThePrivateMessages() {
    LoopbackDiscord discord =
        start(LoopbackDiscord.with().shards(2).identifies(Duration.ofSeconds(5), 2));
    Guild guild = discord.guild("G");
    List<TestBot> bots =
        List.of(
            connect(TestBot.builder(discord, answering()).useSharding(0, 2)),
            connect(TestBot.builder(discord, answering()).useSharding(1, 2)));

    int shard = Snowflakes.shard(guild.id(), 2);
    assertThat(bots.get(shard).jda().getGuilds()).hasSize(1);
    assertThat(bots.get(1 - shard).jda().getGuilds()).isEmpty();
    assertAnswers(discord);
    assertThat(discord.recorded().messages()).hasSize(1);
  }

  @Test
  void identifiesThatComeTooFastAreRefusedAndNoted() {
    log.expect("IDENTIFY Rate Limit", "Appending to reconnect queue");
    LoopbackDiscord discord = start(LoopbackDiscord.with().identifies(Duration.ofMillis(700), 1));
    discord.expect(Rule.PACE);
    connect(TestBot.builder(discord).useSharding(0, 2));
    JDA second = TestBot.builder(discord, 1, answering()).useSharding(1, 2).build();

    discord.await("a refusal", () -> !discord.violations().isEmpty());
    second.shutdownNow();

    assertThat(discord.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.what()).contains("bucket 0"));
  }

  @Test
  void anIntentThatIsNotSwitchedOnEndsTheBot() throws Exception {
    log.expect("cannot be recovered");
    LoopbackDiscord discord = start();
    discord.expect(Rule.GATEWAY);

    JDA jda = TestBot.builder(discord).enableIntents(GatewayIntent.MESSAGE_CONTENT).build();

    assertThat(jda.awaitShutdown(Duration.ofSeconds(5))).isTrue();
    assertThat(discord.violations()).singleElement().asString().contains("4014");
  }

  @ParameterizedTest
  @ValueSource(ints = {4004, 4014})
  void closedWithACodeThatForbidsItTheBotEnds(int code) throws Exception {
    log.expect("cannot be recovered");
    LoopbackDiscord discord = start();
    TestBot bot = connect(discord);

    discord.gateway().close(code);

    assertThat(bot.jda().awaitShutdown(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void aServerThatRemovesTheBotOrIsOutOfOrderIsToldOf() throws Exception {
    LoopbackDiscord discord = start();
    Guild first = discord.guild("G");
    Guild second = discord.guild("H");
    CountDownLatch left = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    TestBot bot =
        connect(
            discord,
            on(GuildLeaveEvent.class, event -> left.countDown()),
            on(GuildUnavailableEvent.class, event -> out.countDown()));

    first.removeBot();
    second.outage();

    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(out.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(bot.jda().getGuildById(first.id())).isNull();
  }

  @Test
  void aServerThatTheBotJoinsLaterIsTalkedIn() {
    LoopbackDiscord discord = start();
    connect(discord, answering());

    assertAnswers(discord);
  }
}
