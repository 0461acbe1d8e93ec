package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds one's way through blocks. */
final class Blocks {

  private static final Set<String> INTERACTIVE =
      Set.of("section", "actions", "context_actions", "input");

  private Blocks() {}

  /** All words that can be read, in their order, a line for each part. */
  static String text(JsonNode blocks) {
    return Json.list(blocks).stream()
        .flatMap(Blocks::lines)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "rich_text", "rich_text_list" ->
          Json.list(block.path("elements")).stream().flatMap(Blocks::lines);
      case "rich_text_section", "rich_text_quote", "rich_text_preformatted" ->
          Stream.of(String.join("", words(block)));
      default -> words(block).stream();
    };
  }

  /** How many characters there are to read in all. */
  static int characters(JsonNode blocks) {
    return Json.list(blocks).stream()
        .flatMap(b -> words(b).stream())
        .mapToInt(String::length)
        .sum();
  }

  /** The words of one block or of a part of it. */
  static List<String> words(JsonNode block) {
    List<String> words = new ArrayList<>();
    collect(block, words);
    return words;
  }

  private static void collect(JsonNode node, List<String> words) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, words));
      return;
    }
    for (String name :
        List.of(
            "title",
            "label",
            "text",
            "fields",
            "elements",
            "element",
            "accessory",
            "alt_text",
            "hint")) {
      JsonNode part = node.path(name);
      if (part.isTextual()) {
        words.add(part.asText());
      } else if (part.isContainerNode()) {
        collect(part, words);
      }
    }
    if (node.path("type").asText().equals("link") && !node.has("text")) {
      words.add(node.path("url").asText());
    }
  }

  /** What can be pressed, chosen from or filled in. */
  static Stream<JsonNode> elements(JsonNode blocks) {
    return Json.list(blocks).stream().flatMap(Blocks::elementsOf);
  }

  /** The interactive elements of one block. */
  static Stream<JsonNode> elementsOf(JsonNode block) {
    if (!INTERACTIVE.contains(block.path("type").asText())) {
      return Stream.of();
    }
    Stream<JsonNode> single =
        Stream.of(block.path("accessory"), block.path("element")).filter(JsonNode::isObject);
    return Stream.concat(Json.list(block.path("elements")).stream(), single);
  }

  static Stream<JsonNode> buttons(JsonNode blocks) {
    return elements(blocks).filter(element -> element.path("type").asText().equals("button"));
  }

  static Stream<JsonNode> inputs(JsonNode blocks) {
    return Json.list(blocks).stream().filter(block -> block.path("type").asText().equals("input"));
  }

  /** What a button is called, by what a screen reader says of it if that is more. */
  static String label(JsonNode button) {
    String spoken = button.path("accessibility_label").asText("");
    return spoken.isEmpty() ? button.path("text").path("text").asText() : spoken;
  }

  /** The block with an element of an action id. */
  static Optional<JsonNode> blockOf(JsonNode blocks, String actionId) {
    return Json.list(blocks).stream()
        .filter(
            block -> elementsOf(block).anyMatch(e -> e.path("action_id").asText().equals(actionId)))
        .findFirst();
  }

  /** Gives ids to blocks and elements that have none, as Slack does. */
  static JsonNode withIds(JsonNode blocks, World world) {
    JsonNode copy = blocks.deepCopy();
    for (JsonNode block : copy) {
      identify(block, "block_id", world);
      elementsOf(block).forEach(element -> identify(element, "action_id", world));
    }
    return copy;
  }

  private static void identify(JsonNode node, String name, World world) {
    if (node instanceof ObjectNode object && node.path(name).asText("").isEmpty()) {
      object.put(name, world.newId("x"));
    }
  }
}
