package dev.waymark.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain YAML that guides are written in: keys, lists, and texts of one line. At whatever
 * else it meets, faults first of all, it gives up, and {@link YamlParser} reads the text instead.
 *
 * <p>A guide is read at every start, and in a cold JVM SnakeYAML takes about 400 ms for the 270
 * files of the shipped one; this takes a tenth. It must never read a text otherwise than SnakeYAML
 * does; a test compares the two on texts that are plain, and on such texts with random damage.
 *
 * <p>An instance reads one text. Not thread-safe.
 */
final class PlainYaml {

  private final PlainLines at;

  private PlainYaml(PlainLines at) {
    this.at = at;
  }

  /**
   * Reads a text.
   *
   * @param yaml with {@code \n} as line end
   * @param firstLine line of the file on which the text begins, from 1
   * @return null when the text is not plain: what it says is then unknown
   */
  static @Nullable YamlNode parse(String yaml, int firstLine) {
    char[] characters = yaml.toCharArray();
    if (!arePlain(characters)) {
      return null;
    }
    var lines = new PlainLines(characters, firstLine);
    if (lines.done) {
      return null;
    }
    var text = new PlainYaml(lines);
    YamlNode node = text.startsItem() ? text.items() : text.fields();
    return lines.done ? node : null;
  }

  /** Whether there are no tabs, no line ends but {@code \n} and nothing that YAML forbids. */
  private static boolean arePlain(char[] characters) {
    for (char c : characters) {
      if ((c < ' ' && c != '\n') || (c > '~' && !isPlainBeyondAscii(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainBeyondAscii(char c) {
    return c >= 0xa0
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff
        && c < 0xfffe
        && !Character.isSurrogate(c);
  }

  private boolean startsItem() {
    return at.start + 1 < at.end && at.yaml[at.start] == '-' && at.yaml[at.start + 1] == ' ';
  }

  private @Nullable YamlNode items() {
    int column = at.column;
    int firstLine = at.line;
    var items = new ArrayList<YamlNode>();
    while (!at.done && at.column == column && startsItem()) {
      int from = at.skipSpaces(at.start + 2);
      YamlNode item;
      if (PlainValue.keyEnd(at, from) < 0) {
        item = PlainValue.parse(at, from);
        at.advance();
      } else {
        // "- key: value": the mapping's other keys stand below its first.
        at.column += from - at.start;
        at.start = from;
        item = fields();
      }
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return new YamlNode.Items(items, firstLine);
  }

  private @Nullable YamlNode fields() {
    int column = at.column;
    int firstLine = at.line;
    var fields = new LinkedHashMap<String, YamlNode.Field>();
    while (!at.done && at.column == column && !startsItem()) {
      int colon = PlainValue.keyEnd(at, at.start);
      if (colon < 0) {
        return null;
      }
      String key = at.text(at.start, colon);
      int keyLine = at.line;
      int from = at.skipSpaces(colon + 1);
      YamlNode value;
      if (from < at.end) {
        value = PlainValue.parse(at, from);
        at.advance();
      } else {
        at.advance();
        value = valueBelow(column, keyLine);
      }
      if (value == null || fields.put(key, new YamlNode.Field(value, keyLine)) != null) {
        return null;
      }
    }
    return new YamlNode.Fields(fields, firstLine);
  }

  /** The value of a key that has none on its own line. */
  private @Nullable YamlNode valueBelow(int column, int keyLine) {
    if (at.done || at.column < column || (at.column == column && !startsItem())) {
      return new YamlNode.Text("", keyLine);
    }
    return startsItem() ? items() : null;
  }
}
