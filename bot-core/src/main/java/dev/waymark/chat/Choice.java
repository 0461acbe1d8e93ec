package dev.waymark.chat;

/**
 * Something to press or pick.
 *
 * @param id the bot's own short name for it, the same on every platform, {@code command:word:word};
 *     at most {@value #MAX_ID} characters
 * @param label what people read; at most {@value #MAX_LABEL} characters, cut when longer
 * @param weight how it stands out
 */
public record Choice(String id, String label, Weight weight) {

  /** Discord's limit for the id of a component. */
  public static final int MAX_ID = 100;

  /** Slack's limit for the label of a button, which is the smaller one. */
  public static final int MAX_LABEL = 75;

  /** How a choice stands out. */
  public enum Weight {
    /** What most will want. */
    MAIN,
    /** One of several. */
    PLAIN,
    /** What cannot be taken back. */
    DANGER
  }

  public Choice {
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw new IllegalArgumentException("a choice's id has 1 to " + MAX_ID + " characters: " + id);
    }
    label = cut(label.strip());
  }

  /** One of several. */
  public static Choice of(String id, String label) {
    return new Choice(id, label, Weight.PLAIN);
  }

  /** What most will want. */
  public static Choice main(String id, String label) {
    return new Choice(id, label, Weight.MAIN);
  }

  private static String cut(String label) {
    if (label.length() <= MAX_LABEL) {
      return label;
    }
    int end = label.offsetByCodePoints(0, label.codePointCount(0, MAX_LABEL - 2));
    int space = label.lastIndexOf(' ', end);
    return label.substring(0, space > MAX_LABEL / 2 ? space : end) + "…";
  }
}
