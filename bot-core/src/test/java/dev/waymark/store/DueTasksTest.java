package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.HandClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real scheduler, with a clock that is moved by hand. */
@OnEachDatabase
@Timeout(60)
class DueTasksTest {

  private final Database database;
  private final HandClock clock = new HandClock();
  private final BlockingQueue<Long> done = new LinkedBlockingQueue<>();

  DueTasksTest(Engine engine, Databases databases) throws UnusableDatabase {
    database = databases.open(engine);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DueTasks tasks(AtomicInteger failures) {
    return new DueTasks(
        database,
        "test",
        id -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("not yet");
          }
          // Before it is told: the test puts the clock forward as soon as it hears of it.
          Optional<Instant> again =
              id == 1 ? Optional.empty() : Optional.of(clock.instant().plusSeconds(3_600));
          done.add(id);
          return again;
        },
        clock);
  }

  private @Nullable Long next() throws InterruptedException {
    return done.poll(20, TimeUnit.SECONDS);
  }

  /** What is done next while time goes by. */
  private @Nullable Long nextAsTimeGoesBy() throws InterruptedException {
    @Nullable Long id = null;
    for (int i = 0; i < 200 && id == null; i++) {
      clock.forward(Duration.ofSeconds(10));
      id = done.poll(100, TimeUnit.MILLISECONDS);
    }
    return id;
  }

  @Test
  void whatIsDueIsDoneAndComesAgainWhenItSays() throws InterruptedException {
    Instant start = clock.instant();
    try (DueTasks tasks = tasks(new AtomicInteger())) {
      tasks.start();
      tasks.schedule(2, start.plusSeconds(600));
      tasks.schedule(2, start.plusSeconds(60));
      tasks.schedule(1, start.plusSeconds(120));

      clock.forward(Duration.ofSeconds(61));
      assertThat(next()).isEqualTo(2);
      clock.forward(Duration.ofMinutes(1));
      assertThat(next()).isEqualTo(1);
      clock.forward(Duration.ofHours(1));
      assertThat(next()).as("one ended, the other came again").isEqualTo(2);
      assertThat(done).isEmpty();
    }
  }

  @Test
  void whatFailsIsTriedAgain() throws InterruptedException {
    var failures = new AtomicInteger(1);
    try (DueTasks tasks = tasks(failures)) {
      tasks.schedule(7, clock.instant());
      tasks.start();

      assertThat(nextAsTimeGoesBy()).isEqualTo(7);
      assertThat(failures).hasNegativeValue();
    }
  }

  @Test
  void ofSeveralInstancesOneDoesIt() throws InterruptedException {
    try (DueTasks one = tasks(new AtomicInteger());
        DueTasks two = tasks(new AtomicInteger())) {
      one.start();
      two.start();
      for (long id = 10; id < 40; id++) {
        one.schedule(id, clock.instant().plusSeconds(1));
      }
      clock.forward(Duration.ofSeconds(2));

      for (int i = 0; i < 30; i++) {
        assertThat(next()).isNotNull();
      }
      assertThat(done.poll(2, TimeUnit.SECONDS)).as("done twice").isNull();
    }
  }

  @Test
  void whatAnInstanceThatDiedWasDoingIsDoneByAnother() throws InterruptedException {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into scheduled_tasks
                      (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                    values ('test', '5', :at, true, 'dead', :at, 1)
                    """)
                .bind("at", Timestamp.from(clock.instant()))
                .execute());

    try (DueTasks tasks = tasks(new AtomicInteger())) {
      tasks.start();
      assertThat(nextAsTimeGoesBy()).isEqualTo(5);
    }
  }
}
