package dev.waymark.roadmap;

/** How a member stands with a step. */
public enum Status {
  OPEN,
  DONE,
  SKIPPED,
  LATER;

  /** Whether nothing is left to do. */
  public boolean isClosed() {
    return this == DONE || this == SKIPPED;
  }
}
