package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way in which Slack can fail a request. */
public sealed interface Failure {

  /** An answer in place of the right one; nothing is done. */
  record Answered(int status, @Nullable ObjectNode body, Map<String, String> headers)
      implements Failure {}

  /** The right answer, but late, by the real clock. */
  record Slow(Duration by) implements Failure {}

  /** Done, but the connection ends in the middle of the answer. */
  record Cut() implements Failure {}

  /** Done, but another answer is given, as by a proxy that has lost the right one. */
  record Swallowed(int status) implements Failure {}

  /** A server's error with a page instead of JSON: 500, 502, 503. */
  static Failure status(int status) {
    return new Answered(status, null, Map.of());
  }

  /** One of Slack's own errors: {@code channel_not_found}, {@code internal_error}. */
  static Failure error(String name) {
    return new Answered(200, ApiError.body(name), Map.of());
  }

  /** Too many requests; to be tried again after the time. */
  static Failure rateLimited(Duration retryAfter) {
    long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
    return new Answered(
        429, ApiError.body("ratelimited"), Map.of("Retry-After", Long.toString(seconds)));
  }

  static Failure slow(Duration by) {
    return new Slow(by);
  }

  static Failure cut() {
    return new Cut();
  }

  /** Done, and answered with a server's error: 500, 502, 503. */
  static Failure swallowed(int status) {
    return new Swallowed(status);
  }
}
