package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Whether a message could ping somebody: Discord lets it unless it is told not to. */
final class Mentions {

  private Mentions() {}

  /**
   * What is wrong with a body's mentions.
   *
   * @param isNew whether it makes a message; an edit without text pings nobody
   */
  static Optional<String> fault(JsonNode body, boolean isNew) {
    JsonNode allowed = body.path("allowed_mentions");
    boolean text =
        !body.path("content").asText("").isEmpty()
            || Components.all(body.path("components"))
                .anyMatch(c -> c.path("type").asInt() == Components.TEXT_DISPLAY);
    if (!Json.given(allowed)) {
      return isNew || text ? Optional.of("no allowed_mentions") : Optional.empty();
    }
    for (String field : List.of("parse", "users", "roles")) {
      if (!allowed.path(field).isEmpty()) {
        return Optional.of("allowed_mentions." + field + " is " + allowed.path(field));
      }
    }
    if (allowed.path("replied_user").asBoolean() && Json.given(body.path("message_reference"))) {
      return Optional.of("allowed_mentions.replied_user is true in a reply");
    }
    return Optional.empty();
  }
}
