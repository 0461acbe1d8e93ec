package dev.waymark.store;

import dev.waymark.chat.Platform;
import dev.waymark.chat.SeenEvents;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Which events were taken in already, in the database, for {@link #KEPT}. Thread-safe. */
public final class SeenEventStore implements SeenEvents {

  /** Far longer than any platform delivers an event again. */
  public static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  public SeenEventStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean firstSeen(Platform platform, String eventId, Instant now) {
    return database.note(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into seen_event (platform, event_id, at) values (:platform, :event, :at)
                        on conflict do nothing
                        """)
                    .bind("platform", platform.code())
                    .bind("event", StoredText.of(eventId))
                    .bind("at", now.toEpochMilli())
                    .execute()
                > 0);
  }

  static int purge(Handle handle, Instant now) {
    return handle
        .createUpdate("delete from seen_event where at < :oldest")
        .bind("oldest", now.minus(KEPT).toEpochMilli())
        .execute();
  }
}
