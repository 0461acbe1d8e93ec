package dev.waymark.roadmap;

import java.time.Instant;

/**
 * What a member left at a step.
 *
 * @param status how they stand with it
 * @param title the step's title at the time
 * @param proof evidence: a link or a line; may be empty
 * @param at since when
 */
public record Mark(Status status, String title, String proof, Instant at) {

  static final Mark NONE = new Mark(Status.OPEN, "", "", Instant.EPOCH);
}
