package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that says no, as Slack words it; it may be a broken rule as well. */
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ObjectNode body;
  private final @Nullable Rule rule;

  private ApiError(ObjectNode body, @Nullable Rule rule, String message) {
    super(message);
    this.body = body;
    this.rule = rule;
  }

  /** An error that can happen to a good bot. */
  static ApiError of(String error) {
    return new ApiError(body(error), null, error);
  }

  /** An error that a good bot does not cause. */
  static ApiError broken(Rule rule, String error, String why) {
    return new ApiError(body(error), rule, error + ": " + why);
  }

  /** An error with the messages by which Slack explains itself. */
  static ApiError explained(Rule rule, String error, List<String> messages) {
    ObjectNode body = body(error);
    ObjectNode metadata = body.putObject("response_metadata");
    messages.forEach(message -> metadata.withArrayProperty("messages").add("[ERROR] " + message));
    return new ApiError(body, rule, error + ": " + String.join("; ", messages));
  }

  static ApiError missingScope(String needed, String provided) {
    ObjectNode body = body("missing_scope").put("needed", needed).put("provided", provided);
    return new ApiError(body, Rule.SCOPE, "missing_scope: " + needed);
  }

  static ObjectNode body(String error) {
    return Json.object().put("ok", false).put("error", error);
  }

  String error() {
    return body.path("error").asText();
  }

  ObjectNode body() {
    return body;
  }

  Optional<Rule> rule() {
    return Optional.ofNullable(rule);
  }
}
