package dev.waymark.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words a paragraph or a list entry begins with to say what it is about, as in "Patience: bees
 * take their time".
 */
record Lead(String title, String rest) {

  private static final Pattern PLAIN =
      Pattern.compile("^((?:[^.:!?–—]|\\.(?=\\S)){2,80}?)(?:\\s*:\\s+|\\s+[–—-]\\s+)(\\S.*)$");
  private static final Pattern ALONE = Pattern.compile("^([^.:!?]{2,60}):$");
  private static final Pattern JOINT = Pattern.compile("^[\\s:.?!–—-]+");
  private static final int WORDS = 8;

  /** The lead of a block, bold or not; empty when it has none. */
  static Optional<Lead> of(Block block) {
    String bold =
        switch (block) {
          case Block.Paragraph p -> p.lead();
          case Block.ListItem i -> i.lead();
          default -> "";
        };
    String text = block.text();
    if (!bold.isEmpty() && text.startsWith(bold)) {
      String rest = JOINT.matcher(text.substring(bold.length())).replaceFirst("");
      return Optional.of(new Lead(ArticleText.title(bold), ArticleText.capitalized(rest)));
    }
    return ofText(text);
  }

  /** The lead of a text. */
  static Optional<Lead> ofText(String text) {
    Matcher alone = ALONE.matcher(text);
    if (alone.matches() && ArticleText.words(alone.group(1)).size() <= WORDS) {
      return Optional.of(new Lead(ArticleText.title(alone.group(1)), ""));
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches() && ArticleText.words(plain.group(1)).size() <= WORDS) {
      return Optional.of(
          new Lead(
              ArticleText.title(plain.group(1)), ArticleText.capitalized(plain.group(2).strip())));
    }
    return Optional.empty();
  }
}
