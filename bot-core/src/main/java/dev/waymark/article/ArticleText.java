package dev.waymark.article;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Small judgements on a line of an article. */
final class ArticleText {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  // Soft hyphens, zero-width characters, byte order marks, variation selectors, stray controls.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFE0F\\uFEFF]|[\\p{Cc}&&[^\\s]]");
  private static final Pattern ORNAMENT = Pattern.compile("^[\\s\\p{So}¶#*]+|[\\s\\p{So}¶*]+$");
  private static final Pattern HASH_AT_END = Pattern.compile("\\s+#+$");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…][\"”’')\\]]*$");
  private static final Pattern NUMBERING =
      Pattern.compile(
          "(?i)^(?:(?:part|section|chapter|phase|stage)\\s+)?(?:\\d{1,2}"
              + "|[ivx]{1,4})\\s*[.):–—]\\s*(?=\\S)");
  private static final int EXCERPT = 60;
  // A word this short ("to", "the", "with") is often small in a headline.
  private static final int SMALL_WORD = 4;
  private static final double HEADLINE_SHARE = 0.6;

  private ArticleText() {}

  /** The text on one line, single spaces, without what cannot be seen. */
  static String tidy(String text) {
    return SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** A heading without ornaments, and not shouted. */
  static String heading(String text) {
    String plain = ORNAMENT.matcher(tidy(text)).replaceAll("");
    return unshout(HASH_AT_END.matcher(plain).replaceAll("").strip());
  }

  /** A heading without the number before it. */
  static String unnumbered(String text) {
    return NUMBERING.matcher(text).replaceFirst("");
  }

  /** A title without the colon or dash at its end. */
  static String title(String text) {
    String title = heading(unnumbered(text));
    int end = title.length();
    while (end > 0 && ":–—-,; ".indexOf(title.charAt(end - 1)) >= 0) {
      end--;
    }
    return title.substring(0, end);
  }

  /** The first words, for a report. */
  static String excerpt(String text) {
    String line = tidy(text);
    if (line.length() <= EXCERPT) {
      return line;
    }
    int cut = line.lastIndexOf(' ', EXCERPT);
    return line.substring(0, cut > 0 ? cut : EXCERPT) + "…";
  }

  /** The words between spaces that hold a letter or a digit. */
  static List<String> words(String text) {
    return SPACE
        .splitAsStream(text)
        .filter(w -> w.chars().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  static boolean endsSentence(String text) {
    return SENTENCE_END.matcher(text).matches();
  }

  /** Whether its longer words begin with capitals, as a headline's do. */
  static boolean isHeadline(String text) {
    List<String> longer = words(text).stream().filter(w -> w.length() >= SMALL_WORD).toList();
    List<String> judged = longer.isEmpty() ? words(text) : longer;
    long capital =
        judged.stream()
            .filter(w -> w.chars().filter(Character::isLetterOrDigit).limit(1).noneMatch(small()))
            .count();
    return !judged.isEmpty() && capital >= HEADLINE_SHARE * judged.size();
  }

  private static IntPredicate small() {
    return Character::isLowerCase;
  }

  /** The text with its first letter large. */
  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The plural of an English noun, by rule. */
  static String plural(String noun) {
    if (noun.matches("(?i).*(?:[^aeiou]y)")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    if (noun.matches("(?i).*m[ae]n") && !noun.matches("(?i).*(?:human|german|talisman)")) {
      return noun.substring(0, noun.length() - 2) + "en";
    }
    return noun + (noun.matches("(?i).*(?:s|x|z|ch|sh)") ? "es" : "s");
  }

  private static String unshout(String text) {
    boolean shouted = words(text).size() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    if (!shouted || text.chars().filter(Character::isLetter).count() < 2 * SMALL_WORD) {
      return text;
    }
    return String.join(
        " ",
        SPACE.splitAsStream(text.toLowerCase(Locale.ROOT)).map(ArticleText::capitalized).toList());
  }
}
