package dev.waymark.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a member asked last in a place, kept for {@link #KEPT} and no longer. Thread-safe. */
public interface Conversations {

  /** How long a question is kept, so that a follow-up is understood. */
  Duration KEPT = Duration.ofHours(1);

  /** How many questions are kept of a conversation. */
  int TURNS = 3;

  /**
   * The member's latest questions there, oldest first; at most {@link #TURNS}, none older than
   * {@link #KEPT}.
   */
  List<String> recent(Member member, Place place, Instant now);

  /** Keeps a question. */
  void add(Member member, Place place, String question, Instant now);
}
