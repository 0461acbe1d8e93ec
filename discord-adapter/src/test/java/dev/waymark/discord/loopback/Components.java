package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Discord's components: their numbers, and the walk through them. */
final class Components {

  static final int ROW = 1;
  static final int BUTTON = 2;
  static final int STRING_SELECT = 3;
  static final int TEXT_INPUT = 4;
  static final int USER_SELECT = 5;
  static final int CHANNEL_SELECT = 8;
  static final int SECTION = 9;
  static final int TEXT_DISPLAY = 10;
  static final int THUMBNAIL = 11;
  static final int GALLERY = 12;
  static final int FILE = 13;
  static final int SEPARATOR = 14;
  static final int CONTAINER = 17;
  static final int LABEL = 18;

  private Components() {}

  /** All of them with all that is in them, in reading order. */
  static Stream<JsonNode> all(JsonNode components) {
    return Json.list(components).stream().flatMap(Components::withInner);
  }

  private static Stream<JsonNode> withInner(JsonNode component) {
    Stream<JsonNode> inner =
        Stream.of(
                all(component.path("components")),
                component.has("component")
                    ? withInner(component.path("component"))
                    : Stream.<JsonNode>empty(),
                component.has("accessory")
                    ? withInner(component.path("accessory"))
                    : Stream.<JsonNode>empty())
            .flatMap(part -> part);
    return Stream.concat(Stream.of(component), inner);
  }

  static boolean isSelect(int type) {
    return type == STRING_SELECT || (type >= USER_SELECT && type <= CHANNEL_SELECT);
  }

  static boolean needsVersion2(int type) {
    return List.of(SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER)
        .contains(type);
  }
}
