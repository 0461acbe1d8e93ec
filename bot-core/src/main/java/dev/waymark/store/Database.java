package dev.waymark.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.chat.Unavailable;
import java.sql.Connection;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that everything is kept in: a file of SQLite's, or a database on a PostgreSQL
 * server. Several processes may have the same one open. Thread-safe; made to be called by hundreds
 * of virtual threads at once.
 */
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int WAIT_MILLIS = 5_000;
  private static final int TURN_MILLIS = 30_000;

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  // The pool gives connections to whoever comes at the right moment; of hundreds some would wait
  // until they give up. First come, first served.
  private final Semaphore turns;
  private final Semaphore writers = new Semaphore(1, true);

  private Database(Dialect dialect, DataSource source) {
    this.dialect = dialect;
    this.turns = new Semaphore(dialect.connections(), true);
    this.pool = new HikariDataSource(pool(dialect, source));
    this.jdbi = Jdbi.create(pool);
  }

  private static HikariConfig pool(Dialect dialect, DataSource source) {
    var config = new HikariConfig();
    config.setPoolName("waymark");
    config.setDataSource(source);
    config.setMaximumPoolSize(dialect.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    // That it works has just been seen.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /**
   * Opens a database, makes an SQLite file and its folder where there are none, and brings the
   * tables to those of this version.
   *
   * @param jdbcUrl such as {@code jdbc:sqlite:/var/lib/waymark/waymark.db} or {@code
   *     jdbc:postgresql://localhost/waymark?user=waymark&password=…}
   * @throws UnusableDatabase when it cannot be worked with; the message says why and what to do
   */
  public static Database open(String jdbcUrl) throws UnusableDatabase {
    DatabaseUrl url = DatabaseUrl.of(jdbcUrl);
    url.dialect().prepare(url);
    DataSource source = url.dialect().source(url);
    new Schema(url, source).bringUpToDate();
    return new Database(url.dialect(), source);
  }

  /**
   * Deletes what is kept for a while only and is older now: questions, seen events and codes for
   * linking. To be called at the start and every few minutes.
   *
   * @return how many rows were deleted
   */
  public int purge(Instant now) {
    int deleted =
        note(
            handle ->
                ConversationStore.purge(handle, now)
                    + SeenEventStore.purge(handle, now)
                    + PeopleStore.purge(handle, now));
    if (deleted > 0) {
      sweep();
    }
    return deleted;
  }

  @Override
  public void close() {
    pool.close();
  }

  Dialect dialect() {
    return dialect;
  }

  /** Connections from the pool, for a library that works with tables of its own. */
  DataSource source() {
    return pool;
  }

  /** Reads with a statement. */
  <T, X extends Exception> T read(Work<T, X> work) throws X {
    return run(work);
  }

  /** Reads with several statements, all of which see the same moment. */
  <T, X extends Exception> T snapshot(Work<T, X> work) throws X {
    return run(handle -> dialect.snapshot(handle, work));
  }

  /** Writes all or nothing. Once this returns, it outlives a crash and a power cut. */
  <T, X extends Exception> T write(Work<T, X> work) throws X {
    return exclusively(handle -> dialect.transact(handle, true, work));
  }

  /** Writes all or nothing what only serves the moment: it outlives a crash. */
  <T, X extends Exception> T note(Work<T, X> work) throws X {
    return exclusively(handle -> dialect.transact(handle, false, work));
  }

  /** What was deleted leaves the files, unless somebody is reading them just now. */
  void sweep() {
    try {
      exclusively(
          handle -> {
            dialect.sweep(handle);
            return true;
          });
    } catch (Unavailable e) {
      // It is deleted all the same, and the next sweep takes it.
      LOG.warn("what was deleted could not be swept off the files: {}", StoreFailure.code(e));
    }
  }

  private <T, X extends Exception> T exclusively(Work<T, X> work) throws X {
    if (!dialect.oneWriter()) {
      return run(work);
    }
    await(writers);
    try {
      return run(work);
    } finally {
      writers.release();
    }
  }

  private static void await(Semaphore gate) {
    try {
      if (!gate.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
        throw StoreFailure.LOCKED.unavailable(new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreFailure.LOCKED.unavailable(e);
    }
  }

  private <T, X extends Exception> T run(Work<T, X> work) throws X {
    await(turns);
    try {
      return connected(work);
    } finally {
      turns.release();
    }
  }

  private <T, X extends Exception> T connected(Work<T, X> work) throws X {
    Connection used = null;
    try (Handle handle = jdbi.open()) {
      used = handle.getConnection();
      return work.with(handle);
    } catch (JdbiException e) {
      if (used != null) {
        // Whatever state it is in, it is not used again.
        pool.evictConnection(used);
      }
      StoreFailure failure = StoreFailure.of(e);
      LOG.warn("the database failed: {} ({})", failure, StoreFailure.code(e));
      throw failure.unavailable(e);
    }
  }
}
