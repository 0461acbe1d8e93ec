package dev.waymark.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows about a person, for the person: moments as ISO text, and no columns that are empty. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> of(Handle handle, Table table, long group) {
    return handle
        .createQuery(table.selectOfPerson())
        .bind("group", group)
        .map(
            (row, context) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              for (Column column : table.columns()) {
                String name = column.name();
                switch (column.type()) {
                  case NUMBER -> values.put(name, row.getLong(name));
                  case INSTANT ->
                      values.put(name, Instant.ofEpochMilli(row.getLong(name)).toString());
                  case TEXT, OPTIONAL_TEXT -> {
                    String text = row.getString(name);
                    if (text != null) {
                      values.put(name, text);
                    }
                  }
                }
              }
              return values;
            })
        .list();
  }
}
