package dev.waymark.discord.loopback;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A strict Discord on a free port of this machine, over HTTP and WebSocket. It answers as Discord
 * answers, notes every rule that the bot breaks, fails on demand and remembers what it got; people
 * act through {@link #guild} and {@link #person}. Closing it fails the test when a rule was broken
 * that was not expected. Thread-safe.
 */
public final class LoopbackDiscord implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);

  private final World world;
  private final Failures failures = new Failures();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final RestApi api;
  private final Javalin server;

  LoopbackDiscord(Options options) {
    this.world = new World(options);
    this.api = new RestApi(world, failures, closed);
    this.server = Javalin.create(config -> configure(config)).start(HOST, 0);
    world.gateway().address(gatewayUrl());
  }

  /** Starts it as usual: one shard, no privileged intent, a clock that stands still. */
  public static LoopbackDiscord start() {
    return with().start();
  }

  /** Sets it up otherwise. */
  public static Options with() {
    return new Options();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    for (HandlerType method :
        List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE)) {
      config.routes.addHttpHandler(method, RestApi.PATH + "/*", api::handle);
    }
    config.routes.wsBeforeUpgrade(
        context ->
            world
                .gateway()
                .refusal()
                .ifPresent(
                    status -> {
                      throw new io.javalin.http.HttpResponseException(status, "refused");
                    }));
    config.routes.ws(
        "/",
        socket -> {
          socket.onConnect(context -> world.gateway().connected(context));
          socket.onMessage(context -> world.gateway().received(context, context.message()));
          socket.onClose(context -> world.gateway().disconnected(context, context.status()));
        });
  }

  /** Where its REST API is, {@code http://127.0.0.1:PORT/api/v10/}. */
  public String apiUrl() {
    return "http://" + HOST + ":" + server.port() + RestApi.PATH + "/";
  }

  /** Where its gateway is, {@code ws://127.0.0.1:PORT/}. */
  public String gatewayUrl() {
    return "ws://" + HOST + ":" + server.port() + "/";
  }

  /** The bot's token. */
  public String token() {
    return world.options().token();
  }

  /** The bot's id, as a user and as an application. */
  public String botId() {
    return world.botId();
  }

  /** The clock that decides what is too late, when it is the usual one. */
  public DrivenClock clock() {
    if (world.clock() instanceof DrivenClock driven) {
      return driven;
    }
    throw new IllegalStateException("It was set up with another clock.");
  }

  /** The server of a name, with the bot in it; made when there is none. */
  public Guild guild(String name) {
    return world.guild(name);
  }

  /** The person of a name, who may be in no server; made when there is none. */
  public Person person(String name) {
    return world.person(name);
  }

  /** The thread that was started at a message. */
  public Optional<Channel> threadAt(Message message) {
    return world.channel(message.id()).filter(Channel::isThread);
  }

  /** The channel, thread or conversation in which a message stands. */
  public Channel channelOf(SeenMessage message) {
    return world.channelOf(message);
  }

  /** Deletes a message, as its author or an admin would; the bot is told. */
  public void delete(SeenMessage message) {
    world
        .message(message.id())
        .ifPresent(
            there -> {
              there.delete();
              world.events().messageDeleted(there);
            });
  }

  /** What can happen to connections. */
  public Gateway gateway() {
    return world.gateway();
  }

  /** All that the bot did. */
  public Recorded recorded() {
    return world.recorded();
  }

  /** Lets the next request to an endpoint fail. */
  public void fail(Endpoint endpoint, Failure failure) {
    fail(endpoint, failure, 1);
  }

  /** Lets the next requests to an endpoint fail, so many times. */
  public void fail(Endpoint endpoint, Failure failure, int times) {
    failures.add(endpoint, failure, times);
  }

  /** Says that the bot will break these rules; that it does not, fails the test as well. */
  public void expect(Rule... rules) {
    world.violations().expect(rules);
  }

  /** The rules that were broken so far, expected or not. */
  public List<Violation> violations() {
    return world.violations().all();
  }

  /** Waits until the bot has written a message, and returns it. */
  public SeenMessage awaitMessage(String what, Predicate<SeenMessage> sought) {
    return world
        .signal()
        .await(
            Awaited.PATIENCE,
            what,
            () -> recorded().messages().stream().filter(sought).findFirst());
  }

  /**
   * Waits until something recorded is so.
   *
   * @throws AssertionError when it is not within ten seconds
   */
  public void await(String what, BooleanSupplier so) {
    await(Awaited.PATIENCE, what, so);
  }

  /** Waits for a time until something recorded is so. */
  public void await(Duration atMost, String what, BooleanSupplier so) {
    world
        .signal()
        .await(atMost, what, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /**
   * Says whether the bot kept all rules but those it was expected to break.
   *
   * @throws AssertionError with all that it broke
   */
  public void verify() {
    world.violations().verify();
  }

  /** Stops, and fails the test when an unexpected rule was broken. */
  @Override
  public void close() {
    stop();
    verify();
  }

  /** Stops without a word, for a test that looks at the broken rules itself. */
  public void stop() {
    closed.countDown();
    api.awaitIdle(LAST_REQUESTS);
    server.stop();
  }
}
