package dev.waymark.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that runs so many times as fast as the machine's, from the time that it was set to.
 * Processes that are told the same show the same. Thread-safe.
 */
public final class RunningClock extends Clock {

  /**
   * How it was set.
   *
   * @param at when, by the machine's clock
   * @param to what it showed then
   */
  private record Setting(Instant at, Instant to) {}

  private final int speed;
  private final AtomicReference<Setting> setting;

  private RunningClock(int speed, Setting setting) {
    this.speed = speed;
    this.setting = new AtomicReference<>(setting);
  }

  /** A clock that shows this time now. */
  public static RunningClock at(Instant now, int speed) {
    return new RunningClock(speed, new Setting(Clock.systemUTC().instant(), now));
  }

  /** A clock as another process described it. */
  public static RunningClock like(String description) {
    String[] parts = description.split(",", -1);
    return new RunningClock(
        Integer.parseInt(parts[0]), new Setting(Instant.parse(parts[1]), Instant.parse(parts[2])));
  }

  /** What another process needs to show the same. */
  public String description() {
    Setting now = setting.get();
    return speed + "," + now.at() + "," + now.to();
  }

  /** Lets it show this time from now on. */
  public void set(Instant now) {
    setting.set(new Setting(Clock.systemUTC().instant(), now));
  }

  @Override
  public Instant instant() {
    Setting now = setting.get();
    return now.to()
        .plus(Duration.between(now.at(), Clock.systemUTC().instant()).multipliedBy(speed));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
