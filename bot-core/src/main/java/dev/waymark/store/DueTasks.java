package dev.waymark.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.waymark.tips.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due, kept by db-scheduler in the database and done on one of the instances that share it.
 * Thread-safe.
 */
public final class DueTasks implements DueWork, AutoCloseable {

  /** The table that db-scheduler works with. */
  static final String TABLE = "scheduled_tasks";

  private static final Logger LOG = LoggerFactory.getLogger(DueTasks.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  // Taken for dead after two minutes of silence: far more than clocks of two instances differ. Who
  // is dead is looked for at every second beat, and only what is being done costs one.
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final int MISSED_HEARTBEATS = 120;
  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Duration FINISH = Duration.ofSeconds(6);
  // Another platform's tasks wait for its process, however long that is away.
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final int AT_ONCE = 50;
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_NANOS = 50_000_000;

  private final String name;
  private final Scheduler scheduler;

  /**
   * Makes the tasks of a kind; nothing is done before {@link #start}.
   *
   * @param name the kind: instances that do the same have the same
   * @param work does what is due for a number and says when to come again; nothing ends it
   */
  public DueTasks(
      Database database, String name, LongFunction<Optional<Instant>> work, Clock clock) {
    this.name = name;
    CustomTask<Void> task =
        Tasks.custom(name, Void.class)
            .onFailure((done, then) -> then.reschedule(done, clock.instant().plus(RETRY)))
            // Its own way to revive what died asks the system's clock.
            .onDeadExecution((died, then) -> then.reschedule(died, clock.instant()))
            .execute((instance, context) -> run(instance.getId(), work));
    this.scheduler =
        Scheduler.create(database.source(), task)
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(name + "-" + UUID.randomUUID()))
            .executorService(Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory()))
            .threads(AT_ONCE)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .deleteUnresolvedAfter(FOR_EVER)
            .shutdownMaxWait(FINISH)
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  private static CompletionHandler<Void> run(String id, LongFunction<Optional<Instant>> work) {
    Optional<Instant> again;
    try {
      again = work.apply(Long.parseLong(id));
    } catch (RuntimeException e) {
      LOG.warn("task {} failed and is tried again: {}", id, StoreFailure.code(e));
      throw e;
    }
    return again
        .<CompletionHandler<Void>>map(at -> (done, then) -> then.reschedule(done, at))
        .orElse((done, then) -> then.remove());
  }

  /** From now on, what is due is done. */
  public void start() {
    scheduler.start();
  }

  @Override
  public void schedule(long id, Instant at) {
    var task = new TaskInstance<Void>(name, Long.toString(id));
    for (int attempt = 1; ; attempt++) {
      try {
        if (scheduler.scheduleIfNotExists(task, at) || scheduler.reschedule(task, at)) {
          return;
        }
      } catch (TaskInstanceCurrentlyExecutingException e) {
        // It is being done just now, by what was known before.
        if (attempt == ATTEMPTS) {
          LOG.warn("task {} is being done for so long that it was not scheduled anew", id);
          return;
        }
      } catch (RuntimeException e) {
        throw StoreFailure.of(e).unavailable(e);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void ensure(long id, Instant at) {
    try {
      scheduler.scheduleIfNotExists(new TaskInstance<Void>(name, Long.toString(id)), at);
    } catch (RuntimeException e) {
      throw StoreFailure.of(e).unavailable(e);
    }
  }

  /** Does nothing more, and waits for what is being done. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
