package dev.waymark.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps anyone from using up the bot: each key has a number of goes, which come back one by one.
 * Thread-safe; keeps only keys that have goes to get back.
 */
public final class Cooldown {

  // Keys whose goes have all come back are dropped when there are this many.
  private static final int MANY = 10_000;

  private final int goes;
  private final Duration back;
  private final Clock clock;

  /** By key, the moment at which all its goes are back. */
  private final ConcurrentHashMap<String, Instant> full = new ConcurrentHashMap<>();

  /**
   * Makes one.
   *
   * @param goes how many at once
   * @param back how long until one comes back
   */
  public Cooldown(int goes, Duration back, Clock clock) {
    if (goes < 1 || back.isNegative()) {
      throw new IllegalArgumentException("a cooldown gives at least one go");
    }
    this.goes = goes;
    this.back = back;
    this.clock = clock;
  }

  /** Never keeps anyone waiting. */
  public static Cooldown none(Clock clock) {
    return new Cooldown(1, Duration.ZERO, clock);
  }

  /**
   * Takes a go.
   *
   * @return how long to wait, when there is none; nothing is taken then
   */
  public Optional<Duration> take(String key) {
    Instant now = clock.instant();
    if (full.size() > MANY) {
      full.values().removeIf(at -> !at.isAfter(now));
    }
    Instant used = now.plus(back.multipliedBy(goes));
    Instant[] free = new Instant[1];
    full.compute(
        key,
        (k, known) -> {
          // Nobody owes more than all goes, also when the clock was set back.
          Instant from = known == null || known.isBefore(now) ? now : earlier(known, used);
          Instant after = from.plus(back);
          free[0] = after.isAfter(used) ? now.plus(Duration.between(used, after)) : now;
          return after.isAfter(used) ? from : after;
        });
    return free[0].isAfter(now) ? Optional.of(Duration.between(now, free[0])) : Optional.empty();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
