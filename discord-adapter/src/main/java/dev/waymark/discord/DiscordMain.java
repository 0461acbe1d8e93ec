package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.Shutdown;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.Platform;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entrance of {@code ./waymark discord}: connects the bot with Discord until it is told to
 * stop.
 */
public final class DiscordMain implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordMain.class);
  private static final Duration FINISH = Duration.ofSeconds(6);
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("discord-timer").factory());
  private final CountDownLatch ready = new CountDownLatch(1);
  private final ShardManager shards;
  private final DiscordPosts posts;

  /** Tells when every shard of this process has been connected once. */
  private final class ReadyListener extends ListenerAdapter {

    private final AtomicInteger connected = new AtomicInteger();

    @Override
    public void onReady(ReadyEvent event) {
      ShardManager manager = event.getJDA().getShardManager();
      int mine = manager == null ? 1 : manager.getShardsRunning() + manager.getShardsQueued();
      if (connected.incrementAndGet() >= mine) {
        LOG.info(
            "ready as {}, in {} servers",
            event.getJDA().getSelfUser().getName(),
            event.getGuildTotalCount());
        ready.countDown();
      }
    }
  }

  /** Discord does not let the bot in. The message is one sentence: why, and what to do. */
  static final class CannotConnect extends Exception {
    private static final long serialVersionUID = 1;

    private CannotConnect(String message, Throwable cause) {
      super(message, cause);
    }

    private static CannotConnect of(RuntimeException thrown) {
      // JDA says the same with and without exceptions around it.
      Throwable cause = thrown;
      for (int depth = 0; depth < 8 && cause.getCause() != null; depth++) {
        if (cause instanceof InvalidTokenException) {
          break;
        }
        cause = cause.getCause();
      }
      return new CannotConnect(
          cause instanceof InvalidTokenException
              ? "Discord does not know this token: copy a new one from discord.com/developers into DISCORD_TOKEN"
              : "Discord cannot be reached ("
                  + cause.getClass().getSimpleName()
                  + "): look at the network and at status.discord.com, then start again",
          thrown);
    }
  }

  private DiscordMain(DiscordSettings settings, ChatBot bot, Clock clock) throws CannotConnect {
    // Set for every message there will ever be, on top of each being built without mentions.
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
    var channel = new DiscordChannel();
    var listener = new DiscordListener(bot, channel, work, timer, settings.askChannels());
    try {
      this.shards = builder(settings).addEventListeners(listener, new ReadyListener()).build();
    } catch (RuntimeException e) {
      work.shutdownNow();
      timer.shutdownNow();
      throw CannotConnect.of(e);
    }
    this.posts = new DiscordPosts(shards, clock);
    register(bot);
  }

  private static DefaultShardManagerBuilder builder(DiscordSettings settings) {
    var intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
    if (!settings.askChannels().isEmpty()) {
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(settings.token(), intents)
            .setSessionController(new DiscordSessions(settings.gatewayUrl()))
            .setEnableShutdownHook(false);
    settings
        .apiUrl()
        .ifPresent(url -> builder.setRestConfigProvider(shard -> new RestConfig().setBaseUrl(url)));
    settings.shards().ifPresent(s -> builder.setShardsTotal(s.total()).setShards(s.from(), s.to()));
    return builder;
  }

  /** Sends the commands to Discord when it has others. */
  private void register(ChatBot bot) {
    List<CommandData> wanted = DiscordCommands.of(bot.commands());
    JDA jda = shards.getShards().getFirst();
    jda.retrieveCommands()
        .queue(
            registered -> {
              if (DiscordCommands.differ(wanted, registered)) {
                jda.updateCommands()
                    .addCommands(wanted)
                    .queue(
                        done -> LOG.info("registered {} commands", done.size()),
                        e -> LOG.error("the commands could not be registered: {}", e.getMessage()));
              }
            },
            e -> LOG.error("Discord does not tell its commands: {}", e.getMessage()));
  }

  /**
   * Connects a bot.
   *
   * @throws CannotConnect when Discord cannot be reached or does not know the token
   */
  static DiscordMain start(DiscordSettings settings, ChatBot bot, Clock clock)
      throws CannotConnect {
    return new DiscordMain(settings, bot, clock);
  }

  /**
   * Waits until all shards are connected.
   *
   * @return whether they are by then
   */
  boolean awaitReady(Duration atMost) {
    try {
      if (!ready.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      for (JDA shard : shards.getShardCache()) {
        // Only after its listeners have been told does a shard call itself connected.
        shard.awaitReady();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What says things of the bot's own accord. */
  ChatChannel posts() {
    return posts;
  }

  /** Stops taking in, finishes what is being answered and disconnects, within ten seconds. */
  @Override
  public void close() {
    work.shutdown();
    try {
      if (!work.awaitTermination(FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("some answers were not finished");
      }
      shards.shutdown();
      for (JDA shard : shards.getShardCache()) {
        if (!shard.awaitShutdown(CLOSE)) {
          shard.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    timer.shutdownNow();
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    Logging.toStandardError();
    if (args.length == 1 && args[0].equals("doctor")) {
      System.exit(DiscordDoctor.run(System.getenv(), System.out));
    }
    System.exit(run());
  }

  private static int run() {
    Clock clock = Clock.systemUTC();
    try {
      var environment = new Environment(System.getenv());
      DiscordSettings discord = DiscordSettings.from(environment);
      Settings settings = Settings.from(environment);
      environment.check();
      try (Waymark waymark =
              Waymark.open(settings, settings.guideFolders(), ChatBot.Pace.usual(clock), clock);
          DiscordMain main = start(discord, waymark.bot(), clock)) {
        waymark.warmUp();
        waymark.connect(Platform.DISCORD, main.posts());
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
