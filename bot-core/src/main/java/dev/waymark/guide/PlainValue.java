package dev.waymark.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value that begins on a line and fills the rest of it: a text with or without quotes,
 * {@code [a, b]}, which may go on below after a comma, or {@code {key: a}}. See {@link PlainYaml}.
 * An instance reads one value. Not thread-safe.
 */
final class PlainValue {

  private static final int LONGEST_KEY = 100;
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  private final PlainLines lines;
  private final char[] yaml;
  private int at;

  private PlainValue(PlainLines lines, int from) {
    this.lines = lines;
    this.yaml = lines.yaml;
    this.at = from;
  }

  /**
   * Reads a value and leaves the lines at the one on which it ends.
   *
   * @param from where it begins, before the end of the line
   * @return null when it is not plain
   */
  static @Nullable YamlNode parse(PlainLines lines, int from) {
    var reader = new PlainValue(lines, from);
    YamlNode value =
        switch (lines.yaml[from]) {
          case '[' -> reader.items();
          case '{' -> reader.fields();
          default -> reader.text(false);
        };
    return reader.at == lines.end ? value : null;
  }

  /** Where the colon of the key that begins there stands; -1 when no key begins there. */
  static int keyEnd(PlainLines lines, int from) {
    char[] yaml = lines.yaml;
    int i = from;
    while (i < lines.end && i - from < LONGEST_KEY && isKeyCharacter(yaml[i])) {
      i++;
    }
    boolean key = i > from && i < lines.end && yaml[i] == ':';
    return key && (i + 1 == lines.end || yaml[i + 1] == ' ') ? i : -1;
  }

  private static boolean isKeyCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private YamlNode.@Nullable Items items() {
    var items = new ArrayList<YamlNode>();
    int firstLine = lines.line;
    at = lines.skipSpaces(at + 1);
    while (at < lines.end && yaml[at] != ']') {
      YamlNode item = text(true);
      if (item == null || !passComma(']')) {
        return null;
      }
      items.add(item);
      if (at == lines.end) {
        lines.advance();
        at = lines.done ? lines.end : lines.start;
      }
    }
    return passEnd() ? new YamlNode.Items(items, firstLine) : null;
  }

  private YamlNode.@Nullable Fields fields() {
    var fields = new LinkedHashMap<String, YamlNode.Field>();
    at = lines.skipSpaces(at + 1);
    while (at < lines.end && yaml[at] != '}') {
      int colon = keyEnd(lines, at);
      if (colon < 0) {
        return null;
      }
      String key = lines.text(at, colon);
      at = lines.skipSpaces(colon + 1);
      YamlNode value = text(true);
      if (value == null
          || !passComma('}')
          || fields.put(key, new YamlNode.Field(value, lines.line)) != null) {
        return null;
      }
    }
    return passEnd() ? new YamlNode.Fields(fields, lines.line) : null;
  }

  private boolean passComma(char close) {
    at = lines.skipSpaces(at);
    if (at < lines.end && yaml[at] == ',') {
      at = lines.skipSpaces(at + 1);
      return true;
    }
    return at < lines.end && yaml[at] == close;
  }

  private boolean passEnd() {
    at++;
    return at <= lines.end;
  }

  private YamlNode.@Nullable Text text(boolean bracketed) {
    if (at >= lines.end) {
      return null;
    }
    char first = yaml[at];
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    return isUnquotedStart(first) ? unquoted(bracketed) : null;
  }

  private YamlNode.@Nullable Text quoted(char quote) {
    int from = at + 1;
    int end = lines.end;
    int close = from;
    boolean escapes = false;
    while (close < end && yaml[close] != quote) {
      if (yaml[close] == '\\' && quote == '"') {
        close++;
        if (close == end || (yaml[close] != '"' && yaml[close] != '\\')) {
          return null;
        }
        escapes = true;
      }
      close++;
    }
    boolean doubled = close + 1 < end && yaml[close + 1] == quote;
    if (close == end || doubled) {
      return null;
    }
    at = close + 1;
    String text = lines.text(from, close);
    return new YamlNode.Text(escapes ? ESCAPE.matcher(text).replaceAll("$1") : text, lines.line);
  }

  private YamlNode.@Nullable Text unquoted(boolean bracketed) {
    int end = lines.end;
    int i = at;
    while (i < end) {
      char c = yaml[i];
      if (c == ':' && endsKey(i + 1, bracketed)) {
        return null;
      }
      if (c == '#' && yaml[i - 1] == ' ') {
        return null;
      }
      if (bracketed && c == '?') {
        return null;
      }
      if (bracketed && isBracketOrComma(c)) {
        break;
      }
      i++;
    }
    String text = lines.text(at, i).stripTrailing();
    at = i;
    return text.equalsIgnoreCase("null") ? null : new YamlNode.Text(text, lines.line);
  }

  /** Whether a colon before that place would make a key of the text. */
  private boolean endsKey(int next, boolean bracketed) {
    return next == lines.end || yaml[next] == ' ' || (bracketed && isBracketOrComma(yaml[next]));
  }

  private static boolean isBracketOrComma(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  private static boolean isUnquotedStart(char c) {
    return isKeyCharacter(c)
        || (c >= '0' && c <= '9')
        || c == '$'
        || c == '('
        || c == '.'
        || c == '/'
        || c >= 0xa0;
  }
}
