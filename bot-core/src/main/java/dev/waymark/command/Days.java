package dev.waymark.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Moments as the days that people read. */
final class Days {

  private Days() {}

  /** The day in UTC, such as {@code 2026-11-24}. */
  static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
