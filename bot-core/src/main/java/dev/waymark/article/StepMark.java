package dev.waymark.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words "Step 4:" in all their writings.
 *
 * @param number from 1
 * @param separated whether a colon, a dot or a dash follows the number
 * @param title what follows; empty when the number stands alone
 */
record StepMark(int number, boolean separated, String title) {

  private static final List<String> NUMBERS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)^step\\s*(?:#|no\\.?|number)?\\s*(\\d{1,2}|"
              + String.join("|", NUMBERS)
              + ")\\b(?:\\s*(?:of|/)\\s*\\d{1,2}\\b)?\\s*([:.)\\]–—|-]*)\\s*");
  private static final int TITLE_WORDS = 16;

  /** Reads the mark at the beginning of a text. */
  static Optional<StepMark> of(String text) {
    Matcher matcher = MARK.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String number = matcher.group(1).toLowerCase(Locale.ROOT);
    int value =
        Character.isDigit(number.charAt(0))
            ? Integer.parseInt(number)
            : NUMBERS.indexOf(number) + 1;
    boolean separated = !matcher.group(2).isEmpty();
    return Optional.of(new StepMark(value, separated, text.substring(matcher.end()).strip()));
  }

  /** Whether the block is a step's heading, or a line that serves as one. */
  static boolean isOn(Block block) {
    Optional<StepMark> mark = of(block.text());
    return mark.isPresent()
        && switch (block) {
          case Block.Heading heading -> true;
          case Block.TableRow row -> false;
          default ->
              mark.get().separated() || mark.get().title().isEmpty() || mark.get().looksLikeTitle();
        };
  }

  private boolean looksLikeTitle() {
    return Character.isUpperCase(title.charAt(0))
        && !ArticleText.endsSentence(title)
        && ArticleText.words(title).size() <= TITLE_WORDS;
  }
}
