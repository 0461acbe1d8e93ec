package dev.waymark.picture;

import java.util.List;

/**
 * A guide's steps as a trail with stops, in the order of the way.
 *
 * @param title the guide's title
 * @param count how far the member is, in words: {@code 5 of 17 steps done}
 * @param stops the steps; at least one
 */
public record Trail(String title, String count, List<Stop> stops) {

  /**
   * @throws IllegalArgumentException when there is no stop
   */
  public Trail {
    stops = List.copyOf(stops);
    if (stops.isEmpty()) {
      throw new IllegalArgumentException("A trail needs at least one stop.");
    }
  }

  /**
   * A step on the trail.
   *
   * @param number what the guide calls it by
   * @param title any text; what cannot be printed is left out of the picture
   * @param state how the member stands to it
   */
  public record Stop(int number, String title, State state) {}

  /** How a member stands to a step. */
  public enum State {
    DONE("Done"),
    SKIPPED("Skipped"),
    NEXT("Next"),
    LATER("For later"),
    OPEN("Ahead");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** What legend and alternative text call it. */
    String words() {
      return words;
    }

    /** Whether the member has passed such a step. */
    boolean passed() {
      return this == DONE || this == SKIPPED;
    }
  }
}
