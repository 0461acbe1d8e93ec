package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The side of Slack that is asked: checks each request, lets it fail on demand, answers it. */
final class WebApi {

  static final String PATH = "/api";

  /** An answer: JSON, or plain text where Slack sends no JSON. */
  record Answer(int status, ObjectNode json, @Nullable String text) {
    String body() {
      return text == null ? json.toString() : text;
    }
  }

  private final World world;
  private final Failures failures;
  private final CountDownLatch closed;
  private final Phaser underWay = new Phaser(1);
  private final Methods methods;
  private final ResponseUrls responses;

  /**
   * Makes the API.
   *
   * @param closed ends all delays when it reaches zero
   */
  WebApi(World world, SocketMode socket, Failures failures, CountDownLatch closed) {
    this.world = world;
    this.failures = failures;
    this.closed = closed;
    this.methods = new Methods(world, socket);
    this.responses = new ResponseUrls(world);
  }

  /** Answers the call of a method. */
  void method(Context context) throws IOException {
    String name = context.path().substring(PATH.length() + 1);
    handle(context, name, Method.of(name), body -> called(context, name, body));
  }

  /** Takes a message for an interaction's own address. */
  void response(Context context) throws IOException {
    Method method = Method.RESPONSE_URL;
    handle(
        context,
        method.method(),
        Optional.of(method),
        body -> responses.respond(context.pathParam("id"), Arguments.read(context, body)));
  }

  /** Takes the bytes of a file. */
  void upload(Context context) throws IOException {
    Method method = Method.UPLOAD;
    handle(
        context,
        method.method(),
        Optional.of(method),
        body -> {
          world.uploads().content(context.pathParam("id"), body);
          return new Answer(200, Json.object(), "OK - " + body.length);
        });
  }

  /** Answers to the last byte: who waits for its effect may stop this then. */
  private void handle(
      Context context, String name, Optional<Method> method, Function<byte[], Answer> right)
      throws IOException {
    underWay.register();
    try {
      byte[] body = context.bodyInputStream().readAllBytes();
      switch (method.flatMap(failures::next).orElse(null)) {
        case Failure.Answered answered -> {
          answered.headers().forEach(context::header);
          ObjectNode json = answered.body();
          Answer answer =
              json == null ? page(answered.status()) : new Answer(answered.status(), json, null);
          record(context, name, body, answer);
          send(context, answer);
        }
        case Failure.Slow slow -> {
          waitFor(slow);
          send(context, answer(context, name, body, right));
        }
        case Failure.Cut cut -> cut(context, answer(context, name, body, right));
        case Failure.Swallowed swallowed -> {
          answer(context, name, body, right);
          send(context, page(swallowed.status()));
        }
        case null -> send(context, answer(context, name, body, right));
      }
    } finally {
      underWay.arriveAndDeregister();
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

  private Answer answer(Context context, String name, byte[] body, Function<byte[], Answer> right) {
    Answer answer;
    try {
      answer = right.apply(body);
    } catch (ApiError error) {
      error
          .rule()
          .ifPresent(rule -> world.violation(rule, name, String.valueOf(error.getMessage())));
      answer = new Answer(name.startsWith("(") ? 404 : 200, error.body(), null);
    } catch (RuntimeException e) {
      world.violation(Rule.OURS, name, e + " at " + List.of(e.getStackTrace()).getFirst());
      answer = new Answer(500, Json.object(), "<html>500</html>");
    }
    record(context, name, body, answer);
    return answer;
  }

  private Answer called(Context context, String name, byte[] body) {
    Method method =
        Method.of(name)
            .filter(m -> !m.method().startsWith("("))
            .orElseThrow(() -> ApiError.broken(Rule.METHOD, "unknown_method", name));
    ObjectNode arguments = Arguments.read(context, body);
    authorise(context, method, arguments);
    arguments.remove("token");
    method
        .scope()
        .filter(scope -> !scope.startsWith("*") && !world.options().granted(scope))
        .ifPresent(
            scope -> {
              throw ApiError.missingScope(scope, world.options().provided());
            });
    List<String> required = new ArrayList<>(method.required());
    if (world.options().specified()) {
      required.addAll(Spec.shared().required(method));
    }
    Arguments.require(arguments, required);
    context.header("x-oauth-scopes", world.options().provided());
    return new Answer(200, methods.answer(method, arguments).put("ok", true), null);
  }

  private void authorise(Context context, Method method, JsonNode arguments) {
    String header = Optional.ofNullable(context.header("Authorization")).orElse("");
    String token =
        header.startsWith("Bearer ") ? header.substring(7) : arguments.path("token").asText("");
    if (token.isEmpty()) {
      throw ApiError.broken(Rule.AUTHORISATION, "not_authed", "no token");
    }
    boolean ofApp = token.equals(world.options().appToken());
    if (!ofApp && !token.equals(world.options().token())) {
      throw ApiError.broken(Rule.AUTHORISATION, "invalid_auth", "a token that is unknown");
    }
    boolean forApp = method == Method.APPS_CONNECTIONS_OPEN;
    if (ofApp != forApp) {
      throw ApiError.broken(
          Rule.AUTHORISATION, "not_allowed_token_type", "a token of another kind");
    }
    if (!world.tokenError().isEmpty()) {
      throw ApiError.of(world.tokenError());
    }
  }

  private void record(Context context, String name, byte[] body, Answer answer) {
    ObjectNode arguments = Json.object();
    if (!name.equals(Method.UPLOAD.method())) {
      try {
        arguments = Arguments.read(context, body);
      } catch (ApiError e) {
        // What cannot be read is not recorded.
      }
      arguments.remove("token");
    }
    String error = answer.json().path("error").asText("");
    world.recorded().add(new Recorded.Request(name, answer.status(), arguments, error));
  }

  private static Answer page(int status) {
    return new Answer(status, Json.object(), "<html>" + status + "</html>");
  }

  private static void send(Context context, Answer answer) throws IOException {
    context.res().setStatus(answer.status());
    context.res().setContentType(type(answer));
    try (OutputStream out = context.res().getOutputStream()) {
      out.write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String type(Answer answer) {
    return answer.text() == null ? "application/json; charset=utf-8" : "text/html";
  }

  /** Promises more than it sends, so that the server ends the connection. */
  private static void cut(Context context, Answer answer) throws IOException {
    byte[] whole = answer.body().getBytes(StandardCharsets.UTF_8);
    context.res().setStatus(answer.status());
    context.res().setContentType(type(answer));
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

  static Answer plain(String text) {
    return new Answer(200, Json.object(), text);
  }
}
