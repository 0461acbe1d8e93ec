package dev.waymark.roadmap;

import java.time.Instant;

/**
 * One thing that happened on somebody's way. History only grows; what holds now is derived from it.
 *
 * @param guide the guide's id
 * @param edition the guide's edition at the time
 * @param kind what happened
 * @param step the step's id at the time; empty when it concerns none
 * @param title the step's title at the time, so that the log can be read when the guide has changed
 * @param note evidence, or the ids of the steps that a placement skipped; may be empty
 * @param at when
 * @param eventId what brought it about: the same event is kept once; empty where none is delivered
 *     twice
 */
public record Entry(
    String guide,
    int edition,
    Kind kind,
    String step,
    String title,
    String note,
    Instant at,
    String eventId) {

  /** What happened. The names are stored. */
  public enum Kind {
    /** They follow this guide from now on. */
    FOLLOWED,
    /** They completed the step; the note is evidence: a link or a line. */
    DONE,
    /** They knew the step already. */
    SKIPPED,
    /** They put the step off. */
    LATER,
    /** They were placed at the step; the note holds the steps before it, which they skip. */
    PLACED,
    /** They took the latest of the above back that still held; never {@link #FOLLOWED}. */
    UNDONE,
    /** They were told what a new edition changed. */
    TOLD
  }
}
