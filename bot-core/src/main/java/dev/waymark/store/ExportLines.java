package dev.waymark.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Writes the lines of an export, each an object: a head with the counts, the rows, and an end with
 * the counts and the sum. A row gives the same line whatever database it comes from.
 */
final class ExportLines {

  /** The version of the lines; that of the tables is {@link Schema#VERSION}. */
  static final int FORMAT = 1;

  static final String HEAD = "waymark-store";
  static final String SCHEMA = "schema";
  static final String ROWS = "rows";
  static final String SUM = "sha256";
  static final String TABLE = "table";

  private static final JsonFactory FACTORY = new JsonFactory();

  private ExportLines() {}

  private interface Fields<X extends Exception> {
    void write(JsonGenerator json) throws IOException, X;
  }

  static String head(Map<String, Long> rows) {
    return line(
        json -> {
          json.writeNumberField(HEAD, FORMAT);
          json.writeNumberField(SCHEMA, Schema.VERSION);
          counts(json, rows);
        });
  }

  static String row(Table table, ResultSet row) throws SQLException {
    return ExportLines.<SQLException>line(
        json -> {
          json.writeStringField(TABLE, table.tableName());
          for (Column column : table.columns()) {
            String name = column.name();
            if (column.isNumber()) {
              json.writeNumberField(name, row.getLong(name));
            } else {
              json.writeStringField(name, row.getString(name));
            }
          }
        });
  }

  static String end(StoreTransfer.Summary summary) {
    return line(
        json -> {
          counts(json, summary.rows());
          json.writeStringField(SUM, summary.sha256());
        });
  }

  private static void counts(JsonGenerator json, Map<String, Long> rows) throws IOException {
    json.writeObjectFieldStart(ROWS);
    for (Map.Entry<String, Long> count : rows.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private static <X extends Exception> String line(Fields<X> fields) throws X {
    var text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
