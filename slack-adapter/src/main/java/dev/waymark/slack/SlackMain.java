package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SingleTeamAuthorization;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.Shutdown;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.Platform;
import dev.waymark.http.HttpEntrance;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entrance of {@code ./waymark slack}: connects the bot with Slack, by Socket Mode or by HTTP,
 * until it is told to stop.
 */
public final class SlackMain implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackMain.class);
  private static final Duration FINISH = Duration.ofSeconds(6);
  private static final String PATH = "/slack/events";

  // It would log a request that it does not know whole, with what was written. Held here, since the
  // logging system forgets
  // loggers that nobody holds.
  private static final java.util.logging.Logger PARSER =
      java.util.logging.Logger.getLogger(SlackRequestParser.class.getName());

  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final SlackApi api;
  private final SlackPosts posts;
  private final Entrance entrance;

  /**
   * What events come in by.
   *
   * @param port at which it listens; 0 when it does not
   */
  private record Entrance(int port, Closeable closes) {}

  /** Slack does not let the bot in. The message is one sentence: why, and what to do. */
  static final class CannotConnect extends Exception {
    private static final long serialVersionUID = 1;

    private CannotConnect(String message, Throwable cause) {
      super(message, cause);
    }

    private static CannotConnect refused(String setting, Exception cause) {
      return new CannotConnect(
          "Slack does not accept "
              + setting
              + ": copy it again from api.slack.com/apps; ./waymark slack doctor says more",
          cause);
    }

    private static CannotConnect unreachable(Exception cause) {
      return new CannotConnect(
          "Slack cannot be reached ("
              + cause.getClass().getSimpleName()
              + "): look at the network and at slack-status.com, then start again",
          cause);
    }
  }

  private SlackMain(SlackSettings settings, ChatBot bot, Clock clock) throws CannotConnect {
    PARSER.setLevel(Level.OFF);
    this.api = new SlackApi(settings, clock);
    var channel = new SlackChannel(api, bot.commands());
    var views = new SlackViews(bot, api, channel);
    var listener = new SlackListener(bot, api, channel, views, work, settings.askChannels(), clock);
    try {
      AuthTestResponse self = authenticated(api.slack(), settings);
      this.posts = new SlackPosts(api, channel, self.getTeamId(), clock);
      App app = app(settings, api.slack(), self);
      listener.listen(app);
      app.start();
      this.entrance =
          switch (settings.entry()) {
            case SlackSettings.Entry.Socket socket -> socket(socket.appToken(), app, clock);
            case SlackSettings.Entry.Http http -> http(http.address(), app);
          };
    } catch (IOException e) {
      work.shutdownNow();
      throw CannotConnect.unreachable(e);
    }
  }

  private static App app(SlackSettings settings, Slack slack, AuthTestResponse self) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(settings.botToken())
            // From the settings alone, whatever Bolt would find in the environment.
            .signingSecret(null)
            .clientId(null)
            .clientSecret(null)
            .authTestCacheExpirationMillis(-1)
            // What nobody handles is acknowledged as well, or Slack would deliver it again and
            // again.
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(request -> Response.ok())
            .build();
    var middleware = new ArrayList<Middleware>();
    if (settings.entry() instanceof SlackSettings.Entry.Http http) {
      middleware.add(
          new RequestVerification(
              new SlackSignature.Verifier(new SlackSignature.Generator(http.signingSecret()))));
    }
    middleware.add(new SingleTeamAuthorization(config, self, null));
    return new App(config, middleware);
  }

  private static AuthTestResponse authenticated(Slack slack, SlackSettings settings)
      throws IOException, CannotConnect {
    try {
      AuthTestResponse bot = slack.methods(settings.botToken()).authTest(r -> r);
      if (bot.isOk()) {
        return bot;
      }
      throw CannotConnect.refused("SLACK_BOT_TOKEN", new IOException(bot.getError()));
    } catch (SlackApiException e) {
      throw new IOException("auth.test", e);
    }
  }

  private Entrance socket(String appToken, App app, Clock clock) throws IOException, CannotConnect {
    try {
      var socket = new Socket(api.slack(), appToken, app, ready, clock);
      socket.connect();
      return new Entrance(0, socket);
    } catch (IllegalStateException e) {
      throw CannotConnect.refused("SLACK_APP_TOKEN", e);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /**
   * A connection by Socket Mode. It takes events in as they come, each on a thread of its own, and
   * waits longer after each connection that fails; Bolt's own stops trying for good when Slack
   * answers with an error.
   */
  private static final class Socket extends SocketModeClientJavaWSImpl {

    private static final Pattern HELLO = Pattern.compile("\"type\"\\s*:\\s*\"hello\"");
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final App app;
    private final SocketModeRequestParser parser;
    private final CountDownLatch ready;
    private final Clock clock;
    private Duration wait = CHECK;

    Socket(Slack slack, String appToken, App app, CountDownLatch ready, Clock clock)
        throws IOException, URISyntaxException {
      super(
          slack,
          appToken,
          slack.issueSocketModeUrl(appToken),
          0,
          new ConcurrentLinkedMessageQueue(),
          true,
          true,
          CHECK.toMillis());
      this.app = app;
      this.parser = new SocketModeRequestParser(app.config());
      this.ready = ready;
      this.clock = clock;
    }

    @Override
    public void enqueueMessage(String message) {
      Thread.startVirtualThread(
          () -> {
            try {
              processMessage(message);
              take(message);
            } catch (Exception e) {
              // Not acknowledged, so that Slack delivers it again.
              LOG.warn("an event could not be taken in: {}", e.getClass().getName());
            }
          });
    }

    private void take(String message) throws Exception {
      if (HELLO.matcher(message).find()) {
        ready.countDown();
      }
      SocketModeRequest request = parser.parse(message);
      if (request == null) {
        return;
      }
      Request<?> event = request.getBoltRequest();
      if (event == null || app.run(event).getStatusCode() == 200) {
        acknowledge(request.getEnvelope().getEnvelopeId());
      }
    }

    private void acknowledge(String envelope) {
      try {
        sendSocketModeResponse(new AckResponse(envelope));
      } catch (RuntimeException e) {
        // It is being answered; Slack delivers it again, and then it is known.
        LOG.info("a connection ended before an acknowledgement");
      }
    }

    @Override
    public void connectToNewEndpoint() throws IOException {
      try {
        super.connectToNewEndpoint();
      } catch (RuntimeException e) {
        throw new IOException(e);
      }
    }

    @Override
    public long maintainCurrentSession() {
      if (!isAutoReconnectEnabled() || verifyConnection()) {
        wait = CHECK;
        return clock.millis();
      }
      try {
        connectToNewEndpoint();
      } catch (IOException e) {
        LOG.warn("Slack cannot be reached ({}): trying again", e.getClass().getSimpleName());
      }
      // Up to half as long again, so that many instances do not come back at once.
      long until =
          clock.millis()
              + wait.toMillis()
              + ThreadLocalRandom.current().nextLong(wait.toMillis() / 2);
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
      return until;
    }
  }

  /** Events that Slack sends by HTTP. */
  private Entrance http(InetSocketAddress address, App app) throws IOException {
    var parser = new SlackRequestParser(app.config());
    HttpEntrance http =
        HttpEntrance.open(
            address,
            PATH,
            posting -> {
              Response response =
                  app.run(
                      parser.parse(
                          SlackRequestParser.HttpRequest.builder()
                              .requestUri(PATH)
                              .queryString(Map.of())
                              .requestBody(posting.body())
                              .headers(new RequestHeaders(posting.headers()))
                              .remoteAddress(posting.remote())
                              .build()));
              return new HttpEntrance.Answer(
                  response.getStatusCode(),
                  response.getContentType(),
                  Optional.ofNullable(response.getBody()).orElse(""));
            });
    LOG.info("takes events at port {}, {}", http.port(), PATH);
    ready.countDown();
    return new Entrance(http.port(), http::close);
  }

  /**
   * Connects a bot.
   *
   * @throws CannotConnect when Slack cannot be reached or does not know a token
   */
  static SlackMain start(SlackSettings settings, ChatBot bot, Clock clock) throws CannotConnect {
    return new SlackMain(settings, bot, clock);
  }

  /**
   * Waits until events can come.
   *
   * @return whether they can by then
   */
  boolean awaitReady(Duration atMost) {
    try {
      return ready.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What says things of the bot's own accord. */
  ChatChannel posts() {
    return posts;
  }

  /** The port for events by HTTP; 0 in Socket Mode. */
  int port() {
    return entrance.port();
  }

  /** Stops taking in, finishes what is being answered and disconnects, within ten seconds. */
  @Override
  public void close() {
    work.shutdown();
    try {
      if (!work.awaitTermination(FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("some answers were not finished");
        work.shutdownNow();
      }
      entrance.closes().close();
      api.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("not disconnected cleanly: {}", e.getClass().getName());
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    Logging.toStandardError();
    List<String> words = List.of(args);
    if (words.equals(List.of("doctor"))) {
      System.exit(SlackSettings.Doctor.run(System.getenv(), System.out));
    }
    if (!words.isEmpty() && words.getFirst().equals("manifest")) {
      System.exit(SlackManifest.run(System.getenv(), words.stream().skip(1).findFirst()));
    }
    System.exit(run());
  }

  private static int run() {
    Clock clock = Clock.systemUTC();
    try {
      var environment = new Environment(System.getenv());
      SlackSettings slack = SlackSettings.from(environment);
      Settings settings = Settings.from(environment);
      environment.check();
      try (Waymark waymark =
              Waymark.open(settings, settings.guideFolders(), ChatBot.Pace.usual(clock), clock);
          SlackMain main = start(slack, waymark.bot(), clock)) {
        waymark.warmUp();
        waymark.connect(Platform.SLACK, main.posts());
        Shutdown.await(waymark::stopPosting, main, waymark);
        return 0;
      }
    } catch (Environment.BadSettings | Waymark.CannotOpen | CannotConnect e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static int failed(String message) {
    System.err.println("waymark: " + message);
    return 1;
  }
}
