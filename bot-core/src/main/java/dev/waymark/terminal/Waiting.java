package dev.waymark.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that a person waits for: a sign of life when it takes longer than a moment. */
final class Waiting {

  private final Duration moment;
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  Waiting(Duration moment) {
    this.moment = moment;
  }

  /** The person waits no longer. */
  void leave() {
    left.complete(null);
  }

  /**
   * Does the work on a thread of its own.
   *
   * @param sign shown after a moment
   * @return what came of it; nothing when the person did not wait for it
   */
  <T> Optional<T> on(Supplier<T> work, Runnable sign) throws InterruptedException {
    var done = new CompletableFuture<T>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                done.complete(work.get());
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            });
    CompletableFuture<Object> either = CompletableFuture.anyOf(done, left);
    try {
      try {
        either.get(moment.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        sign.run();
        either.get();
      }
      return done.isDone() ? Optional.of(done.get()) : Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the bot never throws", e.getCause());
    }
  }
}
