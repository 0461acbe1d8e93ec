package dev.waymark.slack.loopback;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Wakes those who wait for something to happen, whenever anything has. Thread-safe. */
final class Signal {

  private long changes;

  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /**
   * Waits until something is there.
   *
   * @throws AssertionError when it is not within the time; says what was waited for
   */
  <T> T await(Duration atMost, String what, Supplier<Optional<T>> sought) {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      long before = count();
      Optional<T> found = sought.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (!changesWithin(before, end)) {
        throw new AssertionError("Waited " + atMost.toMillis() + " ms in vain for " + what);
      }
    }
  }

  private synchronized long count() {
    return changes;
  }

  /** Whether there is a change after those counted before the end. */
  private synchronized boolean changesWithin(long counted, long end) {
    while (changes == counted) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while waiting", e);
      }
    }
    return true;
  }
}
