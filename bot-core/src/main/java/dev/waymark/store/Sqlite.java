package dev.waymark.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One file, with a log of writes beside it (WAL), so that readers and a writer do not wait for each
 * other. Several processes may share it.
 *
 * <p>What people are told is kept outlives a power cut: the log is flushed to the disk before it is
 * acknowledged ({@code synchronous=FULL}; 0.4 to 2 ms on a busy virtual disk). What only serves the
 * moment, such as the events that were seen, outlives a crash of the process ({@code NORMAL}; 0.04
 * ms) and is not worth a flush.
 */
record Sqlite() implements Dialect {

  private static final int BUSY_MILLIS = 5_000;
  private static final long SET_UP_NANOS = BUSY_MILLIS * 1_000_000L;
  private static final long RETRY_NANOS = 5_000_000;

  @Override
  public void prepare(DatabaseUrl url) throws UnusableDatabase {
    Path file = url.file().orElseThrow();
    if (url.sets("mode") || url.sets("immutable")) {
      return;
    }
    Path folder = file.getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
        Files.createFile(file, onlyOwner(folder, "rw-------"));
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw StoreFailure.CANNOT_OPEN.unusable(url.place(), e);
      }
    } catch (IOException e) {
      throw (isFull(e) ? StoreFailure.FULL : StoreFailure.CANNOT_OPEN).unusable(url.place(), e);
    }
  }

  private static boolean isFull(IOException e) {
    return e instanceof FileSystemException f
        && f.getReason() != null
        && f.getReason().contains("space");
  }

  private static FileAttribute<?>[] onlyOwner(Path folder, String permissions) {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)};
  }

  @Override
  public DataSource source(DatabaseUrl url) {
    var config = new SQLiteConfig();
    // A value that is set here, and the driver's own, would win over that of the URL.
    config.setBusyTimeout(
        url.option("busy_timeout")
            .filter(value -> value.matches("\\d{1,9}"))
            .map(Integer::valueOf)
            .orElse(BUSY_MILLIS));
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    // For Flyway: a transaction that begins by reading could not go on to write.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // What is deleted is overwritten, and what is sorted is not written to a file.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    var source = new SQLiteDataSource(config);
    source.setUrl(url.url());
    return source;
  }

  @Override
  public void setUp(Handle handle) {
    long start = System.nanoTime();
    while (true) {
      try {
        // It stays as it was, without an error, where it cannot be set: then nothing can be
        // written.
        handle.createQuery("pragma journal_mode = wal").mapTo(String.class).one();
        return;
      } catch (JdbiException e) {
        // Of several that start on a new file one sets it up; the others are refused at once,
        // whatever the timeout.
        boolean patient = System.nanoTime() - start < SET_UP_NANOS;
        if (StoreFailure.of(e) != StoreFailure.LOCKED || !patient) {
          throw e;
        }
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  @Override
  public void proveWritable(Handle handle) {
    // To begin is not enough where the file can only be read; the same number is written again.
    int number = handle.createQuery("pragma user_version").mapTo(Integer.class).one();
    handle.execute("begin immediate");
    try {
      handle.execute("pragma user_version = " + number);
    } finally {
      rollback(handle);
    }
  }

  @Override
  public int connections() {
    return 4;
  }

  @Override
  public boolean oneWriter() {
    return true;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "identity", "integer primary key autoincrement",
        "text", "text",
        "bytes", "blob",
        "moment", "timestamp",
        "flag", "boolean");
  }

  @Override
  public String tableNames() {
    return "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'";
  }

  @Override
  public <T, X extends Exception> T transact(Handle handle, boolean lasting, Work<T, X> work)
      throws X {
    if (!lasting) {
      return between("begin immediate", handle, work);
    }
    handle.execute("pragma synchronous = full");
    try {
      return between("begin immediate", handle, work);
    } finally {
      handle.execute("pragma synchronous = normal");
    }
  }

  @Override
  public <T, X extends Exception> T snapshot(Handle handle, Work<T, X> work) throws X {
    return between("begin", handle, work);
  }

  // By hand, since the driver begins the next transaction, and so locks the file, when it commits.
  private static <T, X extends Exception> T between(String begin, Handle handle, Work<T, X> work)
      throws X {
    handle.execute(begin);
    boolean committed = false;
    try {
      T result = work.with(handle);
      handle.execute("commit");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollback(handle);
      }
    }
  }

  private static void rollback(Handle handle) {
    try {
      handle.execute("rollback");
    } catch (JdbiException e) {
      // Some failures have rolled it back already; the connection is not used again in any case.
    }
  }

  @Override
  public void lockGroups(Handle handle) {
    // There is one writer at a time.
  }

  @Override
  public void lockTables(Handle handle, List<String> tables) {
    // There is one writer at a time.
  }

  @Override
  public void continueNumbers(Handle handle, String table) {
    // It does by itself.
  }

  @Override
  public void sweep(Handle handle) {
    handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list();
  }
}
