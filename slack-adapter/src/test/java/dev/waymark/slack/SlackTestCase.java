package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Environment;
import dev.waymark.Waymark;
import dev.waymark.answer.AskableGuide;
import dev.waymark.chat.ChatBot;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.slack.loopback.LogWatch;
import dev.waymark.slack.loopback.LoopbackSlack;
import dev.waymark.slack.loopback.Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of Waymark, with the shipped guide and an SQLite file, connected to a Slack on loopback
 * that grants what the manifest asks for and nothing else.
 */
abstract class SlackTestCase {

  @RegisterExtension final LogWatch log = new LogWatch();

  @TempDir Path folder;

  private LoopbackSlack slack = asTheManifestSays().start();
  private Optional<Waymark> waymark = Optional.empty();
  private final List<SlackMain> mains = new ArrayList<>();

  /** A Slack with the scopes, events and commands of the manifest. */
  static Options asTheManifestSays() {
    return LoopbackSlack.with()
        .scopes(SlackManifest.SCOPES.keySet().toArray(String[]::new))
        .events(SlackManifest.EVENTS.toArray(String[]::new))
        .commands("/waymark", "/ask", "/next");
  }

  LoopbackSlack slack() {
    return slack;
  }

  /** Takes another Slack than the usual one, before the bot is started. */
  void use(LoopbackSlack other) {
    slack.stop();
    slack = other;
  }

  @BeforeAll
  static void prepare() throws AskableGuide.UnusableGuide {
    ShippedBot.prepare();
  }

  /** Starts the bot in Socket Mode. */
  void connect() throws Exception {
    connect(Map.of());
  }

  /** Starts the bot in Socket Mode, with more settings than the address and the tokens. */
  void connect(Map<String, String> more) throws Exception {
    connect(bot(), more);
  }

  /** Starts the bot by HTTP. */
  void connectByHttp() throws Exception {
    SlackMain main =
        start(
            bot(),
            Map.of(
                "SLACK_APP_TOKEN",
                "",
                "SLACK_SIGNING_SECRET",
                slack.signingSecret(),
                "WAYMARK_HTTP_PORT",
                "127.0.0.1:0"));
    slack.deliverTo(URI.create("http://127.0.0.1:" + main.port() + "/slack/events"));
  }

  /** Starts the adapter with another bot. */
  void connect(ChatBot bot, Map<String, String> more) throws Exception {
    start(bot, more);
    slack.await("a connection", () -> slack.socket().open() > 0);
  }

  /** The whole bot, opened once. */
  ChatBot bot() throws Waymark.CannotOpen {
    if (waymark.isEmpty()) {
      waymark = Optional.of(ShippedBot.open(ShippedBot.url(folder, "waymark")));
    }
    return waymark.get().bot();
  }

  /** Starts the adapter, which ends with the test. */
  SlackMain start(ChatBot bot, Map<String, String> more)
      throws Environment.BadSettings, SlackMain.CannotConnect {
    return start(bot, more, Clock.systemUTC());
  }

  /** Starts the adapter with another clock. */
  SlackMain start(ChatBot bot, Map<String, String> more, Clock clock)
      throws Environment.BadSettings, SlackMain.CannotConnect {
    SlackMain started = SlackMain.start(settings(more), bot, clock);
    mains.add(started);
    assertThat(started.awaitReady(Duration.ofSeconds(30))).as("ready").isTrue();
    return started;
  }

  SlackSettings settings(Map<String, String> more) throws Environment.BadSettings {
    var environment = new Environment(variables(more));
    SlackSettings settings = SlackSettings.from(environment);
    environment.check();
    return settings;
  }

  /** The settings that connect with this Slack. */
  Map<String, String> variables(Map<String, String> more) {
    var variables = new HashMap<String, String>();
    variables.put("SLACK_BOT_TOKEN", slack.token());
    variables.put("SLACK_APP_TOKEN", slack.appToken());
    variables.put("SLACK_API_URL", slack.apiUrl());
    variables.putAll(more);
    return variables;
  }

  SlackMain main() {
    return mains.getLast();
  }

  @AfterEach
  void close() {
    slack.deliveries().settle();
    mains.forEach(SlackMain::close);
    waymark.ifPresent(Waymark::close);
    slack.close();
  }
}
