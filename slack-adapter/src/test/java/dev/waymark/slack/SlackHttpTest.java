package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events by HTTP, with a Slack that only says yes and keeps what it was sent. */
class SlackHttpTest {

  private static final String SECRET = "a-signing-secret";

  private record Sent(String path, String body) {}

  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer api;
  private SlackMain main;

  SlackHttpTest() throws IOException, SlackMain.CannotConnect {
    api = HttpServer.create(loopback(), 0);
    api.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(new Sent(exchange.getRequestURI().getPath(), body));
            byte[] answer =
                "{\"ok\":true,\"user_id\":\"UBOT\",\"team_id\":\"T1\",\"channel\":\"C1\",\"ts\":\"9.1\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    api.start();
    main =
        SlackMain.start(
            new SlackSettings(
                "xoxb-test",
                new SlackSettings.Entry.Http(SECRET, loopback()),
                Optional.of(address(api.getAddress().getPort(), "/api/")),
                Set.of()),
            bot(),
            Clock.systemUTC());
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String address(int port, String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static ChatBot bot() {
    var ask =
        new ChatCommand() {
          @Override
          public CommandInfo info() {
            return CommandInfo.of(
                "ask",
                "Asks",
                List.of(
                    new CommandInfo.Option(
                        "question", "What to ask", CommandInfo.Option.Kind.TEXT, true)));
          }

          @Override
          public ChatReply handle(ChatRequest request) {
            return ChatReply.content("You asked: " + request.option("question").orElse(""));
          }
        };
    Set<String> events = ConcurrentHashMap.newKeySet();
    Clock clock = Clock.systemUTC();
    return new ChatBot(
        List.of(ask),
        ask,
        (platform, id, now) -> events.add(id),
        ChatBot.Pace.unlimited(clock),
        clock);
  }

  @BeforeEach
  void afterItsTokenWasChecked() throws InterruptedException {
    assertThat(main.awaitReady(Duration.ofSeconds(5))).isTrue();
    assertThat(next().path()).isEqualTo("/api/auth.test");
  }

  @AfterEach
  void close() {
    main.close();
    api.stop(0);
  }

  private Sent next() throws InterruptedException {
    Sent next = sent.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  private HttpResponse<String> deliver(String type, String body, Duration age, String secret)
      throws Exception {
    String time = Long.toString(Clock.systemUTC().instant().minus(age).getEpochSecond());
    return client.send(
        HttpRequest.newBuilder(URI.create(address(main.port(), "/slack/events")))
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", new SlackSignature.Generator(secret).generate(time, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> event(String body) throws Exception {
    return deliver("application/json", body, Duration.ZERO, SECRET);
  }

  private static String message(String type, String text) {
    return """
        {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev-%s","event_time":1,
         "event":{"type":"%s","user":"U1","text":"%s","ts":"1.1","channel":"C1","channel_type":"channel","event_ts":"1.1"}}
        """
        .formatted(type, type, text);
  }

  private String command(String text) {
    return "command=%2Fwaymark&text="
        + encoded(text)
        + "&response_url="
        + encoded(address(api.getAddress().getPort(), "/answers"))
        + "&trigger_id=1.2.3&user_id=U1&team_id=T1&channel_id=C1&token=x&api_app_id=A1";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void slackMakesSureThatTheAddressIsTheBots() throws Exception {
    HttpResponse<String> answer =
        event("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"c-1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("c-1");
  }

  @Test
  void aCommandIsAnsweredToTheMemberAlone() throws Exception {
    HttpResponse<String> acknowledged =
        deliver("application/x-www-form-urlencoded", command("why <b>?"), Duration.ZERO, SECRET);

    assertThat(acknowledged.statusCode()).isEqualTo(200);
    assertThat(acknowledged.body()).isEmpty();
    Sent answer = next();
    assertThat(answer.path()).isEqualTo("/answers");
    assertThat(answer.body())
        .contains("\"response_type\":\"ephemeral\"", "You asked: why ", "lt;b");
  }

  @Test
  void aMentionThatComesAsTwoEventsIsAnsweredOnceInItsThread() throws Exception {
    assertThat(event(message("app_mention", "<@UBOT> why?")).statusCode()).isEqualTo(200);
    assertThat(event(message("message", "<@UBOT> why?")).statusCode()).isEqualTo(200);
    assertThat(event(message("reaction_added", "unknown to it")).statusCode()).isEqualTo(200);

    Sent answer = next();
    assertThat(answer.path()).isEqualTo("/api/chat.postMessage");
    assertThat(answer.body())
        .contains("channel=C1", "thread_ts=1.1", "unfurl_links=0", encoded("You asked: why?"));
    main.close();
    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsNotSignedOrTooOldIsRefused() throws Exception {
    String form = "application/x-www-form-urlencoded";

    assertThat(deliver(form, command("why?"), Duration.ZERO, "another").statusCode())
        .isEqualTo(401);
    assertThat(deliver(form, command("why?"), Duration.ofSeconds(301), SECRET).statusCode())
        .isEqualTo(401);
    assertThat(deliver(form, "nothing", Duration.ZERO, SECRET).statusCode()).isEqualTo(400);
    assertThat(sent).isEmpty();
  }
}
