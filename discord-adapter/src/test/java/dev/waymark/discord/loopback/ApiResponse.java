package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body its JSON; none with status 204
 */
record ApiResponse(int status, @Nullable JsonNode body) {

  static ApiResponse ok(JsonNode body) {
    return new ApiResponse(200, body);
  }

  static ApiResponse created(JsonNode body) {
    return new ApiResponse(201, body);
  }

  static ApiResponse nothing() {
    return new ApiResponse(204, null);
  }
}
