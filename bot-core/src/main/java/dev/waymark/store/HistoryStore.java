package dev.waymark.store;

import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What happened on people's ways, in the database. Instants are kept to the millisecond.
 * Thread-safe.
 */
public final class HistoryStore implements History {

  private final Database database;

  public HistoryStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Entry> of(Person person) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select h.guide, h.edition, h.kind, h.step, h.title, h.note, h.at, h.event_id
                    from history h join account a on a.id = h.account_id
                    where a.group_id = :group
                    order by h.at, h.id
                    """)
                .bind("group", person.group())
                .map((row, context) -> entry(row))
                .list());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("guide"),
        row.getInt("edition"),
        Entry.Kind.valueOf(row.getString("kind")),
        row.getString("step"),
        row.getString("title"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("at")),
        Optional.ofNullable(row.getString("event_id")).orElse(""));
  }

  @Override
  public boolean add(Person person, Entry entry) {
    return database.write(
        handle -> {
          boolean added = insert(handle, person, entry);
          if (!added) {
            // Either the event is there, or the account is gone.
            requireAccount(handle, person.account());
          }
          return added;
        });
  }

  private static boolean insert(Handle handle, Person person, Entry entry) {
    String event = entry.eventId().isEmpty() ? null : StoredText.of(entry.eventId());
    return handle
            .createUpdate(
                """
                insert into history
                  (account_id, platform, guide, edition, kind, step, title, note, at, event_id)
                select id, platform, :guide, :edition, :kind, :step, :title, :note, :at, :event
                from account where id = :account
                on conflict do nothing
                """)
            .bind("account", person.account())
            .bind("guide", StoredText.of(entry.guide()))
            .bind("edition", entry.edition())
            .bind("kind", entry.kind().name())
            .bind("step", StoredText.of(entry.step()))
            .bind("title", StoredText.of(entry.title()))
            .bind("note", StoredText.of(entry.note()))
            .bind("at", entry.at().toEpochMilli())
            .bind("event", event)
            .execute()
        > 0;
  }

  private static void requireAccount(Handle handle, long account) {
    if (Groups.of(handle, account).isEmpty()) {
      throw StoreFailure.FORGOTTEN.unavailable(new IllegalStateException("no such account"));
    }
  }
}
