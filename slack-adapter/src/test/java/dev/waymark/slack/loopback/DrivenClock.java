package dev.waymark.slack.loopback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, so that a slow machine breaks no deadline.
 * Thread-safe.
 */
public final class DrivenClock extends Clock {

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  /** A clock that stands at an instant, in UTC. */
  public DrivenClock(Instant start) {
    this(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  private DrivenClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Moves the clock forward. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new DrivenClock(now, other);
  }
}
