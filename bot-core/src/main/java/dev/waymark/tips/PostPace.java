package dev.waymark.tips;

import java.time.Instant;

/** Gives out turns, so many a second, first come, first served. Thread-safe. */
final class PostPace {

  private final long nanos;
  private Instant next = Instant.MIN;

  PostPace(int perSecond) {
    this.nanos = 1_000_000_000L / perSecond;
  }

  /** The turn of whoever asks now; not before now. */
  synchronized Instant turn(Instant now) {
    // After a clock that jumped back, nobody waits for the time it showed before.
    boolean free = next.isBefore(now) || next.isAfter(now.plusSeconds(24 * 3_600));
    Instant turn = free ? now : next;
    next = turn.plusNanos(nanos);
    return turn;
  }
}
