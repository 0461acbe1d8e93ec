package dev.waymark.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Lets so many a second go on, first come, first served. Thread-safe. */
final class PostPace {

  // Two threads may see the clock in another order; what is more is a clock that jumped back.
  private static final Duration BACK = Duration.ofSeconds(1);
  // Nobody waits for the time that a clock showed before it jumped back.
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final long LOOK_NANOS = 1_000_000;

  private final long nanos;
  private final Clock clock;
  private Instant next = Instant.EPOCH;
  private Instant latest = Instant.EPOCH;

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
    boolean free = next.isBefore(now) || now.isBefore(latest.minus(BACK));
    Instant turn = free ? now : next;
    latest = now;
    next = turn.plusNanos(nanos);
    return turn;
  }
}
