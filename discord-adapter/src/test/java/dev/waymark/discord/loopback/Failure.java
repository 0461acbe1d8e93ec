package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way in which Discord can fail a request. */
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

  /** A server's error with a page instead of JSON, as proxies send: 500, 502, 503. */
  static Failure status(int status) {
    return new Answered(status, null, Map.of());
  }

  /** Discord's own error. */
  static Failure error(int status, int code, String message) {
    return new Answered(status, ApiError.body(code, message), Map.of());
  }

  static Failure unknownInteraction() {
    return error(404, 10_062, "Unknown interaction");
  }

  static Failure unknownChannel() {
    return error(404, 10_003, "Unknown Channel");
  }

  static Failure unknownMessage() {
    return error(404, 10_008, "Unknown Message");
  }

  static Failure closedDirectMessages() {
    return error(403, 50_007, "Cannot send messages to this user");
  }

  static Failure missingAccess() {
    return error(403, 50_001, "Missing Access");
  }

  static Failure missingPermission() {
    return error(403, 50_013, "Missing Permissions");
  }

  static Failure tooLarge() {
    return error(413, 40_005, "Request entity too large");
  }

  /** Too many requests of one kind; to be tried again after the time. */
  static Failure rateLimited(Duration retryAfter) {
    return limited(retryAfter, false);
  }

  /** Too many requests of all kinds. */
  static Failure globallyRateLimited(Duration retryAfter) {
    return limited(retryAfter, true);
  }

  /** The proxy before Discord refuses the whole machine: no {@code Via}, no JSON. */
  static Failure banned(Duration retryAfter) {
    return new Answered(429, null, Map.of("Retry-After", seconds(retryAfter)));
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

  private static Failure limited(Duration retryAfter, boolean global) {
    ObjectNode body =
        Json.object()
            .put("message", "You are being rate limited.")
            .put("retry_after", retryAfter.toMillis() / 1000.0)
            .put("global", global);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Via", "1.1 google");
    headers.put("Retry-After", seconds(retryAfter));
    headers.put("X-RateLimit-Scope", global ? "global" : "user");
    if (global) {
      headers.put("X-RateLimit-Global", "true");
    }
    return new Answered(429, body, headers);
  }

  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, (time.toMillis() + 999) / 1000));
  }
}
