package dev.waymark.chat;

import java.time.Instant;

/** What became of a post; each outcome asks for another action. */
public sealed interface Posted {

  /** It stands. */
  record Sent(String messageId) implements Posted {}

  /** There is no such place any more. */
  record Gone() implements Posted {}

  /** The bot may not post there; what it lacks, in the platform's words. */
  record Forbidden(String missing) implements Posted {}

  /** Not now; when to try again. */
  record Later(Instant retryAt) implements Posted {}

  /** It may stand or not: the connection broke before the platform said so. */
  record Unsure() implements Posted {}
}
