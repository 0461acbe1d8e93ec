package dev.waymark.store;

import dev.waymark.chat.Unavailable;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Moves everything from one database to another, of the same kind or not, by way of a text of JSON
 * lines. However much there is, little of it is in memory at once. Thread-safe.
 */
public final class StoreTransfer {

  /**
   * What was moved.
   *
   * @param rows how many rows of each table
   * @param sha256 the sum of all rows, in hexadecimal; databases that hold the same have the same
   */
  public record Summary(Map<String, Long> rows, String sha256) {

    public Summary {
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** How many rows there are of all tables. */
    public long total() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private static final int AT_ONCE = 500;

  private final Database database;

  public StoreTransfer(Database database) {
    this.database = database;
  }

  /**
   * Writes everything as it is at one moment; the bot may go on meanwhile.
   *
   * @param out gets the lines; is neither flushed nor closed
   * @throws IOException when it cannot be written to
   * @throws Unavailable when the database fails
   */
  public Summary exportTo(Writer out) throws IOException {
    return database.snapshot(
        handle -> {
          write(out, ExportLines.head(counts(handle)));
          Summary summary = forEachLine(handle, line -> write(out, line));
          write(out, ExportLines.end(summary));
          return summary;
        });
  }

  /**
   * Takes in an export, all of it or nothing. It is read back before it is kept for good, and what
   * was read has to be what was exported.
   *
   * @param in is not closed
   * @throws TransferException when it is not a whole and unchanged export, or the database is not
   *     empty
   * @throws Unavailable when the database fails
   */
  public Summary importFrom(Reader in) throws TransferException {
    return database.write(handle -> importFrom(handle, new ExportReader(in)));
  }

  private Summary importFrom(Handle handle, ExportReader reader) throws TransferException {
    database.dialect().lockTables(handle, Table.tableNames());
    requireEmpty(handle);
    reader.head();
    var read = new Digest();
    var waiting = new ArrayList<ExportReader.Row>(AT_ONCE);
    ExportReader.Line line = reader.next();
    while (line instanceof ExportReader.Row row) {
      boolean sameTable = waiting.isEmpty() || waiting.getFirst().table() == row.table();
      if (waiting.size() == AT_ONCE || !sameTable) {
        insert(handle, waiting, reader.line() - 1);
        waiting.clear();
      }
      waiting.add(row);
      read.add(row.table(), row.text());
      line = reader.next();
    }
    insert(handle, waiting, reader.line() - 1);
    Summary promised = ((ExportReader.End) line).summary();
    if (!read.summary().equals(promised)) {
      throw reader.refused("says that the export had other rows: it was changed or damaged");
    }
    reader.nothingMore();
    for (Table table : Table.values()) {
      if (table.isNumbered()) {
        database.dialect().continueNumbers(handle, table.tableName());
      }
    }
    Summary kept = forEachLine(handle, l -> {});
    if (!kept.equals(promised)) {
      throw new TransferException(
          "What the database gave back differs from the export; nothing was imported.", null);
    }
    return kept;
  }

  private static void insert(Handle handle, List<ExportReader.Row> rows, long lastLine)
      throws TransferException {
    if (rows.isEmpty()) {
      return;
    }
    Table table = rows.getFirst().table();
    try (PreparedBatch batch = handle.prepareBatch(table.insert())) {
      for (ExportReader.Row row : rows) {
        for (Column column : table.columns()) {
          var value = row.values().get(column.name());
          if (column.isNumber()) {
            batch.bind(column.name(), value.longValue());
          } else {
            batch.bind(column.name(), value.textValue());
          }
        }
        batch.add();
      }
      batch.execute();
    } catch (JdbiException e) {
      StoreFailure failure = StoreFailure.of(e);
      if (failure != StoreFailure.OTHER && failure != StoreFailure.FORGOTTEN) {
        throw e;
      }
      throw new TransferException(
          "One of the lines %d to %d of the export contradicts the others; nothing was imported."
              .formatted(lastLine - rows.size() + 1, lastLine),
          e);
    }
  }

  private static void requireEmpty(Handle handle) throws TransferException {
    for (Map.Entry<String, Long> count : counts(handle).entrySet()) {
      if (count.getValue() > 0) {
        throw new TransferException(
            "The database is not empty (%s has %d rows), and what it holds is never mixed with an export; import into a new one."
                .formatted(count.getKey(), count.getValue()),
            null);
      }
    }
  }

  private static Map<String, Long> counts(Handle handle) {
    var counts = new LinkedHashMap<String, Long>();
    for (String table : Table.tableNames()) {
      counts.put(
          table, handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }
    return counts;
  }

  private interface LineSink<X extends Exception> {
    void take(String line) throws X;
  }

  private static <X extends Exception> Summary forEachLine(Handle handle, LineSink<X> sink)
      throws X {
    var digest = new Digest();
    for (Table table : Table.values()) {
      try (Stream<String> lines =
          handle
              .createQuery(table.selectAll())
              .setFetchSize(AT_ONCE)
              .map((row, context) -> ExportLines.row(table, row))
              .stream()) {
        for (Iterator<String> i = lines.iterator(); i.hasNext(); ) {
          String line = i.next();
          digest.add(table, line);
          sink.take(line);
        }
      }
    }
    return digest.summary();
  }

  private static void write(Writer out, String line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
