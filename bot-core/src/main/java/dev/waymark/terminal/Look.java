package dev.waymark.terminal;

import java.util.Map;

/**
 * How text looks on a terminal.
 *
 * @param width the most columns that a line of prose takes
 * @param colours whether there are colours, bold and the like
 */
public record Look(int width, boolean colours) {

  /** The width at which lines of prose are easy to read, and what is used where nobody looks. */
  public static final int USUAL = 80;

  private static final int NARROWEST = 20;
  private static final int WIDEST = 100;

  public Look {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** No colours. */
  public static Look plain(int width) {
    return new Look(width, false);
  }

  /**
   * Colours unless the environment says otherwise.
   *
   * @param columns the terminal's; 0 when it does not say
   */
  static Look of(int columns, Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !type.equals("dumb")
            && !type.isEmpty();
    return new Look(columns > 0 ? columns : USUAL, colours);
  }

  Look narrower(int columns) {
    return new Look(width - columns, colours);
  }

  String bold(String text) {
    return styled(text, 1, 22);
  }

  String italic(String text) {
    return styled(text, 3, 23);
  }

  String faint(String text) {
    return styled(text, 2, 22);
  }

  String red(String text) {
    return styled(text, 31, 39);
  }

  String yellow(String text) {
    return styled(text, 33, 39);
  }

  String cyan(String text) {
    return styled(text, 36, 39);
  }

  // Each style is ended by itself, so that one may stand in another.
  private String styled(String text, int on, int off) {
    return colours && !text.isEmpty() ? "\u001b[" + on + "m" + text + "\u001b[" + off + "m" : text;
  }
}
