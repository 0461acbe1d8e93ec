package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;

/** What Discord takes as a form to fill in. */
final class FormLimits {

  private static final int TITLE = 45;
  private static final int PARTS = 5;
  private static final int LABEL = 45;
  private static final int DESCRIPTION = 100;
  private static final int INPUT = 4_000;

  private FormLimits() {}

  static void check(JsonNode form) {
    var faults = new Faults();
    faults.between("data.custom_id", form.path("custom_id"), 1, 100);
    faults.between("data.title", form.path("title"), 1, TITLE);
    JsonNode parts = form.path("components");
    faults.count("data.components", parts.size(), 1, PARTS);
    for (int i = 0; i < parts.size(); i++) {
      part("data.components." + i, parts.get(i), faults);
    }
    faults.throwIfAny();
  }

  private static void part(String at, JsonNode part, Faults faults) {
    JsonNode input = part.path("component");
    switch (part.path("type").asInt()) {
      case Components.LABEL -> {
        faults.between(at + ".label", part.path("label"), 1, LABEL);
        faults.atMost(at + ".description", part.path("description"), DESCRIPTION);
        faults.between(at + ".component.custom_id", input.path("custom_id"), 1, 100);
      }
      case Components.ROW -> {
        input = part.path("components").path(0);
        faults.between(at + ".components.0.label", input.path("label"), 1, LABEL);
      }
      case Components.TEXT_DISPLAY -> {}
      default -> faults.add(at + ".type", "COMPONENT_TYPE_INVALID", "It does not stand here.");
    }
    faults.atMost(at + ".placeholder", input.path("placeholder"), 100);
    faults.atMost(at + ".value", input.path("value"), INPUT);
    if (input.path("max_length").asInt() > INPUT) {
      faults.add(at + ".max_length", "NUMBER_TYPE_MAX", "At most " + INPUT + ".");
    }
  }
}
