package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Slack at its worst, and what a real Bolt sees of it. */
class FailureTest extends LoopbackTestCase {

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  private TestBot listening(LoopbackSlack slack) {
    TestBot bot = bot(slack);
    bot.app()
        .event(
            AppMentionEvent.class,
            (payload, ctx) -> {
              heard.add(payload.getEventId() + " " + ctx.getRetryNum());
              return ctx.ack();
            });
    bot.app().event(MessageEvent.class, (payload, ctx) -> ctx.ack());
    return bot;
  }

  private static Member ana(LoopbackSlack slack) {
    return slack.workspace().member("ana");
  }

  @Test
  void anEventIsToldFourTimesInParallel() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = listening(slack).connect();
    assertThat(bot.app()).isNotNull();
    slack.deliveries().repeatEvents(4);

    assertThat(ana(slack).mentions("#general", "why?").isUnanswered()).isTrue();
    slack.deliveries().settle();

    List<String> ids = heard.stream().map(line -> line.replaceFirst(" .*", "")).toList();
    assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
    assertThat(heard).extracting(l -> l.replaceFirst(".* ", "")).contains("1", "2", "3");
  }

  @Test
  void anEnvelopeIsSentTwiceAndAMessageToldAgain() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = listening(slack).connect();
    assertThat(bot.app()).isNotNull();
    slack.deliveries().repeatEnvelopes(2);

    SentMessage asked = ana(slack).mentions("#general", "why?");
    slack.await("both", () -> heard.size() == 2);
    slack.deliveries().repeatEvents(1);
    slack.deliveries().redeliver(asked);
    slack.deliveries().settle();

    assertThat(heard).hasSize(3);
    assertThat(heard)
        .extracting(l -> l.replaceFirst(" .*", ""))
        .containsOnly(heard.peek().replaceFirst(" .*", ""));
  }

  @Test
  void methodsFailByNameByStatusSlowlyAndInTheMiddle() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = bot(slack);
    String general = slack.workspace().channel("#general").id();
    slack.fail(Method.CHAT_POST_MESSAGE, Failure.rateLimited(Duration.ofSeconds(7)));
    slack.fail(Method.CHAT_POST_MESSAGE, Failure.status(503));
    slack.fail(Method.CHAT_POST_MESSAGE, Failure.error("is_archived"));
    slack.fail(Method.CHAT_POST_MESSAGE, Failure.slow(Duration.ofMillis(50)));
    slack.fail(Method.CHAT_POST_MESSAGE, Failure.cut());
    TestBot.Call<String> post =
        () -> bot.client().chatPostMessage(r -> r.channel(general).text("x")).getError();

    assertThatThrownBy(post::send)
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> {
              assertThat(e.getResponse().code()).isEqualTo(429);
              assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
            });
    assertThatThrownBy(post::send).isInstanceOf(SlackApiException.class);
    assertThat(post.send()).isEqualTo("is_archived");
    assertThat(post.send()).isNull();
    assertThatThrownBy(post::send).isInstanceOf(IOException.class);
    assertThat(slack.recorded().messages()).hasSize(2);
    assertThat(slack.recorded().requests(Method.CHAT_POST_MESSAGE)).hasSize(5);
  }

  @Test
  void aConnectionIsReplacedWhenSlackAsksForIt() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = listening(slack).connect();
    assertThat(bot.app()).isNotNull();
    int before = slack.recorded().connections();

    slack.socket().disconnect("refresh_requested");
    slack.await("another connection", () -> slack.recorded().connections() > before);
    assertThat(ana(slack).mentions("#general", "why?").ts()).isNotEmpty();
    slack.await("the mention", () -> !heard.isEmpty());
  }

  @Test
  void whatHappensDuringACutIsToldAfterwards() throws Exception {
    log.expect("onError", "Failed");
    LoopbackSlack slack = start();
    TestBot bot = listening(slack).connect();
    assertThat(bot.app()).isNotNull();

    slack.socket().cut();
    slack.await("the end of the connection", () -> slack.socket().open() == 0);
    assertThat(ana(slack).mentions("#general", "why?").ts()).isNotEmpty();

    slack.await("the mention", () -> !heard.isEmpty());
  }

  @Test
  void connectionsAreRefusedOnDemandAndWithoutATicket() {
    LoopbackSlack slack = start();
    slack.expect(Rule.AUTHORISATION);
    slack.socket().refuse(503, 1);
    URI address = URI.create(slack.apiUrl().replace("http", "ws").replace("api/", "link/"));

    assertThat(refusal(address)).isEqualTo(503);
    assertThat(slack.recorded().refusals()).isEqualTo(1);
    assertThat(refusal(address)).isEqualTo(403);
  }

  private static int refusal(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .newWebSocketBuilder()
          .buildAsync(address, new WebSocket.Listener() {})
          .handle(
              (socket, error) ->
                  error.getCause() instanceof WebSocketHandshakeException refused
                      ? refused.getResponse().statusCode()
                      : 101)
          .join();
    }
  }

  @Test
  void overHttpAFailedEventIsTriedAgain() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = bot(slack);
    bot.app()
        .event(
            AppMentionEvent.class,
            (payload, ctx) -> {
              heard.add(payload.getEventId() + " " + ctx.getRetryNum());
              if (heard.size() < 3) {
                // An answer with another status would be acknowledged all the same.
                throw new IllegalStateException("as in a bug");
              }
              return ctx.ack();
            });
    bot.app().event(MessageEvent.class, (payload, ctx) -> ctx.ack());
    HttpDelivery http = bot.listen();

    assertThat(ana(slack).mentions("#general", "why?").ts()).isNotEmpty();
    slack.await("the first retry", () -> http.statuses().size() == 3);
    slack.deliveries().settle();
    assertThat(slack.deliveries().pending()).isEqualTo(1);
    http.retry();
    slack.deliveries().settle();

    assertThat(slack.deliveries().pending()).isZero();
    assertThat(heard).extracting(l -> l.replaceFirst(".* ", "")).containsExactly("null", "1", "2");
  }

  @Test
  void overHttpABadSignatureIsRefused() {
    log.expect("signature");
    LoopbackSlack slack = start();
    HttpDelivery http = bot(slack).listen();
    String body = "{\"type\":\"url_verification\",\"challenge\":\"x\"}";
    Instant now = Instant.now();

    assertThat(http.post("application/json", body, now, slack.signingSecret())).isEqualTo(200);
    assertThat(http.post("application/json", body, now, "other")).isEqualTo(401);
    assertThat(http.post("application/json", body, now.minusSeconds(301), slack.signingSecret()))
        .isEqualTo(401);
  }

  @Test
  void aHandlerThatThrowsLeavesItUnacknowledged() throws Exception {
    log.expect("Failed to handle");
    LoopbackSlack slack = start();
    TestBot bot = bot(slack);
    var called = new CountDownLatch(1);
    bot.app()
        .command(
            "/waymark",
            (request, ctx) -> {
              called.countDown();
              throw new IllegalStateException("as in a bug");
            });
    bot.connect();
    slack.expect(Rule.UNACKNOWLEDGED);

    Interaction used = ana(slack).command("/waymark", "next");
    assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    bot.close();

    assertThat(slack.deliveries().pending()).isOne();
    assertThat(used.isAcknowledged()).isFalse();
  }

  @Test
  void anAcknowledgementAfterThreeSecondsIsLate() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = bot(slack);
    bot.app()
        .command(
            "/waymark",
            (request, ctx) -> {
              slack.clock().advance(Duration.ofSeconds(4));
              return ctx.ack();
            });
    bot.connect();
    slack.expect(Rule.LATE);

    assertThat(ana(slack).command("/waymark", "next").acknowledged().payload()).isEmpty();
  }

  @Test
  void arrivalsAndARevokedTokenAreTold() throws Exception {
    LoopbackSlack slack = start();
    TestBot bot = bot(slack);
    Channel jobs = slack.workspace().channel("#jobs").withoutBot();
    bot.app()
        .event(
            MemberJoinedChannelEvent.class,
            (payload, ctx) -> {
              heard.add(payload.getEvent().getChannel());
              return ctx.ack();
            });
    bot.connect();

    jobs.invitesBot();
    slack.await("the arrival", () -> heard.contains(jobs.id()));
    slack.revokeToken();

    assertThat(bot.client().authTest(r -> r).getError()).isEqualTo("token_revoked");
  }
}
