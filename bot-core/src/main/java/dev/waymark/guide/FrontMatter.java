package dev.waymark.guide;

import dev.waymark.text.NearestWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A YAML mapping that remembers on which line each value stands, so that a fault can name it. A
 * value of the wrong shape is reported and reads as missing. Not thread-safe, since its faults are
 * not.
 */
final class FrontMatter {

  /**
   * A value and the line of its file on which it stands.
   *
   * @param line from 1
   */
  record Value(String text, int line) {}

  // 60000, 60_000 and 60,000, but not 60,00.
  private static final Pattern WHOLE_NUMBER =
      Pattern.compile("-?(?:\\d{1,9}|\\d{1,3}(?:[,_]\\d{3}){1,2})");

  private final Path file;
  private final YamlNode.Fields fields;
  private final Faults faults;

  private FrontMatter(Path file, YamlNode.Fields fields, Faults faults) {
    this.file = file;
    this.fields = fields;
    this.faults = faults;
  }

  /**
   * Reads a mapping.
   *
   * @param firstLine line of the file on which the text begins, from 1
   * @return empty when the text is no mapping; the faults hold the reason
   */
  static Optional<FrontMatter> parse(Path file, String yaml, int firstLine, Faults faults) {
    Optional<YamlNode> root = tree(file, yaml, firstLine, faults);
    if (root.isPresent() && root.get() instanceof YamlNode.Fields fields) {
      return Optional.of(new FrontMatter(file, fields, faults));
    }
    root.ifPresent(
        node -> faults.unusable(file, node.line(), "is no mapping: write \"key: value\" lines"));
    return Optional.empty();
  }

  /**
   * Reads a list of mappings, such as {@code tips.yaml}; an entry of another shape is reported and
   * left out.
   */
  static List<FrontMatter> parseList(Path file, String yaml, Faults faults) {
    Optional<YamlNode> root = tree(file, yaml, 1, faults);
    if (root.isEmpty()) {
      return List.of();
    }
    if (root.get() instanceof YamlNode.Items list) {
      return mappings(file, list, faults);
    }
    faults.unusable(file, root.get().line(), "is no list: begin each entry with \"- \"");
    return List.of();
  }

  private static Optional<YamlNode> tree(Path file, String yaml, int firstLine, Faults faults) {
    YamlNode plain = PlainYaml.parse(yaml, firstLine);
    return plain == null ? YamlParser.parse(file, yaml, firstLine, faults) : Optional.of(plain);
  }

  private static List<FrontMatter> mappings(Path file, YamlNode.Items list, Faults faults) {
    var mappings = new ArrayList<FrontMatter>();
    for (YamlNode item : list.items()) {
      if (item instanceof YamlNode.Fields fields) {
        mappings.add(new FrontMatter(file, fields, faults));
      } else {
        faults.mend(file, item.line(), "the entry is no mapping: write \"key: value\" lines");
      }
    }
    return mappings;
  }

  /** Line on which the mapping begins. */
  int line() {
    return fields.line();
  }

  /** Line of the key; the mapping's first line when the key is missing. */
  int line(String key) {
    YamlNode.Field field = fields.fields().get(key);
    return field == null ? line() : field.line();
  }

  /** The text of a single value; empty when missing. */
  String text(String key) {
    YamlNode.Field field = fields.fields().get(key);
    if (field == null) {
      return "";
    }
    if (field.value() instanceof YamlNode.Text text) {
      return text.text().strip();
    }
    faults.mend(
        file, field.line(), "\"" + key + "\" is no single value: put it in quotes if it is a text");
    return "";
  }

  /** A whole number; empty when it is missing or no number. */
  OptionalInt number(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      faults.mend(
          file, line(key), "\"" + key + "\" is " + Faults.quote(text) + ": write a whole number");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text.replace("_", "").replace(",", "")));
  }

  /** Whether the value is {@code true}; no when it is missing or neither true nor false. */
  boolean flag(String key) {
    String text = text(key);
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      faults.mend(
          file, line(key), "\"" + key + "\" is " + Faults.quote(text) + ": write true or false");
    }
    return text.equals("true");
  }

  /** The texts of a list; a single value counts as a list of one. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Value value : values(key)) {
      texts.add(value.text());
    }
    return texts;
  }

  /** The texts of a list with their lines; a single value counts as a list of one. */
  List<Value> values(String key) {
    YamlNode.Field field = fields.fields().get(key);
    var values = new ArrayList<Value>();
    YamlNode node = field == null ? null : field.value();
    // No switch over the types: the first one that a JVM meets costs it about 15 ms.
    if (node instanceof YamlNode.Text text) {
      if (!text.text().isBlank()) {
        values.add(new Value(text.text().strip(), text.line()));
      }
    } else if (node instanceof YamlNode.Items list) {
      for (YamlNode item : list.items()) {
        addText(key, item, values);
      }
    } else if (node != null) {
      notAList(key, node);
    }
    return values;
  }

  private void addText(String key, YamlNode item, List<Value> values) {
    if (!(item instanceof YamlNode.Text text)) {
      faults.mend(
          file,
          item.line(),
          "an entry of \"" + key + "\" is no text: put it in quotes if it holds \": \"");
    } else if (text.text().isBlank()) {
      faults.mend(file, item.line(), "an entry of \"" + key + "\" is empty: fill or remove it");
    } else {
      values.add(new Value(text.text().strip(), text.line()));
    }
  }

  /** The mappings of a list. */
  List<FrontMatter> mappings(String key) {
    YamlNode.Field field = fields.fields().get(key);
    YamlNode node = field == null ? null : field.value();
    if (node instanceof YamlNode.Items list) {
      return mappings(file, list, faults);
    }
    boolean empty = node instanceof YamlNode.Text text && text.text().isBlank();
    if (node != null && !empty) {
      notAList(key, node);
    }
    return List.of();
  }

  private void notAList(String key, YamlNode node) {
    faults.mend(
        file, node.line(), "\"" + key + "\" is no list: begin each entry with \"- \" on its line");
  }

  /**
   * Reports every key that has no meaning here.
   *
   * @param known the keys with a meaning
   * @param owner what the mapping is, such as "tip"
   */
  void allowOnly(Set<String> known, String owner) {
    for (Map.Entry<String, YamlNode.Field> field : fields.fields().entrySet()) {
      String key = field.getKey();
      if (!known.contains(key)) {
        faults.mend(
            file,
            field.getValue().line(),
            Faults.quote(key) + " is no key of a " + owner + ": " + NearestWord.advice(key, known));
      }
    }
  }
}
