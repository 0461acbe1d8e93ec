package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Slack takes inside of blocks: texts, buttons, lists, fields to fill in. */
final class ElementLimits {

  private static final int ID = 255;
  private static final int BUTTON = 75;
  private static final int VALUE = 2_000;
  private static final int ADDRESS = 3_000;
  private static final int SPOKEN_LABEL = 75;
  private static final int PLACEHOLDER = 150;
  private static final int OPTION = 75;
  private static final int OPTION_VALUE = 150;
  private static final int INPUT = 3_000;
  private static final Set<String> STYLES = Set.of("", "primary", "danger");
  private static final Set<String> PICKERS =
      Set.of(
          "users_select",
          "channels_select",
          "conversations_select",
          "multi_users_select",
          "multi_channels_select",
          "multi_conversations_select",
          "datepicker",
          "timepicker",
          "datetimepicker");
  private static final Set<String> FIELDS =
      Set.of("plain_text_input", "number_input", "email_text_input", "url_text_input");

  private final Faults faults;

  ElementLimits(Faults faults) {
    this.faults = faults;
  }

  /** A text of either kind. */
  void text(String at, JsonNode text, int most) {
    String type = text.path("type").asText();
    if (!type.equals("mrkdwn") && !type.equals("plain_text")) {
      faults.wrong(at + "/type", "unsupported type: " + type);
    } else {
      faults.between(at + "/text", text.path("text"), 1, most);
    }
  }

  /** A text without marks. */
  void plain(String at, JsonNode text, int most) {
    if (text.path("type").asText().equals("mrkdwn")) {
      faults.wrong(at + "/type", "must be plain_text");
    }
    text(at, text, most);
  }

  void optionalPlain(String at, JsonNode text, int most) {
    if (Json.given(text)) {
      plain(at, text, most);
    }
  }

  /** What can be pressed or chosen from outside of inputs. */
  void interactive(String at, JsonNode element, Set<String> ids) {
    id(at, element, ids);
    confirm(at + "/confirm", element.path("confirm"));
    String type = element.path("type").asText();
    switch (type) {
      case "button" -> button(at, element);
      case "feedback_buttons", "icon_button", "workflow_button" -> {}
      default -> choice(at, element, type);
    }
  }

  /** What can be filled in inside of inputs. */
  void input(String at, JsonNode element) {
    id(at, element, new HashSet<>());
    String type = element.path("type").asText();
    if (FIELDS.contains(type)) {
      optionalPlain(at + "/placeholder", element.path("placeholder"), PLACEHOLDER);
      faults.atMost(at + "/initial_value", element.path("initial_value"), INPUT);
      if (element.path("min_length").asInt() > INPUT
          || element.path("max_length").asInt(1) < 1
          || element.path("max_length").asInt() > INPUT) {
        faults.wrong(at + "/max_length", "must be between 1 and " + INPUT);
      }
    } else if (!type.equals("file_input") && !type.equals("rich_text_input")) {
      choice(at, element, type);
    }
  }

  private void id(String at, JsonNode element, Set<String> ids) {
    JsonNode id = element.path("action_id");
    faults.atMost(at + "/action_id", id, ID);
    if (Json.given(id) && !ids.add(id.asText())) {
      faults.wrong(at + "/action_id", "action_id already exists: " + id.asText());
    }
  }

  private void button(String at, JsonNode button) {
    plain(at + "/text", button.path("text"), BUTTON);
    faults.atMost(at + "/value", button.path("value"), VALUE);
    faults.atMost(at + "/url", button.path("url"), ADDRESS);
    faults.atMost(at + "/accessibility_label", button.path("accessibility_label"), SPOKEN_LABEL);
    if (Json.given(button.path("url")) && !button.path("url").asText().matches("\\w+:.+")) {
      faults.wrong(at + "/url", "must be a valid URL");
    }
    if (!STYLES.contains(button.path("style").asText(""))) {
      faults.wrong(at + "/style", "must be primary or danger");
    }
  }

  private void choice(String at, JsonNode element, String type) {
    optionalPlain(at + "/placeholder", element.path("placeholder"), PLACEHOLDER);
    switch (type) {
      case "static_select", "multi_static_select" -> {
        JsonNode groups = element.path("option_groups");
        if (Json.given(groups)) {
          faults.count(at + "/option_groups", groups, 1, 100);
          for (int i = 0; i < groups.size(); i++) {
            String group = at + "/option_groups/" + i;
            plain(group + "/label", groups.get(i).path("label"), OPTION);
            options(group, groups.get(i).path("options"), 100);
          }
        } else {
          options(at, element.path("options"), 100);
        }
      }
      case "overflow" -> options(at, element.path("options"), 5);
      case "radio_buttons", "checkboxes" -> options(at, element.path("options"), 10);
      default -> {
        if (!PICKERS.contains(type)) {
          faults.wrong(at + "/type", "unsupported type: " + type);
        }
      }
    }
  }

  private void options(String at, JsonNode options, int most) {
    faults.count(at + "/options", options, 1, most);
    for (int i = 0; i < options.size(); i++) {
      String option = at + "/options/" + i;
      text(option + "/text", options.get(i).path("text"), OPTION);
      faults.between(option + "/value", options.get(i).path("value"), 1, OPTION_VALUE);
      JsonNode description = options.get(i).path("description");
      if (Json.given(description)) {
        text(option + "/description", description, OPTION);
      }
    }
  }

  private void confirm(String at, JsonNode confirm) {
    if (Json.given(confirm)) {
      plain(at + "/title", confirm.path("title"), 100);
      text(at + "/text", confirm.path("text"), 300);
      optionalPlain(at + "/confirm", confirm.path("confirm"), 30);
      optionalPlain(at + "/deny", confirm.path("deny"), 30);
    }
  }
}
