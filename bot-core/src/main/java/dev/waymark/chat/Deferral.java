package dev.waymark.chat;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps a platform's deadline for a first sign of life: an answer that is ready soon is the sign
 * itself, a later one is announced first. Thread-safe; one for each event.
 *
 * @param <T> what the answer is
 */
public final class Deferral<T> {

  /** What to do with the answer. */
  @FunctionalInterface
  public interface Answer<T> {

    /**
     * Gives the answer.
     *
     * @param deferred whether it was announced before
     */
    void give(T answer, boolean deferred);
  }

  private final Runnable announce;
  private final Answer<T> answer;
  private boolean ready;
  private boolean deferred;

  private Deferral(Runnable announce, Answer<T> answer) {
    this.announce = announce;
    this.answer = answer;
  }

  /**
   * Has an answer worked on, and given where it was worked on. The deadline runs from this call,
   * also while the work waits for its turn.
   *
   * @param patience how long nothing needs to be said; well under the platform's deadline
   * @param announce says that an answer is on its way, without waiting; called at most once, and
   *     never after the answer
   * @throws RejectedExecutionException when the workers take no more
   */
  public static <T> void run(
      Executor workers,
      ScheduledExecutorService timer,
      Duration patience,
      Supplier<T> work,
      Runnable announce,
      Answer<T> answer) {
    var deferral = new Deferral<>(announce, answer);
    ScheduledFuture<?> late =
        timer.schedule(deferral::late, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      workers.execute(
          () -> {
            T done = work.get();
            late.cancel(false);
            deferral.done(done);
          });
    } catch (RejectedExecutionException e) {
      late.cancel(false);
      throw e;
    }
  }

  private synchronized void late() {
    if (!ready) {
      deferred = true;
      announce.run();
    }
  }

  private void done(T done) {
    boolean announced;
    synchronized (this) {
      ready = true;
      announced = deferred;
    }
    answer.give(done, announced);
  }
}
