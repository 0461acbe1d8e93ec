package dev.waymark.discord.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The side of Discord that is asked: checks each request, lets it fail on demand, answers it. */
final class RestApi {

  static final String PATH = "/api/v10";

  private final World world;
  private final Failures failures;
  private final CountDownLatch closed;
  private final Phaser underWay = new Phaser(1);
  private final GuildApi guilds;
  private final MessageApi messages;
  private final Callbacks callbacks;
  private final FollowUps followUps;

  /**
   * Makes the API.
   *
   * @param closed ends all delays when it reaches zero
   */
  RestApi(World world, Failures failures, CountDownLatch closed) {
    var drafts = new Drafts(world);
    this.world = world;
    this.failures = failures;
    this.closed = closed;
    this.guilds = new GuildApi(world);
    this.messages = new MessageApi(world, drafts);
    this.callbacks = new Callbacks(world, drafts);
    this.followUps = new FollowUps(world, drafts);
  }

  /** Answers a request over HTTP, to the last byte: who waits for its effect may stop this then. */
  void handle(Context context) throws IOException {
    underWay.register();
    try {
      String path = context.path().substring(PATH.length());
      Optional<Endpoint> endpoint = Endpoint.find(context.method().name(), path);
      handle(context, path, endpoint, endpoint.flatMap(failures::next).orElse(null));
    } finally {
      underWay.arriveAndDeregister();
    }
  }

  private void handle(
      Context context, String path, Optional<Endpoint> endpoint, @Nullable Failure failure)
      throws IOException {
    switch (failure) {
      case Failure.Answered answered -> {
        context.bodyInputStream().readAllBytes();
        answered.headers().forEach(context::header);
        record(context, answered.status(), MissingNode.getInstance());
        send(context, answered.status(), answered.body());
      }
      case Failure.Slow slow -> {
        waitFor(slow);
        send(context, answer(context, path, endpoint));
      }
      case Failure.Cut cut -> cut(context, answer(context, path, endpoint));
      case Failure.Swallowed swallowed -> {
        answer(context, path, endpoint);
        send(context, swallowed.status(), null);
      }
      case null -> send(context, answer(context, path, endpoint));
    }
  }

  /** Waits for a while until no request is under way. */
  void awaitIdle(Duration atMost) {
    int phase = underWay.arriveAndDeregister();
    try {
      underWay.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Then it is cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ApiResponse answer(Context context, String path, Optional<Endpoint> endpoint)
      throws IOException {
    JsonNode body = MissingNode.getInstance();
    ApiResponse response;
    try {
      authorise(context, endpoint);
      Endpoint known =
          endpoint.orElseThrow(() -> ApiError.broken(Rule.ROUTE, 404, 0, "404: Not Found"));
      ApiRequest request = read(context, path, known);
      body = request.body();
      response = respond(request);
      checkOwn(context, known, response);
    } catch (ApiError error) {
      error.rule().ifPresent(rule -> violation(rule, context, String.valueOf(error.getMessage())));
      response = new ApiResponse(error.status(), error.body());
    } catch (RuntimeException e) {
      violation(Rule.OURS, context, e + " at " + List.of(e.getStackTrace()).getFirst());
      response = new ApiResponse(500, null);
    }
    record(context, response.status(), body);
    return response;
  }

  private void violation(Rule rule, Context context, String what) {
    String path = context.path().substring(PATH.length());
    world.violations().add(new Violation(rule, context.method() + " " + path, what));
  }

  private void authorise(Context context, Optional<Endpoint> endpoint) {
    String agent = context.header("User-Agent");
    if (agent == null || !agent.startsWith("DiscordBot (")) {
      throw ApiError.broken(Rule.AUTHORISATION, 403, 40_333, "internal network error");
    }
    boolean needed = endpoint.map(Endpoint::needsBotToken).orElse(false);
    String token = context.header("Authorization");
    if (needed && !("Bot " + world.options().token()).equals(token)) {
      throw ApiError.broken(Rule.AUTHORISATION, 401, 0, "401: Unauthorized");
    }
  }

  private ApiRequest read(Context context, String path, Endpoint endpoint) throws IOException {
    byte[] bytes = context.bodyInputStream().readNBytes(Limits.MOST_BYTES + 1);
    if (bytes.length > Limits.MOST_BYTES) {
      context.bodyInputStream().skip(Long.MAX_VALUE);
      throw ApiError.broken(Rule.LIMIT, 413, 40_005, "Request entity too large");
    }
    String type = Optional.ofNullable(context.contentType()).orElse("");
    Map<String, Multipart.Upload> files = Map.of();
    String json = new String(bytes, StandardCharsets.UTF_8);
    if (type.startsWith("multipart/form-data")) {
      Multipart parts = Multipart.read(type, bytes);
      files = parts.files();
      json = parts.json();
    }
    JsonNode body = parse(json);
    if (world.options().specified() && Json.given(body)) {
      List<FormError> faults = Spec.shared().faultsOfRequest(endpoint, body);
      if (!faults.isEmpty()) {
        throw ApiError.form(Rule.BODY, faults);
      }
    }
    Map<String, String> query = new HashMap<>();
    context.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
    return new ApiRequest(endpoint, endpoint.match(path).orElse(Map.of()), query, body, files);
  }

  private static JsonNode parse(String json) {
    try {
      return json.isEmpty() ? MissingNode.getInstance() : Json.parse(json);
    } catch (JsonProcessingException e) {
      throw ApiError.broken(Rule.BODY, 400, 50_109, "The request body contains invalid JSON.");
    }
  }

  private ApiResponse respond(ApiRequest request) {
    return switch (request.endpoint()) {
      case GATEWAY -> guilds.gateway();
      case GATEWAY_BOT -> guilds.gatewayBot();
      case ME -> guilds.me();
      case MY_GUILDS -> guilds.myGuilds();
      case MY_MEMBER -> guilds.myMember(request);
      case LEAVE_GUILD -> guilds.leave(request);
      case OPEN_DIRECT_MESSAGES -> guilds.openDirectMessages(request);
      case USER -> guilds.user(request);
      case APPLICATION, OAUTH_APPLICATION -> guilds.application();
      case COMMANDS -> guilds.commands();
      case REPLACE_COMMANDS -> guilds.replaceCommands(request);
      case GUILD -> guilds.details(request);
      case GUILD_CHANNELS -> guilds.channels(request);
      case GUILD_ROLES -> guilds.roles(request);
      case GUILD_MEMBER -> guilds.member(request);
      case CHANNEL -> guilds.channel(request);
      case TYPING -> messages.typing(request);
      case MESSAGES -> messages.list(request);
      case CREATE_MESSAGE -> messages.create(request);
      case MESSAGE -> messages.get(request);
      case EDIT_MESSAGE -> messages.edit(request);
      case DELETE_MESSAGE -> messages.delete(request);
      case START_THREAD_AT -> messages.startThreadAt(request);
      case START_THREAD -> messages.startThread(request);
      case CALLBACK -> callbacks.callback(request);
      case FOLLOW_UP -> followUps.create(request);
      case ORIGINAL, FOLLOW_UP_MESSAGE -> followUps.get(request);
      case EDIT_ORIGINAL, EDIT_FOLLOW_UP -> followUps.edit(request);
      case DELETE_ORIGINAL, DELETE_FOLLOW_UP -> followUps.delete(request);
    };
  }

  private void checkOwn(Context context, Endpoint endpoint, ApiResponse response) {
    JsonNode body = response.body();
    if (world.options().responsesChecked() && body != null) {
      List<FormError> faults = Spec.shared().faultsOfResponse(endpoint, response.status(), body);
      if (!faults.isEmpty()) {
        violation(Rule.OURS, context, "answered with " + faults);
      }
    }
  }

  private void record(Context context, int status, JsonNode body) {
    String query = context.queryString();
    String path = context.path().substring(PATH.length()) + (query == null ? "" : "?" + query);
    world.recorded().add(new Recorded.Request(context.method().name(), path, status, body));
  }

  private static void send(Context context, ApiResponse response) throws IOException {
    send(context, response.status(), response.body());
  }

  private static void send(Context context, int status, @Nullable JsonNode body)
      throws IOException {
    String text = body == null ? "" : body.toString();
    if (body == null && status >= 400) {
      text = "<html>" + status + "</html>";
    }
    context.res().setStatus(status);
    context.res().setContentType(body == null ? "text/html" : "application/json");
    try (OutputStream out = context.res().getOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Promises more than it sends, so that the server ends the connection. */
  private static void cut(Context context, ApiResponse response) throws IOException {
    byte[] whole = String.valueOf(response.body()).getBytes(StandardCharsets.UTF_8);
    context.res().setStatus(response.status() == 204 ? 200 : response.status());
    context.res().setContentType("application/json");
    context.res().setContentLength(whole.length + 1);
    OutputStream out = context.res().getOutputStream();
    out.write(whole, 0, whole.length / 2);
    out.flush();
  }

  private void waitFor(Failure.Slow slow) {
    try {
      closed.await(slow.by().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
