package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;

/** Requests' bodies and their parts, good ones as long as nothing is changed. */
final class Bodies {

  private Bodies() {}

  static ObjectNode message(String content) {
    ObjectNode body = Json.object().put("content", content);
    body.putObject("allowed_mentions").putArray("parse");
    return body;
  }

  static ObjectNode callback(int type, JsonNode data) {
    ObjectNode body = Json.object().put("type", type);
    body.set("data", data);
    return body;
  }

  static String x(int times) {
    return "x".repeat(times);
  }

  static ArrayNode array(ObjectNode body, String field) {
    return body.withArrayProperty(field);
  }

  static ObjectNode embed(ObjectNode body) {
    return array(body, "embeds").addObject();
  }

  static void fields(ObjectNode embed, int count, String name, String value) {
    for (int i = 0; i < count; i++) {
      array(embed, "fields").addObject().put("name", name).put("value", value);
    }
  }

  static ObjectNode version2(ObjectNode body) {
    return body.put("flags", Message.COMPONENTS_V2);
  }

  static ArrayNode components(ObjectNode body) {
    return array(body, "components");
  }

  static ObjectNode component(ArrayNode in, int type) {
    return in.addObject().put("type", type);
  }

  static ArrayNode row(ObjectNode body) {
    return component(components(body), Components.ROW).putArray("components");
  }

  static void text(ArrayNode in, String content) {
    component(in, Components.TEXT_DISPLAY).put("content", content);
  }

  static ObjectNode button(ArrayNode row, String id) {
    return component(row, Components.BUTTON).put("style", 1).put("label", "l").put("custom_id", id);
  }

  static void button(ObjectNode in, String field, String id) {
    in.putObject(field)
        .put("type", Components.BUTTON)
        .put("style", 1)
        .put("label", "l")
        .put("custom_id", id);
  }

  static ObjectNode link(ArrayNode row) {
    return component(row, Components.BUTTON)
        .put("style", 5)
        .put("label", "l")
        .put("url", "https://e.test");
  }

  static ObjectNode select(ArrayNode row) {
    return component(row, Components.STRING_SELECT).put("custom_id", "s");
  }

  static void options(ObjectNode select, int count) {
    array(select, "options");
    IntStream.range(0, count).forEach(i -> option(select, "l" + i, "v" + i));
  }

  static void option(ObjectNode select, String label, String value) {
    array(select, "options").addObject().put("label", label).put("value", value);
  }

  static void picture(ArrayNode items, String description) {
    items
        .addObject()
        .put("description", description)
        .putObject("media")
        .put("url", "https://e.test/p.png");
  }

  static ObjectNode commandOption(ObjectNode command, String name) {
    return array(command, "options")
        .addObject()
        .put("type", 3)
        .put("name", name)
        .put("description", "d");
  }

  static ObjectNode commandOptions(ObjectNode command, int count) {
    IntStream.range(0, count).forEach(i -> commandOption(command, "o" + i));
    return command;
  }
}
