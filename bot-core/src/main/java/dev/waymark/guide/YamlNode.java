package dev.waymark.guide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a YAML file with the line on which it begins, so that a fault can name it. Every value
 * is read as text: a guide has no use for YAML's own idea of numbers, dates and {@code no}.
 * Immutable.
 */
sealed interface YamlNode {

  /** Line of the file, from 1. */
  int line();

  /** A single value; YAML's null is the empty text. */
  record Text(String text, int line) implements YamlNode {}

  /** A list. */
  record Items(List<YamlNode> items, int line) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping, in the order of the file. */
  record Fields(Map<String, Field> fields, int line) implements YamlNode {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A value of a mapping; the line is that of its key. */
  record Field(YamlNode value, int line) {}
}
