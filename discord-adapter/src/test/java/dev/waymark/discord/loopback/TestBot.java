package dev.waymark.discord.loopback;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/** A real JDA that talks to a loopback Discord. */
final class TestBot implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final JDA jda;

  private TestBot(JDA jda) {
    this.jda = jda;
  }

  /** Connects, and waits until it is ready. */
  static TestBot connect(LoopbackDiscord discord, EventListener... listeners) {
    return connect(builder(discord, listeners));
  }

  static TestBot connect(JDABuilder builder) {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
    var bot = new TestBot(builder.build());
    bot.await(JDA.Status.CONNECTED);
    return bot;
  }

  static JDABuilder builder(LoopbackDiscord discord, EventListener... listeners) {
    return builder(discord, SessionController.IDENTIFY_DELAY, listeners);
  }

  /** With another time in seconds between two connections of this controller. */
  static JDABuilder builder(LoopbackDiscord discord, int delay, EventListener... listeners) {
    return JDABuilder.createLight(
            discord.token(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
        .setSessionController(controller(discord, delay))
        .setCompression(Compression.NONE)
        .setEnableShutdownHook(false)
        .addEventListeners((Object[]) listeners);
  }

  /** What the bot does when an event of a kind comes. */
  static <T extends GenericEvent> EventListener on(Class<T> kind, Consumer<T> then) {
    return event -> {
      if (kind.isInstance(event)) {
        then.accept(kind.cast(event));
      }
    };
  }

  private static SessionController controller(LoopbackDiscord discord, int delay) {
    return new SessionControllerAdapter() {
      @Override
      public String getGateway() {
        return discord.gatewayUrl();
      }

      @Override
      protected void runWorker() {
        synchronized (lock) {
          if (workerHandle == null) {
            workerHandle = new QueueWorker(delay);
            workerHandle.start();
          }
        }
      }
    };
  }

  JDA jda() {
    return jda;
  }

  /** The channel as the client knows it. */
  TextChannel text(Channel channel) {
    return Objects.requireNonNull(jda.getTextChannelById(channel.id()), channel.name());
  }

  void await(JDA.Status status) {
    await(status.toString(), () -> jda.getStatus() == status);
  }

  /** JDA counts itself as connected a moment before it has all servers. */
  void awaitGuilds(int count) {
    await(count + " servers", () -> jda.getGuilds().size() == count);
  }

  /** JDA has no event for these, so they are looked for again and again. */
  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    jda.shutdown();
    try {
      if (!jda.awaitShutdown(PATIENCE)) {
        throw new AssertionError("JDA did not shut down.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
