package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Slack takes as the blocks of a message or a view. */
final class BlockLimits {

  private static final int IN_MESSAGE = 50;
  private static final int IN_VIEW = 100;
  private static final int ID = 255;
  private static final int SECTION = 3_000;
  private static final int FIELDS = 10;
  private static final int FIELD = 2_000;
  private static final int HEADER = 150;
  private static final int MARKDOWN = 12_000;
  private static final int ADDRESS = 3_000;
  private static final int ALT_TEXT = 2_000;
  private static final int LABEL = 2_000;
  private static final Set<String> ONLY_IN_MESSAGES =
      Set.of("markdown", "context_actions", "table");
  private static final Set<String> RICH =
      Set.of("rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted");

  private final Faults faults;
  private final World world;
  private final ElementLimits elements;

  private BlockLimits(Faults faults, World world) {
    this.faults = faults;
    this.world = world;
    this.elements = new ElementLimits(faults);
  }

  static void checkMessage(JsonNode blocks, World world) {
    var faults = new Faults();
    new BlockLimits(faults, world).all("/blocks", blocks, IN_MESSAGE, true);
    faults.throwIfAny("invalid_blocks");
  }

  static void checkView(JsonNode blocks, World world, Faults faults) {
    new BlockLimits(faults, world).all("/view/blocks", blocks, IN_VIEW, false);
  }

  private void all(String at, JsonNode blocks, int most, boolean message) {
    faults.count(at, blocks, 1, most);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      String here = at + "/" + i;
      JsonNode block = blocks.get(i);
      faults.atMost(here + "/block_id", block.path("block_id"), ID);
      String id = block.path("block_id").asText("");
      if (!id.isEmpty() && !ids.add(id)) {
        faults.wrong(here + "/block_id", "block_id already exists");
      }
      String type = block.path("type").asText();
      if (!message && ONLY_IN_MESSAGES.contains(type)) {
        faults.wrong(here + "/type", "unsupported type: " + type);
      } else {
        block(here, block, type);
      }
    }
  }

  private void block(String at, JsonNode block, String type) {
    switch (type) {
      case "divider" -> {}
      case "header" -> elements.plain(at + "/text", block.path("text"), HEADER);
      case "section" -> section(at, block);
      case "markdown" -> faults.between(at + "/text", block.path("text"), 1, MARKDOWN);
      case "image" -> {
        image(at, block);
        elements.optionalPlain(at + "/title", block.path("title"), LABEL);
      }
      case "context" -> context(at, block.path("elements"));
      case "actions", "context_actions" -> actions(at, block, type.equals("actions") ? 25 : 5);
      case "input" -> input(at, block);
      case "rich_text" -> richText(at, block.path("elements"));
      case "table" -> faults.count(at + "/rows", block.path("rows"), 1, 100);
      default -> faults.wrong(at + "/type", "unsupported type: " + type);
    }
  }

  private void section(String at, JsonNode section) {
    JsonNode text = section.path("text");
    JsonNode fields = section.path("fields");
    if (!Json.given(text) && !Json.given(fields)) {
      faults.wrong(at + "/text", "missing required field");
    }
    if (Json.given(text)) {
      elements.text(at + "/text", text, SECTION);
    }
    if (Json.given(fields)) {
      faults.count(at + "/fields", fields, 1, FIELDS);
      for (int i = 0; i < fields.size(); i++) {
        elements.text(at + "/fields/" + i, fields.get(i), FIELD);
      }
    }
    JsonNode accessory = section.path("accessory");
    if (accessory.path("type").asText().equals("image")) {
      image(at + "/accessory", accessory);
    } else if (Json.given(accessory)) {
      elements.interactive(at + "/accessory", accessory, new HashSet<>());
    }
  }

  private void image(String at, JsonNode image) {
    faults.between(at + "/alt_text", image.path("alt_text"), 1, ALT_TEXT);
    JsonNode file = image.path("slack_file");
    if (Json.given(file)) {
      if (!world.uploads().isComplete(file.path("id").asText(""))) {
        faults.wrong(at + "/slack_file", "invalid slack file");
      }
    } else {
      faults.between(at + "/image_url", image.path("image_url"), 1, ADDRESS);
      if (!image.path("image_url").asText().matches("https?://.+")) {
        faults.wrong(at + "/image_url", "must be a valid URL");
      }
    }
  }

  private void context(String at, JsonNode parts) {
    faults.count(at + "/elements", parts, 1, 10);
    for (int i = 0; i < parts.size(); i++) {
      String here = at + "/elements/" + i;
      if (parts.get(i).path("type").asText().equals("image")) {
        image(here, parts.get(i));
      } else {
        elements.text(here, parts.get(i), SECTION);
      }
    }
  }

  private void actions(String at, JsonNode block, int most) {
    JsonNode parts = block.path("elements");
    faults.count(at + "/elements", parts, 1, most);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      elements.interactive(at + "/elements/" + i, parts.get(i), ids);
    }
  }

  private void input(String at, JsonNode input) {
    elements.plain(at + "/label", input.path("label"), LABEL);
    elements.optionalPlain(at + "/hint", input.path("hint"), LABEL);
    elements.input(at + "/element", input.path("element"));
  }

  private void richText(String at, JsonNode parts) {
    faults.count(at + "/elements", parts, 1, Integer.MAX_VALUE);
    for (int i = 0; i < parts.size(); i++) {
      String here = at + "/elements/" + i;
      String type = parts.get(i).path("type").asText();
      if (!RICH.contains(type)) {
        faults.wrong(here + "/type", "unsupported type: " + type);
      } else if (type.equals("rich_text_list")) {
        faults.count(here + "/elements", parts.get(i).path("elements"), 1, Integer.MAX_VALUE);
        parts.get(i).path("elements").forEach(item -> inline(here, item.path("elements")));
      } else {
        inline(here, parts.get(i).path("elements"));
      }
    }
  }

  private void inline(String at, JsonNode parts) {
    for (JsonNode part : parts) {
      switch (part.path("type").asText()) {
        case "text" -> faults.between(at + "/text", part.path("text"), 1, Integer.MAX_VALUE);
        case "link" -> faults.between(at + "/url", part.path("url"), 1, ADDRESS);
        case "emoji" -> faults.between(at + "/name", part.path("name"), 1, ID);
        case "user", "channel", "usergroup", "broadcast", "date", "color", "team" -> {}
        default -> faults.wrong(at, "unsupported type: " + part.path("type").asText());
      }
    }
  }
}
