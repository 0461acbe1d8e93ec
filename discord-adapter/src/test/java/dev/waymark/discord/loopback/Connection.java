package dev.waymark.discord.loopback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the gateway: its shard once that is known, and how much it sent in the last
 * minute. Thread-safe.
 */
final class Connection {

  private static final int MOST_SENDS = 120;
  private static final long SENDS_NANOS = Duration.ofSeconds(60).toNanos();

  private @Nullable Session session;
  private boolean closedHere;
  private int sends;
  private long since = System.nanoTime();

  /** Whether this is one message too many. */
  synchronized boolean tooMany() {
    long now = System.nanoTime();
    if (now - since > SENDS_NANOS) {
      since = now;
      sends = 0;
    }
    sends++;
    return sends > MOST_SENDS;
  }

  synchronized void closeHere() {
    closedHere = true;
  }

  synchronized boolean closedHere() {
    return closedHere;
  }

  synchronized @Nullable Session session() {
    return session;
  }

  synchronized void session(Session known) {
    session = known;
  }
}
