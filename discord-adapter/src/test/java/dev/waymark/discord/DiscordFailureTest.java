package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Picture;
import dev.waymark.discord.loopback.Endpoint;
import dev.waymark.discord.loopback.Failure;
import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.Rule;
import dev.waymark.discord.loopback.SentMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What members and admins meet when Discord, the network or the bot's permissions fail. */
class DiscordFailureTest extends DiscordTestCase {

  private static final String GENERAL = "#general";

  private final CountDownLatch slow = new CountDownLatch(1);

  private record Says(CommandInfo info, java.util.function.Supplier<ChatReply> reply)
      implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return reply.get();
    }
  }

  /** A bot that answers at once, late, or with a picture. */
  private ChatBot bot() {
    var ask =
        new Says(
            CommandInfo.of(
                "ask",
                "Asks",
                List.of(
                    new CommandInfo.Option(
                        "question", "What", CommandInfo.Option.Kind.TEXT, true))),
            () -> ChatReply.content("an answer"));
    var late =
        new Says(
            CommandInfo.of("late", "Takes its time"),
            () -> {
              try {
                slow.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return ChatReply.content("at last");
            });
    var drawn =
        new Says(
            CommandInfo.of("drawn", "Shows"),
            () ->
                ChatReply.content("in words")
                    .showing(new Picture("p.png", new byte[] {1, 2, 3}, "a picture")));
    var tale =
        new Says(
            CommandInfo.of("tale", "Goes on and on"),
            () ->
                ChatReply.content(
                    IntStream.rangeClosed(1, 300)
                        .mapToObj(i -> "Sentence " + i + " of a long tale.\n\n")
                        .collect(Collectors.joining())));
    Set<String> events = new HashSet<>();
    return new ChatBot(
        List.of(ask, late, drawn, tale),
        ask,
        (platform, id, now) -> events.add(id),
        ChatBot.Pace.unlimited(Clock.systemUTC()),
        Clock.systemUTC());
  }

  private Member ana() throws Exception {
    var guild = discord().guild("Learners");
    guild.channel(GENERAL);
    Member ana = guild.member("ana");
    connect(bot(), Map.of());
    return ana;
  }

  @Test
  void aSlowAnswerIsAnnouncedInTimeAndHoldsNobodyUp() throws Exception {
    Member ana = ana();
    Interaction late = ana.slash(GENERAL, "late", Map.of());
    assertThat(ana.slash(GENERAL, "ask", Map.of("question", "?")).await().text())
        .isEqualTo("an answer");
    Interaction.Acknowledged first = late.acknowledged();
    assertThat(first.type()).as("thinking").isEqualTo(5);
    assertThat(first.ephemeral()).isTrue();
    assertThat(first.took().toMillis()).isLessThan(3_000);
    slow.countDown();

    assertThat(late.await().text()).isEqualTo("at last");
  }

  @Test
  void withManyUnderWayASignOfLifeComesAtOnce() throws Exception {
    Member ana = ana();
    int many = 4 * Runtime.getRuntime().availableProcessors();
    List<Interaction> late =
        IntStream.rangeClosed(0, many).mapToObj(i -> ana.slash(GENERAL, "late", Map.of())).toList();
    assertThat(late.getLast().acknowledged().took().plusMillis(500))
        .isLessThan(late.getFirst().acknowledged().took());
    slow.countDown();

    assertThat(late).allSatisfy(l -> assertThat(l.await().text()).isEqualTo("at last"));
  }

  @Test
  void whereItMayNotWriteTheMemberIsToldWhichPermissionItLacks() throws Exception {
    var guild = discord().guild("Learners");
    guild.channel("#closed").botLacks(Permission.MESSAGE_SEND);
    Member ana = guild.member("ana");
    connect(bot(), Map.of());
    SentMessage asked = ana.mentions("#closed", "why?");

    assertThat(discord().awaitMessage("a direct message", m -> m.channel().equals("@ana")).text())
        .contains("I lack the permission **Send Messages**", "An admin can grant it");
    assertThat(asked.isUnanswered()).isTrue();
  }

  @Test
  void anAnswerOutlivesErrorsOfDiscord() throws Exception {
    Member ana = ana();
    log.expect("");
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.status(502), 2);

    assertThat(ana.mentions(GENERAL, "why?").await().text()).isEqualTo("an answer");
  }

  @Test
  void whatIsTooLateIsLeftAndTheNextIsAnswered() throws Exception {
    Member ana = ana();
    discord().fail(Endpoint.CALLBACK, Failure.unknownInteraction());
    Interaction lost = ana.slash(GENERAL, "ask", Map.of("question", "?"));
    discord()
        .await(
            "the failure",
            () -> discord().recorded().requests().stream().anyMatch(r -> r.status() == 404));

    assertThat(ana.slash(GENERAL, "ask", Map.of("question", "?")).await().text())
        .isEqualTo("an answer");
    assertThat(lost.isAcknowledged()).isFalse();
  }

  @Test
  void anAnswerThatDiscordRefusesIsNotSilence() throws Exception {
    Member ana = ana();
    discord().fail(Endpoint.CALLBACK, Failure.error(400, 50_035, "Invalid Form Body"));
    ana.slash(GENERAL, "ask", Map.of("question", "?"));
    assertThat(discord().awaitMessage("an apology", m -> true).text())
        .contains("Something went wrong on my side", "the reference ");

    discord().fail(Endpoint.CREATE_MESSAGE, Failure.error(400, 50_035, "Invalid Form Body"));
    assertThat(ana.mentions(GENERAL, "why?").await().text()).contains("Something went wrong");
  }

  @Test
  void aLongAnswerComesInSeveralMessagesAndWhole() throws Exception {
    Member ana = ana();
    Interaction asked = ana.slash(GENERAL, "tale", Map.of());
    var told = new StringBuilder(asked.await().text());
    asked.followUps(2).forEach(message -> told.append(message.text()));
    assertThat(told).contains("Sentence 1 of", "Sentence 150 of", "Sentence 300 of");

    SentMessage mention = ana.mentions(GENERAL, "tale");
    assertThat(mention.await().text()).startsWith("Sentence 1 of");
    assertThat(discord().awaitMessage("the end", m -> m.text().contains("Sentence 300 of")).text())
        .doesNotContain("Sentence 1 of");
  }

  @Test
  void aPictureThatIsTooLargeIsLeftOutAndSaid() throws Exception {
    Member ana = ana();
    discord().fail(Endpoint.EDIT_ORIGINAL, Failure.tooLarge());

    assertThat(ana.slash(GENERAL, "drawn", Map.of()).await().text())
        .contains("in words", "could not send the picture");
  }

  @Test
  void closedDirectMessagesHurtNobody() throws Exception {
    var guild = discord().guild("Learners");
    guild.channel("#closed").botLacks(Permission.MESSAGE_SEND);
    guild.channel(GENERAL);
    Member ana = guild.member("ana");
    ana.person().closeDirectMessages();
    connect(bot(), Map.of());
    ana.mentions("#closed", "why?");

    assertThat(ana.mentions(GENERAL, "why?").await().text()).isEqualTo("an answer");
  }

  @Test
  void aGatewayThatRefusesIsNotRunDown() throws Exception {
    Member ana = ana();
    log.expect("");
    discord().gateway().forgetSessions();
    discord().gateway().refuse(503, 2);
    discord().gateway().cut();
    discord()
        .await(
            Duration.ofSeconds(40),
            "a new session",
            () -> discord().recorded().identifies().size() == 2);

    assertThat(ana.mentions(GENERAL, "why?").await(Duration.ofSeconds(30)).text())
        .isEqualTo("an answer");
    assertThat(discord().recorded().refusals()).isEqualTo(2);
  }

  @Test
  void commandsAreRegisteredOnceAndNotAgain() throws Exception {
    use(LoopbackDiscord.with().identifies(Duration.ofMillis(1), 1).start());
    ana();
    restart(bot());

    assertThat(discord().recorded().registrations()).hasSize(1);
  }

  @Test
  void whatIsBeingAnsweredIsFinishedBeforeItCloses() throws Exception {
    Member ana = ana();
    Interaction late = ana.slash(GENERAL, "late", Map.of());
    assertThat(late.acknowledged().type()).isEqualTo(5);
    var closing = Thread.ofVirtual().start(() -> main().close());
    slow.countDown();

    assertThat(late.await().text()).isEqualTo("at last");
    closing.join();
  }

  @Test
  void severalShardsConnectOneAfterAnother() throws Exception {
    use(LoopbackDiscord.with().shards(2).start());
    discord().guild("Learners").channel(GENERAL);
    connect(bot(), Map.of("DISCORD_SHARDS", "0-1/2"));

    assertThat(discord().recorded().identifies())
        .extracting(i -> i.shard() + "/" + i.shards())
        .containsExactly("0/2", "1/2");
    assertThat(discord().recorded().identifies())
        .as("no privileged intent")
        .allSatisfy(i -> assertThat(i.intents() & (1L << 15)).isZero());
  }

  @Test
  void aTokenThatDiscordDoesNotKnowIsSaidInOneSentence() {
    log.expect("");
    discord().expect(Rule.AUTHORISATION);

    assertThatThrownBy(() -> connect(bot(), Map.of("DISCORD_TOKEN", "wrong")))
        .isInstanceOf(DiscordMain.CannotConnect.class)
        .hasMessageStartingWith("Discord does not know this token");
  }

  @Test
  void aDiscordThatCannotBeReachedIsSaidInOneSentence() {
    log.expect("");

    assertThatThrownBy(
            () -> connect(bot(), Map.of("DISCORD_API_URL", "http://127.0.0.1:9/api/v10/")))
        .isInstanceOf(DiscordMain.CannotConnect.class)
        .hasMessageStartingWith("Discord cannot be reached");
  }

  @Test
  void theDoctorSaysWhatIsThereAndWhatLacks() {
    var guild = discord().guild("Learners");
    guild.channel("#closed").botLacks(Permission.MESSAGE_ATTACH_FILES);
    String said = doctor(discord().token());

    assertThat(said)
        .contains(
            "ok    token:",
            "ok    invite: https://discord.com/oauth2/authorize?",
            "mend  Learners #closed: lacks Attach Files; grant it under the channel's settings");
    log.expect("");
    discord().expect(Rule.AUTHORISATION);
    assertThat(doctor("wrong"))
        .contains("mend  token: Discord does not know it")
        .doesNotContain("wrong\n");
  }

  private String doctor(String token) {
    var out = new ByteArrayOutputStream();
    DiscordDoctor.run(
        Map.of(
            "DISCORD_TOKEN", token,
            "DISCORD_API_URL", discord().apiUrl(),
            "DISCORD_GATEWAY_URL", discord().gatewayUrl()),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
