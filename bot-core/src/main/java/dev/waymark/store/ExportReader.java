package dev.waymark.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an export one after the other, and refuses what is none. Not thread-safe. */
final class ExportReader {

  /** A line after the head. */
  sealed interface Line {}

  /**
   * A row.
   *
   * @param text the line as it was written
   */
  record Row(Table table, JsonNode values, String text) implements Line {}

  /** The end. */
  record End(StoreTransfer.Summary summary) implements Line {}

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BufferedReader in;
  private long line;

  ExportReader(Reader in) {
    this.in = new BufferedReader(in);
  }

  /** The number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  /** Reads the head. */
  void head() throws TransferException {
    JsonNode head = object(next("it is empty"));
    if (!head.path(ExportLines.HEAD).isInt() || !head.path(ExportLines.SCHEMA).isInt()) {
      throw refused("is not the head of an export of Waymark's");
    }
    int format = head.path(ExportLines.HEAD).intValue();
    int schema = head.path(ExportLines.SCHEMA).intValue();
    if (format != ExportLines.FORMAT || schema != Schema.VERSION) {
      throw refused(
          "says that the export is of format %d and tables %d, but this Waymark knows %d and %d; export and import with the same version"
              .formatted(format, schema, ExportLines.FORMAT, Schema.VERSION));
    }
    counts(head);
  }

  /** Reads a row, or the end. */
  Line next() throws TransferException {
    String text = next("it has no end, so that a part of it is missing");
    JsonNode object = object(text);
    if (object.has(ExportLines.SUM)) {
      return new End(
          new StoreTransfer.Summary(counts(object), object.path(ExportLines.SUM).asText()));
    }
    String name = object.path(ExportLines.TABLE).asText();
    Table table =
        List.of(Table.values()).stream()
            .filter(t -> t.tableName().equals(name))
            .findFirst()
            .orElseThrow(() -> refused("is of no table that this Waymark has"));
    if (object.size() != table.columns().size() + 1) {
      throw refused("has other columns than the table " + name);
    }
    for (Column column : table.columns()) {
      if (!fits(column, object.get(column.name()))) {
        throw refused("has no " + column.name() + " as the table " + name + " needs it");
      }
    }
    return new Row(table, object, text);
  }

  /** Nothing may follow the end. */
  void nothingMore() throws TransferException {
    if (read().isPresent()) {
      throw refused("comes after the end");
    }
  }

  /** What to say of the line that was read last. */
  TransferException refused(String what) {
    return new TransferException(
        "Line " + line + " of the export " + what + "; nothing was imported.", null);
  }

  private static boolean fits(Column column, @Nullable JsonNode value) {
    if (value == null) {
      return false;
    }
    if (column.isNumber()) {
      return value.canConvertToLong() && value.isIntegralNumber();
    }
    return value.isTextual() || (column.type() == Column.Type.OPTIONAL_TEXT && value.isNull());
  }

  private Map<String, Long> counts(JsonNode object) throws TransferException {
    var rows = new LinkedHashMap<String, Long>();
    for (Table table : Table.values()) {
      JsonNode count = object.path(ExportLines.ROWS).path(table.tableName());
      if (!count.canConvertToLong()) {
        throw refused("does not say how many rows of " + table.tableName() + " there are");
      }
      rows.put(table.tableName(), count.longValue());
    }
    return rows;
  }

  private JsonNode object(String text) throws TransferException {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Said below; its message quotes the line.
    }
    throw refused("is no JSON object");
  }

  private String next(String whenNone) throws TransferException {
    Optional<String> text = read();
    if (text.isEmpty()) {
      throw new TransferException(
          "The export ends after line " + line + ": " + whenNone + "; nothing was imported.", null);
    }
    return text.get();
  }

  private Optional<String> read() throws TransferException {
    try {
      Optional<String> text = Optional.ofNullable(in.readLine());
      line += text.isPresent() ? 1 : 0;
      return text;
    } catch (IOException e) {
      throw new TransferException(
          "The export cannot be read after line " + line + "; nothing was imported.", e);
    }
  }
}
