package dev.waymark.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of the profession, as an article's headings give it. */
final class RoleName {

  private static final String END =
      "(?:\\s*[(:|?!,–—]|\\s+-\\s|\\s+(?:in|within)\\s+(?:\\d|the\\b|an?\\b)|\\s+(?:without"
          + "|with|from"
          + "|step|fast|online|today|do|actually)\\b|$)";
  private static final List<Pattern> HEADINGS =
      List.of(
          Pattern.compile(
              "(?i).*?\\b(?:become|becoming|be|being)\\s+(?:an?\\s+|the\\s+)?(.+?)" + END + ".*"),
          Pattern.compile("(?i)what (?:does|do|is|are)\\s+(?:an?\\s+|the\\s+)?(.+?)" + END + ".*"),
          Pattern.compile(
              "(?i)(?:essential |key )?(.+?)\\s+(?:roles?\\s+(?:and|&).*|skills|career path.*"
                  + "|salary.*"
                  + "|work(?:ing)? environment.*|job description.*|duties.*|responsibilities.*)"));
  private static final int WORDS = 7;
  private static final Set<String> SMALL = Set.of("of", "and", "the", "a", "an", "for", "in", "to");

  private RoleName() {}

  /** The role in lower case but for its acronyms; the title itself when no heading tells. */
  static String find(String title, Map<ArticlePart, ArticleOutline.Part> parts) {
    var headings = new ArrayList<String>();
    headings.add(title);
    parts.values().forEach(p -> headings.add(p.heading()));
    for (Pattern pattern : HEADINGS) {
      for (String heading : headings) {
        Matcher matcher = pattern.matcher(heading);
        if (matcher.matches() && ArticleText.words(matcher.group(1)).size() <= WORDS) {
          return lowerCase(matcher.group(1).strip());
        }
      }
    }
    return lowerCase(title);
  }

  // "SEO", "iOS" and "3D" keep their letters.
  private static String lowerCase(String role) {
    return Pattern.compile("\\s+")
        .splitAsStream(role)
        .map(
            w ->
                w.matches("\\p{Lu}?[^\\p{Lu}]*(?:[-/]\\p{Lu}?[^\\p{Lu}]*)*")
                    ? w.toLowerCase(Locale.ROOT)
                    : w)
        .collect(Collectors.joining(" "));
  }

  /** The words of the role, with the plural of the last. */
  static List<String> words(String role) {
    var words = new LinkedHashSet<String>();
    for (String word : ArticleText.words(role)) {
      Pattern.compile("[^\\p{L}\\p{N}]+")
          .splitAsStream(word.toLowerCase(Locale.ROOT))
          .filter(w -> w.length() > 1 && !SMALL.contains(w))
          .forEach(words::add);
    }
    if (!words.isEmpty()) {
      words.add(ArticleText.plural(List.copyOf(words).getLast()));
    }
    return List.copyOf(words);
  }
}
