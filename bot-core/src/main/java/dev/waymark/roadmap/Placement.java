package dev.waymark.roadmap;

/**
 * Finds the first step that somebody does not know yet, by asking about one step at a time: each
 * answer halves what is left. Steps build on each other, so who can do one can do those before it.
 *
 * @param known how many steps from the first on are known by now
 * @param most how many may turn out to be known
 * @param taps how many answers were given
 */
public record Placement(int known, int most, int taps) {

  /** More questions than this nobody answers. */
  public static final int MAX_TAPS = 5;

  public Placement {
    if (known < 0 || most < known || taps < 0) {
      throw new IllegalArgumentException("no placement: " + known + " to " + most);
    }
  }

  /** Before the first answer. */
  public static Placement of(int steps) {
    return new Placement(0, steps, 0);
  }

  /** Whether no question is left. */
  public boolean isDecided() {
    return known == most || taps >= MAX_TAPS;
  }

  /** The place, from 0, of the step to ask about. */
  public int asks() {
    return (known + most) / 2;
  }

  /** After an answer to {@link #asks()}. */
  public Placement answered(boolean can) {
    return can ? new Placement(asks() + 1, most, taps + 1) : new Placement(known, asks(), taps + 1);
  }
}
