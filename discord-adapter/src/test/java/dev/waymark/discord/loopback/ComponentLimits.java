package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Discord takes as the components of a message, of the old kind and of version 2. */
final class ComponentLimits {

  private static final int ROWS = 5;
  private static final int BUTTONS = 5;
  private static final int TOGETHER = 40;
  private static final int TEXT_TOGETHER = 4_000;
  private static final int CUSTOM_ID = 100;
  private static final int LABEL = 80;
  private static final int LINK = 5;
  private static final int ADDRESS = 512;
  private static final int OPTIONS = 25;
  private static final int OPTION_TEXT = 100;
  private static final int PLACEHOLDER = 150;
  private static final int ALT_TEXT = 1_024;

  private final Faults faults;
  private final boolean version2;

  private ComponentLimits(Faults faults, boolean version2) {
    this.faults = faults;
    this.version2 = version2;
  }

  static void check(JsonNode components, boolean version2, Faults faults) {
    var limits = new ComponentLimits(faults, version2);
    List<JsonNode> all = Components.all(components).toList();
    limits.together(all);
    for (int i = 0; i < components.size(); i++) {
      limits.top("components." + i, components.get(i));
    }
    if (!version2) {
      faults.count("components", components.size(), 0, ROWS);
    }
  }

  private void together(List<JsonNode> all) {
    if (version2 && all.size() > TOGETHER) {
      add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "At most 40 in all.");
    }
    int text =
        all.stream()
            .filter(c -> c.path("type").asInt() == Components.TEXT_DISPLAY)
            .mapToInt(c -> Json.length(c.path("content")))
            .sum();
    if (text > TEXT_TOGETHER) {
      add(
          "components",
          "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
          "All text together is " + text + " characters, at most " + TEXT_TOGETHER + ".");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode component : all) {
      String id = component.path("custom_id").asText("");
      if (!id.isEmpty() && !ids.add(id)) {
        add(
            "components",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated: " + id);
      }
    }
  }

  private void top(String at, JsonNode component) {
    int type = component.path("type").asInt();
    if (Components.needsVersion2(type) && !version2) {
      add(at + ".type", "COMPONENT_TYPE_INVALID", type + " needs the flag IS_COMPONENTS_V2.");
      return;
    }
    switch (type) {
      case Components.ROW -> row(at, component);
      case Components.CONTAINER -> container(at, component);
      default -> withinContainer(at, component, type);
    }
  }

  private void container(String at, JsonNode container) {
    JsonNode inner = container.path("components");
    faults.count(at + ".components", inner.size(), 1, TOGETHER);
    for (int i = 0; i < inner.size(); i++) {
      int type = inner.get(i).path("type").asInt();
      if (type == Components.ROW) {
        row(at + ".components." + i, inner.get(i));
      } else {
        withinContainer(at + ".components." + i, inner.get(i), type);
      }
    }
  }

  private void withinContainer(String at, JsonNode component, int type) {
    switch (type) {
      case Components.SECTION -> section(at, component);
      case Components.TEXT_DISPLAY ->
          faults.between(at + ".content", component.path("content"), 1, TEXT_TOGETHER);
      case Components.GALLERY -> {
        JsonNode items = component.path("items");
        faults.count(at + ".items", items.size(), 1, 10);
        for (int i = 0; i < items.size(); i++) {
          media(at + ".items." + i, items.get(i));
        }
      }
      case Components.FILE -> {
        if (!component.path("file").path("url").asText().startsWith("attachment://")) {
          add(at + ".file.url", "URL_TYPE_INVALID_SCHEME", "A file is attachment://name.");
        }
      }
      case Components.SEPARATOR -> {}
      default -> add(at + ".type", "COMPONENT_TYPE_INVALID", type + " does not stand here.");
    }
  }

  private void section(String at, JsonNode section) {
    JsonNode texts = section.path("components");
    faults.count(at + ".components", texts.size(), 1, 3);
    for (int i = 0; i < texts.size(); i++) {
      String inner = at + ".components." + i;
      if (texts.get(i).path("type").asInt() != Components.TEXT_DISPLAY) {
        add(inner + ".type", "COMPONENT_TYPE_INVALID", "A section holds text.");
      }
      faults.between(inner + ".content", texts.get(i).path("content"), 1, TEXT_TOGETHER);
    }
    JsonNode accessory = section.path("accessory");
    switch (accessory.path("type").asInt()) {
      case Components.BUTTON -> button(at + ".accessory", accessory);
      case Components.THUMBNAIL -> media(at + ".accessory", accessory);
      default -> add(at + ".accessory", "BASE_TYPE_REQUIRED", "A button or a thumbnail.");
    }
  }

  private void media(String at, JsonNode media) {
    faults.atMost(at + ".description", media.path("description"), ALT_TEXT);
    if (!media.path("media").path("url").asText().matches("(?:https?|attachment)://.+")) {
      add(at + ".media.url", "URL_TYPE_INVALID_SCHEME", "Not a well formed URL.");
    }
  }

  private void row(String at, JsonNode row) {
    JsonNode inner = row.path("components");
    boolean select =
        Json.list(inner).stream().anyMatch(c -> Components.isSelect(c.path("type").asInt()));
    faults.count(at + ".components", inner.size(), 1, select ? 1 : BUTTONS);
    for (int i = 0; i < inner.size(); i++) {
      String inside = at + ".components." + i;
      int type = inner.get(i).path("type").asInt();
      if (type == Components.BUTTON) {
        button(inside, inner.get(i));
      } else if (Components.isSelect(type)) {
        select(inside, inner.get(i), type);
      } else {
        add(inside + ".type", "COMPONENT_TYPE_INVALID", "A row holds buttons or one list.");
      }
    }
  }

  private void button(String at, JsonNode button) {
    faults.atMost(at + ".label", button.path("label"), LABEL);
    if (button.path("label").asText("").isEmpty() && !Json.given(button.path("emoji"))) {
      add(at, "BUTTON_COMPONENT_EMPTY", "A button must have a label or emoji");
    }
    if (button.path("style").asInt() == LINK) {
      faults.between(at + ".url", button.path("url"), 1, ADDRESS);
      if (Json.given(button.path("custom_id"))) {
        add(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A link has no custom id.");
      }
    } else {
      faults.between(at + ".custom_id", button.path("custom_id"), 1, CUSTOM_ID);
    }
  }

  private void select(String at, JsonNode select, int type) {
    faults.between(at + ".custom_id", select.path("custom_id"), 1, CUSTOM_ID);
    faults.atMost(at + ".placeholder", select.path("placeholder"), PLACEHOLDER);
    if (type != Components.STRING_SELECT) {
      return;
    }
    JsonNode options = select.path("options");
    faults.count(at + ".options", options.size(), 1, OPTIONS);
    Set<String> values = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      String option = at + ".options." + i;
      faults.between(option + ".label", options.get(i).path("label"), 1, OPTION_TEXT);
      faults.between(option + ".value", options.get(i).path("value"), 1, OPTION_TEXT);
      faults.atMost(option + ".description", options.get(i).path("description"), OPTION_TEXT);
      if (!values.add(options.get(i).path("value").asText())) {
        add(
            option + ".value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "The specified option value is already used");
      }
    }
  }

  private void add(String field, String code, String message) {
    faults.add(field, code, message);
  }
}
