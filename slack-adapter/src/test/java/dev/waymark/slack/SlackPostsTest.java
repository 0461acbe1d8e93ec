package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatChannel.Search;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import dev.waymark.slack.loopback.Channel;
import dev.waymark.slack.loopback.Failure;
import dev.waymark.slack.loopback.LoopbackSlack;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Method;
import dev.waymark.slack.loopback.Rule;
import dev.waymark.slack.loopback.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of posts of the bot's own accord, whatever Slack, the network or an admin does. */
class SlackPostsTest extends SlackTestCase {

  private static final String GENERAL = "#general";
  private static final PostKey KEY = new PostKey("t-2026-11-28-a");

  private Channel general;
  private Member ana;

  @BeforeEach
  void begin() {
    general = slack().workspace().channel(GENERAL);
    ana = slack().workspace().member("ana");
  }

  private ChatChannel posts() throws Exception {
    connect(new ToldBot().bot(), Map.of());
    return main().posts();
  }

  private static ChatReply tip(PostKey key) {
    return ChatReply.content("Read an error message from its end. <!channel>")
        .titled("Tip of the day")
        .offering(List.of(Choice.main("next:tip:" + key.value(), "My next step")));
  }

  private Place place(Channel channel) {
    return new Place(Platform.SLACK, slack().workspace().id(), channel.id(), "");
  }

  private Posted post(ChatChannel posts) {
    return posts.post(place(general), tip(KEY), KEY);
  }

  private Search find(ChatChannel posts) {
    return posts.find(place(general), KEY, slack().clock().instant());
  }

  private List<SeenMessage> seen() {
    return slack().recorded().messagesIn(GENERAL);
  }

  private int requests() {
    return slack().recorded().requests(Method.CHAT_POST_MESSAGE).size();
  }

  private static void assertLater(Posted posted, Duration wait) {
    assertThat(posted)
        .isInstanceOfSatisfying(
            Posted.Later.class,
            later ->
                assertThat(later.retryAt())
                    .isBetween(
                        Instant.now().plus(wait).minusSeconds(10),
                        Instant.now().plus(wait).plusSeconds(10)));
  }

  @Test
  void aPostStandsInTheChannelCallsNobodyAndIsFoundByItsKey() throws Exception {
    ChatChannel posts = posts();
    assertThat(posts.reaches(place(general))).isTrue();
    assertThat(posts.missing(place(general))).isEmpty();
    assertThat(find(posts)).isEqualTo(new Search.Absent());
    Posted posted = posts.post(inThread(general), tip(KEY), KEY);

    assertThat(seen())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(posted).isEqualTo(new Posted.Sent(m.ts()));
              assertThat(m.thread()).isEmpty();
              assertThat(m.text()).contains("Tip of the day", "error message");
              assertThat(m.sent().path("unfurl_links").asText()).isEqualTo("0");
              assertThat(m.sent().path("text").asText()).contains("Tip of the day");
            });
    assertThat(find(posts)).isEqualTo(new Search.Stands(seen().getFirst().ts()));
    assertThat(posts.find(place(general), new PostKey("other"), slack().clock().instant()))
        .isEqualTo(new Search.Absent());
    assertThat(posts.limits().keyLasts()).isZero();
  }

  private Place inThread(Channel channel) {
    return new Place(Platform.SLACK, slack().workspace().id(), channel.id(), "1.1");
  }

  @Test
  void aReplyThatIsCutLeavesItUnsureAndThePostIsFound() throws Exception {
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.cut());

    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);
    assertThat(find(posts)).isEqualTo(new Search.Stands(seen().getFirst().ts()));
    assertThat(requests()).as("it is not sent again").isEqualTo(1);
  }

  @Test
  void aReplyThatIsLostBehindAProxyLeavesItUnsureAndThePostIsFound() throws Exception {
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.swallowed(502));

    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);
    assertThat(find(posts)).isEqualTo(new Search.Stands(seen().getFirst().ts()));
    assertThat(requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "fatal_error"})
  void whatSlackItselfDoesNotKnowIsUnsure(String error) throws Exception {
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.error(error));
    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.status(503));
    assertThat(post(posts)).isInstanceOf(Posted.Unsure.class);

    assertThat(find(posts)).isEqualTo(new Search.Absent());
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void atARateLimitItComesBackWhenSlackSaysAndOthersAreNotHeldUp() throws Exception {
    slack().workspace().channel("#other");
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.rateLimited(Duration.ofSeconds(90)));
    assertLater(post(posts), Duration.ofSeconds(90));
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.error("service_unavailable"));
    assertLater(post(posts), Duration.ofMinutes(1));

    assertThat(requests()).as("each asked for once").isEqualTo(2);
    assertThat(post(posts)).isInstanceOf(Posted.Sent.class);
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, /invite @Waymark",
    "restricted_action, leave to write",
    "restricted_action_read_only_channel, leave to write",
    "ekm_access_denied, ekm_access_denied"
  })
  void whatSlackForbidsIsSaidWithItsMend(String error, String said) throws Exception {
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.error(error));

    assertThat(post(posts))
        .isInstanceOfSatisfying(
            Posted.Forbidden.class, f -> assertThat(f.missing()).contains(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_revoked", "account_inactive", "invalid_auth"})
  void aTokenThatIsNoMoreEndsNoChannelsTips(String error) throws Exception {
    ChatChannel posts = posts();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.error(error));

    assertLater(post(posts), Duration.ofMinutes(1));
  }

  @Test
  void whereItIsNotItSaysHowToInviteIt() throws Exception {
    Channel open = slack().workspace().channel("#open").withoutBot();
    Channel secret = slack().workspace().channel("#secret").secluded().withoutBot();
    ChatChannel posts = posts();
    slack().expect(Rule.MEMBERSHIP);

    assertThat(posts.missing(place(open))).singleElement().asString().contains("/invite");
    assertThat(posts.missing(place(secret))).singleElement().asString().contains("/invite");
    assertThat(posts.post(place(open), tip(KEY), KEY)).isInstanceOf(Posted.Forbidden.class);
    assertThat(posts.post(place(secret), tip(KEY), KEY)).isEqualTo(new Posted.Gone());
    assertThat(posts.find(place(open), KEY, Instant.now())).isEqualTo(new Search.NotKnown());
  }

  @Test
  void anArchivedOrDeletedChannelIsGone() throws Exception {
    ChatChannel posts = posts();
    slack().expect(Rule.MEMBERSHIP);
    general.archive();
    assertThat(post(posts)).isEqualTo(new Posted.Gone());
    general.delete();

    assertThat(post(posts)).isEqualTo(new Posted.Gone());
  }

  @Test
  void withoutTheScopeNobodyKnowsAndThePostIsMadeAllTheSame() throws Exception {
    use(LoopbackSlack.with().scopes("commands", "chat:write").start());
    general = slack().workspace().channel(GENERAL);
    ChatChannel posts = posts();
    slack().expect(Rule.SCOPE);

    assertThat(posts.missing(place(general))).isEmpty();
    assertThat(post(posts)).isInstanceOf(Posted.Sent.class);
    assertThat(find(posts)).isEqualTo(new Search.NotKnown());
  }

  @Test
  void anotherWorkspaceAndAConversationAreNoPlacesForPosts() throws Exception {
    ChatChannel posts = posts();
    var elsewhere = new Place(Platform.SLACK, "T9", general.id(), "");

    assertThat(posts.reaches(elsewhere)).isFalse();
    assertLater(posts.post(elsewhere, tip(KEY), KEY), Duration.ofMinutes(1));
    assertThat(posts.reaches(new Place(Platform.SLACK, "", "D1", ""))).isFalse();
    assertThat(posts.missing(new Place(Platform.SLACK, "", "D1", "")))
        .singleElement()
        .asString()
        .contains("a channel");
  }

  @Test
  void aPostIsFoundAmongManyMessages() throws Exception {
    ChatChannel posts = posts();
    Posted sent = post(posts);
    IntStream.range(0, 130).forEach(i -> ana.says(GENERAL, "message " + i));
    slack().deliveries().settle();

    assertThat(find(posts)).isEqualTo(new Search.Stands(((Posted.Sent) sent).messageId()));
    slack().fail(Method.CONVERSATIONS_HISTORY, Failure.rateLimited(Duration.ofSeconds(30)));
    assertThat(find(posts)).isEqualTo(new Search.NotKnown());
  }

  @Test
  void aMemberIsToldUnlessSlackRefuses() throws Exception {
    ChatChannel posts = posts();
    var told =
        new dev.waymark.chat.Member(Platform.SLACK, slack().workspace().id() + "/" + ana.id());
    assertThat(posts.tell(told, ChatReply.notice("Tips are paused."))).isTrue();
    assertThat(slack().recorded().messagesIn("@ana")).hasSize(1);
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.error("messages_tab_disabled"));

    assertThat(posts.tell(told, ChatReply.notice("Tips are paused."))).isFalse();
    assertThat(
            posts.tell(
                new dev.waymark.chat.Member(Platform.SLACK, "T9/" + ana.id()),
                ChatReply.notice("Tips are paused.")))
        .isFalse();
  }
}
