package dev.waymark.slack.loopback;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A strict Slack on a free port of this machine, over HTTP and WebSocket. It answers as Slack
 * answers, notes every rule that the bot breaks, fails on demand and remembers what it got; people
 * act through {@link #workspace}. It talks to the bot in Socket Mode unless it is told an address
 * with {@link #deliverTo}. Closing it fails the test when a rule was broken that was not expected.
 * Thread-safe.
 */
public final class LoopbackSlack implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);

  private final World world;
  private final SocketMode socket;
  private final Failures failures = new Failures();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WebApi api;
  private final Javalin server;
  private volatile @Nullable HttpDelivery http;

  LoopbackSlack(Options options) {
    this.world = new World(options);
    this.socket = new SocketMode(world);
    this.api = new WebApi(world, socket, failures, closed);
    world.deliveries().transport(socket);
    this.server = Javalin.create(config -> configure(config)).start(HOST, 0);
    world.address("http://" + HOST + ":" + server.port());
  }

  /** Starts it as usual: all scopes and events, a clock that stands still. */
  public static LoopbackSlack start() {
    return with().start();
  }

  /** Sets it up otherwise. */
  public static Options with() {
    return new Options();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST)) {
      config.routes.addHttpHandler(method, WebApi.PATH + "/*", api::method);
    }
    config.routes.post(ResponseUrls.PATH + "/{id}", api::response);
    config.routes.post(FileMethods.PATH + "/{id}", api::upload);
    config.routes.wsBeforeUpgrade(
        context ->
            socket
                .refusal(Optional.ofNullable(context.queryParam("ticket")))
                .ifPresent(
                    status -> {
                      throw new HttpResponseException(status, "refused");
                    }));
    config.routes.ws(
        SocketMode.PATH,
        link -> {
          link.onConnect(socket::connected);
          link.onMessage(context -> socket.received(context.message()));
          link.onClose(socket::disconnected);
        });
  }

  /** Where its Web API is, {@code http://127.0.0.1:PORT/api/}. */
  public String apiUrl() {
    return world.address() + WebApi.PATH + "/";
  }

  /** The bot's token. */
  public String token() {
    return world.options().token();
  }

  /** The app's token, for Socket Mode. */
  public String appToken() {
    return world.options().appToken();
  }

  /** With what it signs requests over HTTP. */
  public String signingSecret() {
    return world.options().signingSecret();
  }

  /** The bot's id as a user, by which it is mentioned. */
  public String botUserId() {
    return world.botUserId();
  }

  /** The app's id. */
  public String appId() {
    return world.appId();
  }

  /** The clock that decides what is too late, when it is the usual one. */
  public DrivenClock clock() {
    if (world.clock() instanceof DrivenClock driven) {
      return driven;
    }
    throw new IllegalStateException("It was set up with another clock.");
  }

  /** Where people and the bot meet. */
  public Workspace workspace() {
    return world.workspace();
  }

  /** What can happen to connections in Socket Mode. */
  public SocketMode socket() {
    return socket;
  }

  /**
   * Tells the bot of everything over HTTP from now on.
   *
   * @throws AssertionError when the address does not answer Slack's question whether it is there
   */
  public HttpDelivery deliverTo(URI address) {
    var delivery = new HttpDelivery(world, address);
    delivery.verify();
    world.deliveries().transport(delivery);
    http = delivery;
    return delivery;
  }

  /** What the bot is told, and how often. */
  public Deliveries deliveries() {
    return world.deliveries();
  }

  /** All that the bot did. */
  public Recorded recorded() {
    return world.recorded();
  }

  /** A message as it is seen now; nothing when it was deleted. */
  public Optional<SeenMessage> now(SeenMessage message) {
    return world.message(message).map(Message::seen);
  }

  /** A view as it is seen now; nothing when it was closed. */
  public Optional<SeenView> now(SeenView view) {
    return world.views().byId(view.id()).map(View::seen);
  }

  /** A member's App Home as it is seen now; nothing while there is none. */
  public Optional<SeenView> home(Member member) {
    return world.views().home(member).map(View::seen);
  }

  /** The modal that a member sees now. */
  public Optional<SeenView> modal(Member member) {
    return world.views().top(member).map(View::seen);
  }

  /** The bytes of a file that the bot uploaded. */
  public byte[] uploaded(String file) {
    return world.uploads().byId(file).flatMap(Uploads.Upload::content).orElseThrow();
  }

  /** Takes the bot's token back, and tells it so. */
  public void revokeToken() {
    world.tokenError("token_revoked");
    world.events().tokensRevoked();
  }

  /** Takes the app out of the workspace, and tells it so. */
  public void uninstall() {
    world.tokenError("account_inactive");
    world.events().uninstalled();
  }

  /** Lets the next call of a method fail. */
  public void fail(Method method, Failure failure) {
    fail(method, failure, 1);
  }

  /** Lets the next calls of a method fail, so many times. */
  public void fail(Method method, Failure failure, int times) {
    failures.add(method, failure, times);
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
    world.deliveries().close();
    closed.countDown();
    api.awaitIdle(LAST_REQUESTS);
    server.stop();
    HttpDelivery delivery = http;
    if (delivery != null) {
      delivery.stop();
    }
  }
}
