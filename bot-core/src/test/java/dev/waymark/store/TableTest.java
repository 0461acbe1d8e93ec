package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of tables against the tables. */
@OnEachDatabase
class TableTest {

  private final Engine engine;
  private final Databases databases;

  TableTest(Engine engine, Databases databases) {
    this.engine = engine;
    this.databases = databases;
  }

  @Test
  void theListHasEveryTableAndEveryColumn() throws Exception {
    try (Database database = databases.open(engine)) {
      var listed = new TreeMap<String, List<String>>();
      for (Table table : Table.values()) {
        listed.put(table.tableName(), table.columns().stream().map(Column::name).toList());
      }

      TreeMap<String, List<String>> found =
          database.read(
              handle -> {
                var columns = new TreeMap<String, List<String>>();
                for (String table :
                    handle
                        .createQuery(database.dialect().tableNames())
                        .mapTo(String.class)
                        .list()) {
                  if (!table.equals(Schema.MIGRATIONS) && !table.equals(DueTasks.TABLE)) {
                    columns.put(table, new ArrayList<>());
                    try (ResultSet row =
                        handle.getConnection().getMetaData().getColumns(null, null, table, null)) {
                      while (row.next()) {
                        columns.get(table).add(row.getString("COLUMN_NAME"));
                      }
                    }
                  }
                }
                return columns;
              });

      assertThat(found).isEqualTo(listed);
    }
  }

  @Test
  void theVersionIsThatOfTheNewestMigration() throws Exception {
    Path folder =
        Path.of(
            Schema.class
                .getResource("migrations/V1__people_history_and_conversations.sql")
                .toURI());
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertThat(files.map(f -> f.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1")))
          .extracting(Integer::valueOf)
          .contains(Schema.VERSION)
          .allSatisfy(version -> assertThat(version).isLessThanOrEqualTo(Schema.VERSION));
    }
  }
}
