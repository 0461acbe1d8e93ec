package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Components as Discord gives them back: numbered, and with what was left out. */
final class StoredComponents {

  private StoredComponents() {}

  static ArrayNode of(JsonNode sent, World world) {
    ArrayNode components = sent instanceof ArrayNode array ? array.deepCopy() : Json.array();
    List<JsonNode> all = Components.all(components).toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof ObjectNode component) {
        if (component.path("id").asInt() == 0) {
          component.put("id", i + 1);
        }
        complete(component, world);
      }
    }
    return components;
  }

  private static void complete(ObjectNode component, World world) {
    int type = component.path("type").asInt();
    switch (type) {
      case Components.CONTAINER -> {
        absent(component, "accent_color");
        component.put("spoiler", component.path("spoiler").asBoolean());
      }
      case Components.THUMBNAIL -> picture(component, world);
      case Components.GALLERY -> {
        for (JsonNode item : component.path("items")) {
          picture((ObjectNode) item, world);
        }
      }
      case Components.FILE -> {
        component.put("spoiler", component.path("spoiler").asBoolean());
        if (component.path("file") instanceof ObjectNode file) {
          component.put("name", file.path("url").asText().replaceFirst("^attachment://", ""));
          component.put("size", 1);
          stored(file, world);
        }
      }
      case Components.SEPARATOR -> {
        component.put("spacing", component.path("spacing").asInt(1));
        component.put("divider", component.path("divider").asBoolean(true));
      }
      default -> {
        if (Components.isSelect(type)) {
          component.put("min_values", component.path("min_values").asInt(1));
          component.put("max_values", component.path("max_values").asInt(1));
        }
      }
    }
  }

  private static void picture(ObjectNode picture, World world) {
    absent(picture, "description");
    picture.put("spoiler", picture.path("spoiler").asBoolean());
    if (picture.path("media") instanceof ObjectNode media) {
      stored(media, world);
    }
  }

  /** What was attached is given back by the address under which Discord keeps it. */
  private static void stored(ObjectNode media, World world) {
    String id = world.newId();
    String url =
        media
            .path("url")
            .asText()
            .replaceFirst("^attachment://", "https://cdn.discord.test/attachments/" + id + "/");
    media.put("id", id);
    media.put("url", url);
    media.put("proxy_url", url);
  }

  private static void absent(ObjectNode component, String field) {
    if (!component.has(field)) {
      component.putNull(field);
    }
  }
}
