package dev.waymark.store;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Brings a database to the tables that this version works with. */
final class Schema {

  /** The newest migration; a test holds it to the folder. */
  static final int VERSION = 2;

  /** Flyway's own table. */
  static final String MIGRATIONS = "flyway_schema_history";

  private static final String FOLDER = "classpath:dev/waymark/store/migrations";
  // Several processes may start at once on a new file, and each loses at most a race a step.
  private static final int ATTEMPTS = 5;

  // Flyway works with two connections: several of it at once on a new SQLite file wait for each
  // other for ever.
  private static final ReentrantLock MIGRATING = new ReentrantLock();

  private final DatabaseUrl url;
  private final DataSource source;
  private final Jdbi jdbi;

  Schema(DatabaseUrl url, DataSource source) {
    this.url = url;
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /** Migrates what is older than this version, and refuses what is newer. */
  void bringUpToDate() throws UnusableDatabase {
    for (int attempt = 1; ; attempt++) {
      try {
        // To ask is quick; Flyway needs a quarter of a second to find that there is nothing to do.
        if (isCurrent()) {
          return;
        }
        migrateAlone();
      } catch (JdbiException | FlywayException e) {
        StoreFailure failure = StoreFailure.of(e);
        // Of several that make the tables at once, all but one wait in vain and find them made.
        boolean again = failure == StoreFailure.LOCKED && attempt < ATTEMPTS;
        if (failure != StoreFailure.OTHER && !again) {
          throw failure.unusable(url.place(), e);
        }
        if (attempt == ATTEMPTS) {
          throw unknown(e);
        }
      }
    }
  }

  private boolean isCurrent() throws UnusableDatabase {
    OptionalInt version;
    try (Handle handle = jdbi.open()) {
      url.dialect().setUp(handle);
      url.dialect().proveWritable(handle);
      version = version(handle);
    }
    if (version.isPresent() && version.getAsInt() > VERSION) {
      throw new UnusableDatabase(
          "The database "
              + url.place()
              + " was last used by a newer Waymark (its tables are of version "
              + version.getAsInt()
              + ", this one knows "
              + VERSION
              + "); run that version, or restore a copy that is older.",
          null);
    }
    return version.isPresent() && version.getAsInt() == VERSION;
  }

  private OptionalInt version(Handle handle) {
    List<String> tables = handle.createQuery(url.dialect().tableNames()).mapTo(String.class).list();
    if (!tables.contains(MIGRATIONS)) {
      return OptionalInt.empty();
    }
    return handle
        .createQuery("select version from " + MIGRATIONS + " where success and version is not null")
        .mapTo(String.class)
        .stream()
        .mapToInt(v -> Integer.parseInt(v.split("\\.", 2)[0]))
        .max();
  }

  private void migrateAlone() throws UnusableDatabase {
    MIGRATING.lock();
    try {
      if (!isCurrent()) {
        migrate();
      }
    } finally {
      MIGRATING.unlock();
    }
  }

  private void migrate() {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .loggers("slf4j")
        .locations(FOLDER)
        .failOnMissingLocations(true)
        .placeholders(url.dialect().placeholders())
        .load()
        .migrate();
  }

  private UnusableDatabase unknown(RuntimeException e) {
    return new UnusableDatabase(
        "The tables of the database "
            + url.place()
            + " cannot be brought to those of this version ("
            + StoreFailure.code(e)
            + "); give Waymark a database of its own, or restore a copy from before.",
        e);
  }
}
