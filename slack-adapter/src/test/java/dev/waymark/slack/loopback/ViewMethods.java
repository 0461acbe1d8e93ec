package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** The methods {@code views.*}. */
final class ViewMethods {

  private static final Duration TRIGGER = Duration.ofSeconds(3);

  private final World world;
  private final Places places;

  ViewMethods(World world) {
    this.world = world;
    this.places = new Places(world);
  }

  ObjectNode open(JsonNode arguments) {
    JsonNode sent = modal(arguments);
    Interaction used = exchange(arguments);
    return shown(used, world.views().open(used.member(), sent));
  }

  ObjectNode push(JsonNode arguments) {
    JsonNode sent = modal(arguments);
    Interaction used = exchange(arguments);
    if (world.views().top(used.member()).isEmpty()) {
      throw ApiError.broken(Rule.TARGET, "view_not_found", "no modal is open");
    }
    return shown(used, world.views().push(used.member(), sent));
  }

  private JsonNode modal(JsonNode arguments) {
    JsonNode sent = Arguments.json(arguments, "view");
    ViewLimits.checkModal(sent, world);
    String external = sent.path("external_id").asText("");
    if (!external.isEmpty() && world.views().byExternalId(external).isPresent()) {
      throw ApiError.broken(Rule.BLOCK, "duplicate_external_id", external);
    }
    return sent;
  }

  private Interaction exchange(JsonNode arguments) {
    String trigger = arguments.path("trigger_id").asText();
    Interaction used =
        world
            .interactionByTrigger(trigger)
            .orElseThrow(() -> ApiError.broken(Rule.TRIGGER, "invalid_trigger_id", trigger));
    if (world.now().isAfter(used.at().plus(TRIGGER))) {
      throw ApiError.broken(Rule.TRIGGER, "expired_trigger_id", "of " + used.what());
    }
    if (!used.exchange()) {
      throw ApiError.broken(Rule.TRIGGER, "exchanged_trigger_id", "of " + used.what());
    }
    return used;
  }

  private static ObjectNode shown(Interaction used, View view) {
    used.shown(view);
    return answer(view);
  }

  ObjectNode update(JsonNode arguments) {
    String id = arguments.path("view_id").asText("");
    String external = arguments.path("external_id").asText("");
    Optional<View> sought =
        external.isEmpty() ? world.views().byId(id) : world.views().byExternalId(external);
    View view = sought.orElseThrow(() -> ApiError.broken(Rule.TARGET, "not_found", id + external));
    JsonNode sent = Arguments.json(arguments, "view");
    checkHash(Optional.of(view), arguments);
    if (view.json().path("type").asText().equals("home")) {
      ViewLimits.checkHome(sent, world);
    } else {
      ViewLimits.checkModal(sent, world);
    }
    world.views().show(view, sent);
    world.playing().answers().changed(view);
    return answer(view);
  }

  ObjectNode publish(JsonNode arguments) {
    Member member = places.member(arguments.path("user_id").asText());
    JsonNode sent = Arguments.json(arguments, "view");
    ViewLimits.checkHome(sent, world);
    checkHash(world.views().home(member), arguments);
    View home = world.views().publish(member, sent);
    world.playing().answers().published(home);
    return answer(home);
  }

  /** That another was faster can happen to a good bot. */
  private static void checkHash(Optional<View> view, JsonNode arguments) {
    String hash = arguments.path("hash").asText("");
    String now = view.map(View::hash).orElse("");
    if (!hash.isEmpty() && !hash.equals(now)) {
      throw ApiError.of("hash_conflict");
    }
  }

  private static ObjectNode answer(View view) {
    ObjectNode answer = Json.object();
    answer.set("view", view.json());
    return answer;
  }
}
