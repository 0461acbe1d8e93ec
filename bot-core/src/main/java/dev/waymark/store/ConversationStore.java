package dev.waymark.store;

import dev.waymark.chat.Conversations;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What members asked last, in the database. Thread-safe. */
public final class ConversationStore implements Conversations {

  private static final String CONVERSATION =
      "platform = :platform and platform_id = :member and place = :place";

  private final Database database;

  public ConversationStore(Database database) {
    this.database = database;
  }

  @Override
  public List<String> recent(Member member, Place place, Instant now) {
    return database
        .read(
            handle ->
                of(
                        member,
                        place,
                        handle.createQuery(
                            "select question from turn where "
                                + CONVERSATION
                                + " and at >= :oldest order by id desc limit :turns"))
                    .bind("oldest", now.minus(KEPT).toEpochMilli())
                    .bind("turns", TURNS)
                    .mapTo(String.class)
                    .list())
        .reversed();
  }

  @Override
  public void add(Member member, Place place, String question, Instant now) {
    database.note(
        handle -> {
          of(
                  member,
                  place,
                  handle.createUpdate(
                      """
                      insert into turn (platform, platform_id, place, question, at)
                      values (:platform, :member, :place, :question, :at)
                      """))
              .bind("question", StoredText.of(question))
              .bind("at", now.toEpochMilli())
              .execute();
          of(
                  member,
                  place,
                  handle.createUpdate(
                      "delete from turn where "
                          + CONVERSATION
                          + " and id not in (select id from turn where "
                          + CONVERSATION
                          + " order by id desc limit :turns)"))
              .bind("turns", TURNS)
              .execute();
          // Everybody's, so that no question stays because its member never asks again.
          return purge(handle, now);
        });
  }

  private static <S extends SqlStatement<S>> S of(Member member, Place place, S statement) {
    return statement
        .bind("platform", member.platform().code())
        .bind("member", StoredText.of(member.id()))
        .bind("place", StoredText.of(place.key()));
  }

  static int purge(Handle handle, Instant now) {
    return handle
        .createUpdate("delete from turn where at < :oldest")
        .bind("oldest", now.minus(KEPT).toEpochMilli())
        .execute();
  }
}
