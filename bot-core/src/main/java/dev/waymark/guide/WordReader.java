package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Reads lists of words: one a line, in lower case whatever the file's, without comments. Not
 * thread-safe, since its faults are not.
 */
final class WordReader {

  private static final String ARROW = "=>";

  private final GuideFiles files;
  private final Faults faults;

  WordReader(GuideFiles files, Faults faults) {
    this.files = files;
    this.faults = faults;
  }

  /** Words and phrases; none when there is no such file. */
  List<String> phrases(Path file) {
    Map<String, Integer> before = new HashMap<>();
    return lines(
        file,
        (phrase, line) -> {
          Integer first = before.putIfAbsent(phrase, line);
          if (first != null) {
            faults.mend(
                file, line, Faults.quote(phrase) + " stands on line " + first + " too: keep one");
          }
          return first == null;
        });
  }

  /** Synonym rules in Solr's format; none when there is no such file. */
  List<String> rules(Path file) {
    return lines(file, (rule, line) -> isRule(file, rule, line));
  }

  private boolean isRule(Path file, String rule, int line) {
    String what = "";
    List<String> sides = split(rule, ARROW);
    if (rule.contains(" #")) {
      what = "a comment has to stand on a line of its own";
    } else if (sides.size() > 2) {
      what = "holds \"=>\" twice: write one rule a line";
    } else if (sides.size() == 1 && split(rule, ",").size() == 1) {
      what = "is no rule: write \"a, b\" for words that mean the same, or \"a => b\"";
    } else if (sides.stream().anyMatch(WordReader::hasGap)) {
      what = "has nothing on one side of a comma or \"=>\": fill or remove it";
    }
    if (!what.isEmpty()) {
      faults.mend(file, line, Faults.quote(rule) + ": " + what);
    }
    return what.isEmpty();
  }

  private static boolean hasGap(String side) {
    return split(side, ",").stream().anyMatch(String::isBlank);
  }

  /** Splits at a mark unless a backslash stands before it, as Solr does. */
  private static List<String> split(String text, String mark) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + mark.length())) {
      if (i == 0 || text.charAt(i - 1) != '\\') {
        parts.add(text.substring(start, i));
        start = i + mark.length();
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private List<String> lines(Path file, BiPredicate<String, Integer> good) {
    if (!GuideFiles.exists(file)) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    int number = 0;
    for (String line : files.text(file).orElse("").split("\n", -1)) {
      number++;
      String text = line.strip().toLowerCase(Locale.ROOT);
      if (!text.isEmpty() && !text.startsWith("#") && good.test(text, number)) {
        lines.add(text);
      }
    }
    return lines;
  }
}
