package dev.waymark.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.store.Database;
import dev.waymark.store.StoreTransfer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a store holds, without whom, where and when: the same whatever the platform. */
public final class Kept {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_THE_PLATFORM =
      Set.of(
          "id",
          "platform",
          "platform_id",
          "account_id",
          "group_id",
          "place",
          "event_id",
          "since",
          "at",
          "day");

  private Kept() {}

  /** What a store holds, a line for each row, in order. */
  public static List<String> in(String url) throws Exception {
    var out = new StringWriter();
    try (Database database = Database.open(url)) {
      new StoreTransfer(database).exportTo(out);
    }
    return out.toString()
        .lines()
        .map(Kept::row)
        .filter(row -> row.containsKey("table") && !"seen_event".equals(row.get("table")))
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static Map<String, Object> row(String line) {
    try {
      var row = new TreeMap<String, Object>();
      JSON.readTree(line).properties().forEach(p -> row.put(p.getKey(), p.getValue()));
      row.keySet().removeAll(OF_THE_PLATFORM);
      row.computeIfPresent("table", (name, value) -> value.toString().replace("\"", ""));
      return row;
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
