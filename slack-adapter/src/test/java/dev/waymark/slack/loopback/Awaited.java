package dev.waymark.slack.loopback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that the bot shall do, for a test to wait for. */
final class Awaited<T> {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Violations violations;

  Awaited(Violations violations) {
    this.violations = violations;
  }

  void complete(T value) {
    future.complete(value);
  }

  boolean isDone() {
    return future.isDone();
  }

  /** A copy: what waits on it cannot complete this one. */
  CompletableFuture<T> future() {
    return future.copy();
  }

  /**
   * Waits.
   *
   * @throws AssertionError when it does not come within the time; lists the rules broken meanwhile
   */
  T get(Duration atMost, String what) {
    try {
      return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "Waited %d ms in vain for %s. Broken rules so far: %s"
              .formatted(atMost.toMillis(), what, violations.all()),
          e);
    } catch (ExecutionException e) {
      throw new AssertionError("Cannot happen: nothing completes it exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + what, e);
    }
  }
}
