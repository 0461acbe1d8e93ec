package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Environment;
import dev.waymark.Waymark;
import dev.waymark.answer.AskableGuide;
import dev.waymark.chat.ChatBot;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.discord.loopback.LogWatch;
import dev.waymark.discord.loopback.LoopbackDiscord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of Waymark, with the shipped guide and an SQLite file, connected to a Discord on
 * loopback.
 */
abstract class DiscordTestCase {

  @RegisterExtension final LogWatch log = new LogWatch();

  @TempDir Path folder;

  private LoopbackDiscord discord = LoopbackDiscord.with().start();
  private Optional<Waymark> waymark = Optional.empty();
  private Optional<DiscordMain> main = Optional.empty();

  LoopbackDiscord discord() {
    return discord;
  }

  @BeforeAll
  static void prepare() throws AskableGuide.UnusableGuide {
    ShippedBot.prepare();
  }

  /** Starts the bot, after the servers were made. */
  void connect() throws Exception {
    connect(Map.of());
  }

  /** Starts the bot with more settings than the addresses and the token. */
  void connect(Map<String, String> more) throws Exception {
    var opened = ShippedBot.open(ShippedBot.url(folder, "waymark"));
    waymark = Optional.of(opened);
    connect(opened.bot(), more);
  }

  /** Starts the adapter with another bot. */
  void connect(ChatBot bot, Map<String, String> more)
      throws Environment.BadSettings, DiscordMain.CannotConnect {
    connect(bot, more, Clock.systemUTC());
  }

  /** Starts the adapter with another bot and another clock. */
  void connect(ChatBot bot, Map<String, String> more, Clock clock)
      throws Environment.BadSettings, DiscordMain.CannotConnect {
    var variables = new HashMap<String, String>();
    variables.put("DISCORD_TOKEN", discord.token());
    variables.put("DISCORD_API_URL", discord.apiUrl());
    variables.put("DISCORD_GATEWAY_URL", discord.gatewayUrl());
    variables.putAll(more);
    var environment = new Environment(variables);
    DiscordSettings settings = DiscordSettings.from(environment);
    environment.check();
    DiscordMain started = DiscordMain.start(settings, bot, clock);
    main = Optional.of(started);
    assertThat(started.awaitReady(Duration.ofSeconds(30))).as("ready").isTrue();
    discord.await("its commands", () -> !discord.recorded().registrations().isEmpty());
  }

  /** Starts the adapter once more, and leaves its end to the test. */
  DiscordMain start(ChatBot bot) throws DiscordMain.CannotConnect {
    return DiscordMain.start(
        new DiscordSettings(
            discord.token(),
            Optional.of(discord.apiUrl()),
            Optional.of(discord.gatewayUrl()),
            Optional.empty(),
            java.util.Set.of()),
        bot,
        Clock.systemUTC());
  }

  /** The bot ends, and begins again; it has looked at its commands then. */
  void restart(ChatBot bot) throws DiscordMain.CannotConnect {
    main().close();
    try (DiscordMain again = start(bot)) {
      assertThat(again.awaitReady(Duration.ofSeconds(30))).isTrue();
      discord.await("a look at the commands", () -> looksAtCommands() == 2);
    }
  }

  private long looksAtCommands() {
    return discord.recorded().requests().stream()
        .filter(r -> r.method().equals("GET") && r.path().contains("/commands"))
        .count();
  }

  DiscordMain main() {
    return main.orElseThrow();
  }

  /** Takes another Discord than the usual one, before the bot is started. */
  void use(LoopbackDiscord other) {
    discord.stop();
    discord = other;
  }

  @AfterEach
  void close() {
    main.ifPresent(DiscordMain::close);
    waymark.ifPresent(Waymark::close);
    discord.close();
  }
}
