package dev.waymark.guide;

import dev.waymark.text.NearestWord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Markdown file of a guide, split into its front matter and its body. Not thread-safe, since
 * its faults are not.
 *
 * @param body without blank lines around it; empty when the file has none
 * @param bodyLine line of the file on which the body begins, from 1
 */
record SectionText(Path file, FrontMatter front, String body, int bodyLine, Faults faults) {

  private static final String FENCE = "---";

  private static final Set<String> REFUSAL_KEYS =
      Set.of("id", "kind", "title", "reason", "asks", "guard");
  private static final Map<Section.Kind, Set<String>> SECTION_KEYS = sectionKeys();

  private static Map<Section.Kind, Set<String>> sectionKeys() {
    var keys = new EnumMap<Section.Kind, Set<String>>(Section.Kind.class);
    for (Section.Kind kind : Section.Kind.values()) {
      var all = new HashSet<>(Set.of("id", "kind", "title", "summary", "asks", "see"));
      all.addAll(SectionDetails.keys(kind));
      keys.put(kind, all);
    }
    return keys;
  }

  /**
   * Splits a file's text.
   *
   * @return empty when it has no front matter that can be read; the faults hold the reason
   */
  static Optional<SectionText> read(Path file, String text, Faults faults) {
    int yaml = afterLine(text, 0);
    if (text.isBlank()) {
      faults.unusable(file, 0, "is empty: write front matter and a text, or remove the file");
      return Optional.empty();
    }
    if (!isFence(text, 0)) {
      faults.unusable(file, 1, "has no front matter: begin the file with a line \"---\"");
      return Optional.empty();
    }
    int end = yaml;
    int line = 2;
    while (end < text.length() && !isFence(text, end)) {
      end = afterLine(text, end);
      line++;
    }
    if (end >= text.length()) {
      faults.unusable(file, 1, "front matter has no end: close it with a line \"---\"");
      return Optional.empty();
    }
    String below = text.substring(afterLine(text, end));
    String body = below.strip();
    if (body.isEmpty()) {
      faults.unusable(file, line, "body is empty: write the text below this line");
    }
    int bodyLine = line + 1 + countLines(below.substring(0, below.indexOf(body)));
    return FrontMatter.parse(file, text.substring(yaml, end), 2, faults)
        .map(front -> new SectionText(file, front, body, bodyLine, faults));
  }

  /** How many lines end in the text. */
  static int countLines(String text) {
    int lines = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      lines++;
    }
    return lines;
  }

  private static int afterLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static boolean isFence(String text, int from) {
    return text.startsWith(FENCE, from)
        && text.substring(from + FENCE.length(), afterLine(text, from)).isBlank();
  }

  /**
   * The id that a file means to have although it cannot be read, so that what points to it is not
   * reported as well.
   */
  static Optional<String> intendedId(String text) {
    Matcher id = Pattern.compile("(?m)^id:[ \"']*([^\\s\"'#]+)").matcher(text);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  /** The kind with that name in the front matter, if there is one. */
  static Optional<Section.Kind> kind(String name) {
    for (Section.Kind kind : Section.Kind.values()) {
      if (name(kind).equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind's name in the front matter. */
  static String name(Section.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Where in a guide the sections of that kind are kept. */
  static String folder(Section.Kind kind) {
    return switch (kind) {
      case STEP -> "steps";
      case FAQ -> "faq";
      case SKILL -> "skills";
      case ROLE -> "roles";
      case PATH -> "paths";
      case SALARY -> "salaries";
      case TOPIC -> "topics";
    };
  }

  /** The file as a section; empty when it cannot be one, the faults hold the reasons. */
  Optional<Section> section() {
    boolean complete = hasAll(List.of("id", "title", "kind"));
    String kindName = front.text("kind");
    Optional<Section.Kind> kind = kind(kindName);
    if (kind.isEmpty()) {
      if (!kindName.isEmpty()) {
        faults.unusable(file, front.line("kind"), unknownKind(kindName));
      }
      return Optional.empty();
    }
    front.allowOnly(SECTION_KEYS.getOrDefault(kind.get(), Set.of()), kindName);
    var section =
        new Section(
            front.text("id"),
            kind.get(),
            front.text("title"),
            front.text("summary"),
            front.texts("asks"),
            front.texts("see"),
            body,
            SectionDetails.read(kind.get(), file, front, faults));
    return complete && !body.isEmpty() ? Optional.of(section) : Optional.empty();
  }

  /** What to do about a kind that does not exist. */
  static String unknownKind(String name) {
    List<String> kinds = Arrays.stream(Section.Kind.values()).map(SectionText::name).toList();
    return name.equals("refusal")
        ? "kind \"refusal\" is no section's: move the file to the folder refusals"
        : "kind " + Faults.quote(name) + " is unknown: " + NearestWord.advice(name, kinds);
  }

  /** The file as a refusal; empty when it cannot be one, the faults hold the reasons. */
  Optional<Refusal> refusal() {
    boolean complete = hasAll(List.of("id"));
    if (front.text("title").isEmpty()) {
      faults.mend(file, front.line("title"), "\"title\" is missing: say what is not covered");
    }
    front.allowOnly(REFUSAL_KEYS, "refusal");
    String kind = front.text("kind");
    if (!kind.isEmpty() && !kind.equals("refusal")) {
      faults.mend(
          file,
          front.line("kind"),
          "kind "
              + Faults.quote(kind)
              + " stands in the folder refusals: write \"refusal\", or move the file");
    }
    if (front.values("asks").isEmpty()) {
      faults.mend(
          file,
          front.line("asks"),
          "a refusal without \"asks\" is never found: list ways in which people ask for it");
    }
    var refusal =
        new Refusal(
            front.text("id"),
            front.text("title"),
            reason(),
            front.texts("asks"),
            body,
            front.flag("guard"));
    return complete && !body.isEmpty() ? Optional.of(refusal) : Optional.empty();
  }

  private Refusal.Reason reason() {
    String name = front.text("reason");
    if (name.isEmpty()) {
      return Refusal.Reason.NOT_COVERED;
    }
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      if (reason.code().equals(name)) {
        return reason;
      }
    }
    faults.mend(
        file,
        front.line("reason"),
        "reason "
            + Faults.quote(name)
            + " is unknown: write off-topic, not-covered, small-talk or care");
    return Refusal.Reason.NOT_COVERED;
  }

  private boolean hasAll(List<String> keys) {
    boolean all = true;
    for (String key : keys) {
      if (front.text(key).isEmpty()) {
        all = false;
        faults.unusable(
            file,
            front.line(key),
            "\"" + key + "\" is missing or no text: every section and refusal needs one");
      }
    }
    return all;
  }
}
