package dev.waymark.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Lets so many a second go on, first come, first served. Thread-safe. */
final class PostPace {

  // As many as are worked on at once have gone on by then; the clock must have jumped back.
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long LOOK_NANOS = 1_000_000;

  private final long nanos;
  private final Clock clock;
  private Instant next = Instant.MIN;

  PostPace(int perSecond, Clock clock) {
    this.nanos = 1_000_000_000L / perSecond;
    this.clock = clock;
  }

  /** Waits for its turn, a second or so when many have come. */
  void await() {
    Instant turn = turn(clock.instant());
    long began = System.nanoTime();
    while (clock.instant().isBefore(turn) && System.nanoTime() - began < LONGEST.toNanos()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private synchronized Instant turn(Instant now) {
    boolean free = next.isBefore(now) || next.isAfter(now.plus(LONGEST));
    Instant turn = free ? now : next;
    next = turn.plusNanos(nanos);
    return turn;
  }
}
