package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How people fill in what can be filled in. */
final class Inputs {

  private static final int MOST_TEXT = 3_000;

  private Inputs() {}

  /**
   * All that a view holds when it is sent.
   *
   * @throws AssertionError when a person could not send it so
   */
  static ObjectNode state(JsonNode view, Map<String, String> values) {
    return state(view, values, true);
  }

  /** All that a view holds before anything is filled in. */
  static ObjectNode initial(JsonNode view) {
    return state(view, Map.of(), false);
  }

  private static ObjectNode state(JsonNode view, Map<String, String> values, boolean sending) {
    ObjectNode state = Json.object();
    List<String> known = new ArrayList<>();
    for (JsonNode block : view.path("blocks")) {
      Blocks.elementsOf(block)
          .filter(element -> !element.path("type").asText().equals("button"))
          .forEach(
              element -> {
                String id = element.path("action_id").asText();
                known.add(id);
                ObjectNode filled = filled(element, values.getOrDefault(id, ""));
                if (sending && isMissing(block, filled)) {
                  throw new AssertionError(id + " must be filled in.");
                }
                state.withObjectProperty(block.path("block_id").asText()).set(id, filled);
              });
    }
    if (!known.containsAll(values.keySet())) {
      throw new AssertionError("There is only " + known + " to fill in, not " + values.keySet());
    }
    return state;
  }

  private static boolean isMissing(JsonNode block, ObjectNode filled) {
    boolean required =
        block.path("type").asText().equals("input") && !block.path("optional").asBoolean();
    return required
        && filled.properties().stream()
            .filter(field -> !field.getKey().equals("type"))
            .map(Map.Entry::getValue)
            .allMatch(value -> value.isNull() || (value.isArray() && value.isEmpty()));
  }

  /** An element with a value, or with the one it has from the start. */
  static ObjectNode filled(JsonNode element, String value) {
    String type = element.path("type").asText();
    ObjectNode filled = Json.object().put("type", type);
    switch (type) {
      case "static_select", "radio_buttons", "overflow" ->
          filled.set("selected_option", option(element, value));
      case "multi_static_select", "checkboxes" ->
          filled.set("selected_options", options(element, value));
      case "datepicker" -> put(filled, "selected_date", element.path("initial_date"), value);
      case "timepicker" -> put(filled, "selected_time", element.path("initial_time"), value);
      case "users_select" -> put(filled, "selected_user", element.path("initial_user"), value);
      case "channels_select" ->
          put(filled, "selected_channel", element.path("initial_channel"), value);
      case "conversations_select" ->
          put(filled, "selected_conversation", element.path("initial_conversation"), value);
      case "plain_text_input" -> {
        put(filled, "value", element.path("initial_value"), value);
        checkLength(element, filled.path("value").asText(""));
      }
      default -> put(filled, "value", element.path("initial_value"), value);
    }
    return filled;
  }

  private static void put(ObjectNode filled, String name, JsonNode initial, String value) {
    if (!value.isEmpty()) {
      filled.put(name, value);
    } else if (Json.given(initial)) {
      filled.set(name, initial);
    } else {
      filled.putNull(name);
    }
  }

  private static void checkLength(JsonNode element, String text) {
    int least = element.path("min_length").asInt(0);
    int most = element.path("max_length").asInt(MOST_TEXT);
    if (!text.isEmpty() && (text.length() < least || text.length() > most)) {
      throw new AssertionError(
          "%s takes %d to %d characters, not \"%s\""
              .formatted(element.path("action_id").asText(), least, most, text));
    }
  }

  private static JsonNode option(JsonNode element, String value) {
    if (value.isEmpty()) {
      JsonNode initial = element.path("initial_option");
      return Json.given(initial) ? initial : Json.MAPPER.nullNode();
    }
    return offered(element).stream()
        .filter(option -> option.path("value").asText().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s does not offer %s".formatted(element.path("action_id").asText(), value)));
  }

  private static ArrayNode options(JsonNode element, String values) {
    if (values.isEmpty()) {
      return Json.array(Json.list(element.path("initial_options")));
    }
    return Json.array(
        List.of(values.split(",", -1)).stream().map(value -> option(element, value)).toList());
  }

  private static List<JsonNode> offered(JsonNode element) {
    List<JsonNode> options = new ArrayList<>(Json.list(element.path("options")));
    element.path("option_groups").forEach(g -> options.addAll(Json.list(g.path("options"))));
    return options;
  }
}
