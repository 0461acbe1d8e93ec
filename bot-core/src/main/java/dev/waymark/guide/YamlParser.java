package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads any YAML and says what is wrong with it. Anchors, aliases and tags are refused: a guide
 * needs none, they swallow the beginning of a text that was left without quotes, and aliases let a
 * few lines unfold to gigabytes.
 *
 * <p>An instance reads one text. Not thread-safe.
 */
final class YamlParser {

  // phrasings.yaml, the deepest file, has 3 levels; what is nested deeper is a slip or an attack.
  private static final int DEEPEST = 8;

  private final Path file;
  private final int firstLine;
  private final Parser events;
  private final Faults faults;

  private YamlParser(Path file, String yaml, int firstLine, Faults faults) {
    this.file = file;
    this.firstLine = firstLine;
    this.events = new ParserImpl(new StreamReader(yaml), new LoaderOptions());
    this.faults = faults;
  }

  /**
   * Reads a text.
   *
   * @param firstLine line of the file on which the text begins, from 1
   * @return empty when the text does not parse or says nothing; the faults hold the reason
   */
  static Optional<YamlNode> parse(Path file, String yaml, int firstLine, Faults faults) {
    try {
      return new YamlParser(file, yaml, firstLine, faults).document();
    } catch (MarkedYAMLException e) {
      YamlProblem problem = YamlProblem.of(e);
      faults.unusable(file, firstLine + problem.line(), problem.what());
    } catch (ReaderException e) {
      int line = firstLine + lineAt(yaml, e.getPosition());
      faults.unusable(file, line, Faults.invisible(e.getCodePoint()));
    } catch (YAMLException e) {
      faults.unusable(file, firstLine, "is not valid YAML: write \"key: value\" lines");
    }
    return Optional.empty();
  }

  /** How many lines end before that code point. */
  private static int lineAt(String yaml, int codePoint) {
    return (int) yaml.codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }

  private Optional<YamlNode> document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      faults.unusable(file, firstLine, "says nothing: write \"key: value\" lines");
      return Optional.empty();
    }
    events.getEvent();
    YamlNode node = node(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      faults.unusable(
          file,
          line(events.peekEvent()),
          "a second document begins here: remove the line \"---\" or \"...\"");
    }
    return Optional.of(node);
  }

  private YamlNode node(int depth) {
    Event event = events.getEvent();
    if (event instanceof NodeEvent node) {
      refuseMarks(node);
    }
    return switch (event) {
      case ScalarEvent scalar ->
          new YamlNode.Text(isNull(scalar) ? "" : scalar.getValue(), line(scalar));
      case CollectionStartEvent start when depth == DEEPEST ->
          throw new ParserException(null, null, YamlProblem.TOO_DEEP, start.getStartMark());
      case SequenceStartEvent start -> items(start, depth);
      case MappingStartEvent start -> fields(start, depth);
      default -> new YamlNode.Text("", line(event));
    };
  }

  private YamlNode items(SequenceStartEvent start, int depth) {
    var items = new ArrayList<YamlNode>();
    while (!(events.peekEvent() instanceof SequenceEndEvent)) {
      items.add(node(depth + 1));
    }
    events.getEvent();
    return new YamlNode.Items(items, line(start));
  }

  private YamlNode fields(MappingStartEvent start, int depth) {
    var fields = new LinkedHashMap<String, YamlNode.Field>();
    while (!(events.peekEvent() instanceof MappingEndEvent)) {
      YamlNode key = key(depth + 1);
      YamlNode value = node(depth + 1);
      if (!(key instanceof YamlNode.Text text)) {
        faults.unusable(
            file,
            key.line(),
            "a key is no single word: put a text in quotes that begins with [ or {");
        continue;
      }
      YamlNode.Field before =
          fields.putIfAbsent(text.text(), new YamlNode.Field(value, key.line()));
      if (before != null) {
        faults.unusable(
            file,
            key.line(),
            Faults.quote(text.text()) + " stands on line " + before.line() + " too: keep one");
      }
    }
    events.getEvent();
    return new YamlNode.Fields(fields, line(start));
  }

  private YamlNode key(int depth) {
    if (!(events.peekEvent() instanceof ScalarEvent scalar)) {
      return node(depth);
    }
    events.getEvent();
    refuseMarks(scalar);
    return new YamlNode.Text(scalar.getValue(), line(scalar));
  }

  private void refuseMarks(NodeEvent event) {
    String mark = mark(event);
    if (mark != null) {
      faults.unusable(
          file, line(event), "a text that begins with \"" + mark + "\" has to stand in quotes");
    }
  }

  private static @Nullable String mark(NodeEvent event) {
    if (event instanceof AliasEvent) {
      return "*";
    }
    if (event.getAnchor() != null) {
      return "&";
    }
    String tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> null;
        };
    return tag == null ? null : "!";
  }

  private static boolean isNull(ScalarEvent scalar) {
    return scalar.isPlain()
        && switch (scalar.getValue()) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  private int line(Event event) {
    Mark mark = event.getStartMark();
    return firstLine + (mark == null ? 0 : mark.getLine());
  }
}
