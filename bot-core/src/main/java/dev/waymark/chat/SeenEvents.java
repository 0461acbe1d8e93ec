package dev.waymark.chat;

import java.time.Instant;

/**
 * Which events were taken in already, kept across restarts and shared by all instances.
 * Thread-safe.
 */
public interface SeenEvents {

  /**
   * Takes an event in. Of any number of calls with the same id, by any number of processes, one is
   * told true.
   *
   * @return whether it is new
   */
  boolean firstSeen(Platform platform, String eventId, Instant now);
}
