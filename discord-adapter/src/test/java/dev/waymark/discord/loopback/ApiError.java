package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer that says no, as Discord words it; it may be a broken rule as well. */
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int INVALID_FORM = 50_035;

  private final int status;
  private final ObjectNode body;
  private final @Nullable Rule rule;

  private ApiError(int status, ObjectNode body, @Nullable Rule rule, String message) {
    super(message);
    this.status = status;
    this.body = body;
    this.rule = rule;
  }

  /** An error that can happen to a good bot. */
  static ApiError of(int status, int code, String message) {
    return new ApiError(status, body(code, message), null, message);
  }

  /** An error that a good bot does not cause. */
  static ApiError broken(Rule rule, int status, int code, String message) {
    return new ApiError(status, body(code, message), rule, message);
  }

  /** A body that is refused, with what is wrong in each field. */
  static ApiError form(Rule rule, List<FormError> faults) {
    ObjectNode body = body(INVALID_FORM, "Invalid Form Body");
    ObjectNode errors = body.putObject("errors");
    for (FormError fault : faults) {
      ObjectNode at = errors;
      for (String part : fault.field().split("\\.", -1)) {
        if (!part.isEmpty()) {
          at = at.withObjectProperty(part);
        }
      }
      at.withArrayProperty("_errors")
          .addObject()
          .put("code", fault.code())
          .put("message", fault.message());
    }
    String message = faults.stream().map(FormError::toString).collect(Collectors.joining("; "));
    return new ApiError(400, body, rule, message);
  }

  static ApiError unknownChannel() {
    return of(404, 10_003, "Unknown Channel");
  }

  static ApiError unknownMessage() {
    return of(404, 10_008, "Unknown Message");
  }

  static ObjectNode body(int code, String message) {
    return Json.object().put("message", message).put("code", code);
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return body;
  }

  Optional<Rule> rule() {
    return Optional.ofNullable(rule);
  }
}
