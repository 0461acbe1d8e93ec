package dev.waymark.store;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Where the kinds of databases differ. Immutable. */
sealed interface Dialect permits Sqlite, Postgres {

  /** Makes what has to be there before the first connection. */
  void prepare(DatabaseUrl url) throws UnusableDatabase;

  /** Makes connections. */
  DataSource source(DatabaseUrl url) throws UnusableDatabase;

  /** Sets up the database itself, at the first connection of each start. */
  void setUp(Handle handle);

  /** Fails when nothing can be written. */
  void proveWritable(Handle handle);

  /** How many connections are worth having. */
  int connections();

  /** Whether writers of one process wait for each other here rather than in the database. */
  boolean oneWriter();

  /** What stands for the placeholders in the migrations. */
  Map<String, String> placeholders();

  /** A query for the names of the tables that there are. */
  String tableNames();

  /**
   * Does something as a whole or not at all.
   *
   * @param lasting whether it has to outlive a power cut as well as a crash
   */
  <T, X extends Exception> T transact(Handle handle, boolean lasting, Work<T, X> work) throws X;

  /** Reads at one moment, whatever others write meanwhile. */
  <T, X extends Exception> T snapshot(Handle handle, Work<T, X> work) throws X;

  /** Until the end of the transaction, nobody else changes which accounts belong together. */
  void lockGroups(Handle handle);

  /** Until the end of the transaction, nobody else touches these tables. */
  void lockTables(Handle handle, List<String> tables);

  /** New rows get numbers above those that there are. */
  void continueNumbers(Handle handle, String table);

  /** What was deleted leaves the files, as far as nobody else is using them. */
  void sweep(Handle handle);
}
