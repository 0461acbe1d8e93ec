package dev.waymark.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long something took, most times and at worst. */
public final class Percentiles {

  private final List<Duration> sorted;

  private Percentiles(List<Duration> sorted) {
    this.sorted = sorted;
  }

  public static Percentiles of(List<Duration> took) {
    return new Percentiles(took.stream().sorted().toList());
  }

  /** What so many of a hundred keep to. */
  public double millis(int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)).toNanos() / 1e6;
  }

  /** The longest. */
  public double longest() {
    return sorted.getLast().toNanos() / 1e6;
  }

  /** {@code 1.0 / 2.0 / 3.0 ms}: p50, p95, p99. */
  @Override
  public String toString() {
    return IntStream.of(50, 95, 99)
        .mapToObj(p -> "%.1f".formatted(millis(p)))
        .collect(Collectors.joining(" / ", "", " ms"));
  }
}
