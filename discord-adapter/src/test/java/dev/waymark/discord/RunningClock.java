package dev.waymark.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that runs like the machine's, but shows the time that it was set to. Thread-safe.
 *
 * @implNote two processes that are told the same time at once run alike, so each can be killed and
 *     another go on with it
 */
final class RunningClock extends Clock {

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** A clock that shows this time now. */
  static RunningClock at(Instant now) {
    var clock = new RunningClock();
    clock.set(now);
    return clock;
  }

  /** Lets it show this time from now on. */
  void set(Instant now) {
    ahead.set(Duration.between(Clock.systemUTC().instant(), now));
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead.get());
  }
}
