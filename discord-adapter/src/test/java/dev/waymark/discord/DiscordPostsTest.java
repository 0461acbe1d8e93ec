package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatChannel.Search;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import dev.waymark.discord.loopback.Channel;
import dev.waymark.discord.loopback.Endpoint;
import dev.waymark.discord.loopback.Failure;
import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.SeenMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of posts of the bot's own accord, whatever Discord, the network or an admin does.
 */
class DiscordPostsTest extends DiscordTestCase {

  private static final PostKey KEY = new PostKey("t-2026-11-28-a");

  private Guild guild = discord().guild("Learners");
  private Channel general = guild.channel("#general");
  private final Guild others = discord().guild("Others");

  /** Does nothing: this is about what the bot says of its own accord. */
  private record Help() implements ChatCommand {

    @Override
    public CommandInfo info() {
      return CommandInfo.of("help", "Helps");
    }

    @Override
    public ChatReply handle(ChatRequest request) {
      return ChatReply.notice("help");
    }
  }

  private ChatChannel posts() throws Exception {
    var help = new Help();
    connect(
        new ChatBot(
            List.of(help),
            help,
            (platform, id, now) -> true,
            ChatBot.Pace.unlimited(Clock.systemUTC()),
            Clock.systemUTC()),
        Map.of());
    return main().posts();
  }

  private static ChatReply tip(PostKey key) {
    return ChatReply.content("Read an error message from its end. @everyone")
        .titled("Tip of the day")
        .offering(List.of(Choice.main("next:tip:" + key.value(), "My next step")));
  }

  private Place place(Channel channel) {
    return new Place(Platform.DISCORD, guild.id(), channel.id(), "");
  }

  /** Waits until the bot knows all that has happened: it is told one thing after another. */
  private void caughtUp() {
    assertThat(others.member("ben").slash("#general", "help", Map.of()).await().text())
        .isEqualTo("help");
  }

  private Posted post(ChatChannel posts) {
    return posts.post(place(general), tip(KEY), KEY);
  }

  private Search find(ChatChannel posts) {
    return posts.find(place(general), KEY, discord().clock().instant());
  }

  private List<SeenMessage> seen() {
    return discord().recorded().messagesIn("#general");
  }

  private long requests() {
    return discord().recorded().requests().stream()
        .filter(r -> r.method().equals("POST") && r.path().endsWith("/messages"))
        .count();
  }

  private static void assertLater(Posted posted, Duration atLeast) {
    assertThat(posted)
        .isInstanceOfSatisfying(
            Posted.Later.class,
            later ->
                assertThat(later.retryAt())
                    .isBetween(
                        Instant.now().plus(atLeast).minusSeconds(10),
                        Instant.now().plus(atLeast).plusSeconds(10)));
  }

  @Test
  void aPostStandsOnceHoweverOftenItIsTriedAndCallsNobody() throws Exception {
    ChatChannel posts = posts();
    assertThat(posts.reaches(place(general))).isTrue();
    assertThat(posts.missing(place(general))).isEmpty();
    assertThat(find(posts)).isEqualTo(new Search.Absent());
    Posted first = post(posts);

    assertThat(post(posts)).isEqualTo(first);
    assertThat(seen())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(first).isEqualTo(new Posted.Sent(m.id()));
              assertThat(m.text()).contains("Tip of the day", "error message");
              assertThat(m.buttons()).containsExactly("next:tip:" + KEY.value());
              assertThat(m.sent().path("enforce_nonce").asBoolean()).isTrue();
              assertThat(m.sent().path("allowed_mentions").path("parse")).isEmpty();
            });
    assertThat(find(posts)).isEqualTo(new Search.Stands(seen().getFirst().id()));
    assertThat(posts.limits().keyLasts()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aReplyThatIsCutLeavesItUnsureAndThePostIsFound() throws Exception {
    ChatChannel posts = posts();
    log.expect("");
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.cut());

    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);
    assertThat(find(posts)).isEqualTo(new Search.Stands(seen().getFirst().id()));
    assertThat(post(posts)).isEqualTo(new Posted.Sent(seen().getFirst().id()));
    assertThat(seen()).hasSize(1);
  }

  @Test
  void aReplyThatIsLostBehindAProxyIsAskedForAgainAndDoublesNothing() throws Exception {
    ChatChannel posts = posts();
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.swallowed(502));

    assertThat(post(posts)).isEqualTo(new Posted.Sent(seen().getFirst().id()));
    assertThat(seen()).hasSize(1);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void aServerThatFailsForGoodLeavesItUnsureAndAbsent() throws Exception {
    ChatChannel posts = posts();
    log.expect("");
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.status(503), 8);

    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);
    assertThat(find(posts)).isEqualTo(new Search.Absent());
  }

  @Test
  void atARateLimitItComesBackWhenDiscordSays() throws Exception {
    ChatChannel posts = posts();
    log.expect("");
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.rateLimited(Duration.ofSeconds(90)));
    assertLater(post(posts), Duration.ofSeconds(90));
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.globallyRateLimited(Duration.ofSeconds(40)));
    assertLater(post(posts), Duration.ofSeconds(40));
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.banned(Duration.ofMinutes(10)));
    assertLater(post(posts), Duration.ofMinutes(10));

    assertThat(requests()).as("each asked for once").isEqualTo(3);
    assertThat(post(posts)).as("and others are not held up").isInstanceOf(Posted.Sent.class);
  }

  @Test
  void whatItLacksIsSaidWithoutAsking() throws Exception {
    Channel hidden = guild.channel("#hidden");
    hidden.botLacks(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
    Channel readOnly = guild.channel("#news");
    readOnly.botLacks(Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY);
    ChatChannel posts = posts();

    assertThat(posts.missing(place(hidden))).containsExactly("View Channels", "Send Messages");
    assertThat(posts.missing(place(readOnly))).containsExactly("Send Messages");
    assertThat(posts.post(place(readOnly), tip(KEY), KEY))
        .isEqualTo(new Posted.Forbidden("Send Messages"));
    assertThat(posts.find(place(readOnly), KEY, Instant.now())).isEqualTo(new Search.NotKnown());
    assertThat(requests()).isZero();
  }

  @Test
  void whatDiscordForbidsIsSaidInPlainWords() throws Exception {
    ChatChannel posts = posts();
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.missingAccess());
    assertThat(post(posts)).isEqualTo(new Posted.Forbidden("View Channels"));
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.missingPermission());
    assertThat(post(posts)).isEqualTo(new Posted.Forbidden("Send Messages"));
    discord().fail(Endpoint.CREATE_MESSAGE, Failure.unknownChannel());
    assertThat(post(posts)).isEqualTo(new Posted.Gone());
  }

  @Test
  void threadsAndForumsAreNoPlacesForPosts() throws Exception {
    Channel forum = guild.forum("#questions");
    Channel thread =
        discord().threadAt(guild.member("ana").post(forum, "Why?", "why?").message()).orElseThrow();
    ChatChannel posts = posts();

    assertThat(posts.missing(place(forum))).singleElement().asString().contains("text channel");
    assertThat(posts.missing(place(thread))).singleElement().asString().contains("text channel");
    assertThat(posts.post(place(forum), tip(KEY), KEY)).isInstanceOf(Posted.Forbidden.class);
  }

  @Test
  void aDeletedChannelIsGoneByDiscordsWord() throws Exception {
    ChatChannel posts = posts();
    general.delete();
    caughtUp();

    assertThat(post(posts)).isEqualTo(new Posted.Gone());
    assertThat(discord().recorded().requests())
        .filteredOn(r -> r.path().equals("/channels/" + general.id()))
        .hasSize(1);
    assertThat(find(posts)).isEqualTo(new Search.NotKnown());
  }

  @Test
  void whenDiscordDoesNotSayThatItIsGoneItIsNot() throws Exception {
    ChatChannel posts = posts();
    general.delete();
    caughtUp();
    discord().fail(Endpoint.CHANNEL, Failure.rateLimited(Duration.ofSeconds(30)));

    assertLater(post(posts), Duration.ofSeconds(30));
  }

  @Test
  void aServerThatTheBotHasLeftIsGone() throws Exception {
    ChatChannel posts = posts();
    guild.removeBot();
    caughtUp();

    assertThat(post(posts)).isEqualTo(new Posted.Gone());
  }

  @Test
  void aServerThatIsOutOfOrderIsWaitedFor() throws Exception {
    ChatChannel posts = posts();
    guild.outage();
    caughtUp();

    assertLater(post(posts), Duration.ofMinutes(1));
    guild.outageEnds();
    caughtUp();
    assertThat(post(posts)).isInstanceOf(Posted.Sent.class);
  }

  @Test
  void whatAnotherProcessServesIsNotReachedNorPosted() throws Exception {
    use(LoopbackDiscord.with().shards(2).start());
    guild = discord().guild("Learners");
    general = guild.channel("#general");
    long shard = (Long.parseLong(guild.id()) >> 22) % 2;
    var help = new Help();
    var bot =
        new ChatBot(
            List.of(help),
            help,
            (platform, id, now) -> true,
            ChatBot.Pace.unlimited(Clock.systemUTC()),
            Clock.systemUTC());
    connect(bot, Map.of("DISCORD_SHARDS", (1 - shard) + "/2"));
    ChatChannel posts = main().posts();

    assertThat(posts.reaches(place(general))).isFalse();
    assertLater(post(posts), Duration.ofMinutes(1));
    assertThat(posts.reaches(new Place(Platform.DISCORD, "", general.id(), ""))).isFalse();
    assertThat(posts.reaches(new Place(Platform.SLACK, "T1", "C1", ""))).isFalse();
  }

  @Test
  void aPostIsFoundAmongManyMessagesAndByItsKeyAlone() throws Exception {
    ChatChannel posts = posts();
    var ana = guild.member("ana");
    IntStream.range(0, 130).forEach(i -> ana.says(general, "message " + i));
    PostKey other = new PostKey("t-2026-11-27-a");
    posts.post(place(general), tip(other), other);
    assertThat(find(posts)).isEqualTo(new Search.Absent());
    Posted sent = post(posts);
    IntStream.range(0, 130).forEach(i -> ana.says(general, "message " + i));

    assertThat(find(posts)).isEqualTo(new Search.Stands(((Posted.Sent) sent).messageId()));
    discord().fail(Endpoint.MESSAGES, Failure.rateLimited(Duration.ofSeconds(30)));
    assertThat(find(posts)).isEqualTo(new Search.NotKnown());
  }

  @ParameterizedTest
  @EnumSource
  void aMemberIsToldUnlessTheyRefuse(Told told) throws Exception {
    ChatChannel posts = posts();
    var ana = guild.member("ana");
    if (told == Told.REFUSES) {
      ana.person().closeDirectMessages();
    }

    assertThat(
            posts.tell(
                new Member(Platform.DISCORD, ana.id()), ChatReply.notice("Tips are paused.")))
        .isEqualTo(told == Told.LISTENS);
    assertThat(discord().recorded().messagesIn("@ana")).hasSize(told == Told.LISTENS ? 1 : 0);
  }

  /** Whether somebody takes messages from the bot. */
  enum Told {
    LISTENS,
    REFUSES
  }
}
