package dev.waymark.store;

import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.tips.TipBook;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSubscription;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Channels' tips, in the database. Instants are kept to the millisecond. Thread-safe. */
public final class TipStore implements TipBook {

  private static final String OPEN = states(TipPost.State::isOpen);
  private static final String USING = states(TipPost.State::usesTip);

  private final Database database;

  public TipStore(Database database) {
    this.database = database;
  }

  private static String states(Predicate<TipPost.State> which) {
    return Arrays.stream(TipPost.State.values())
        .filter(which)
        .map(state -> "'" + state.name() + "'")
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<TipSubscription> at(Place place) {
    return database.read(handle -> at(handle, place));
  }

  private static Optional<TipSubscription> at(Handle handle, Place place) {
    return handle
        .createQuery(
            """
            select * from tip_subscription
            where platform = :platform and workspace = :workspace and channel = :channel
            """)
        .bind("platform", place.platform().code())
        .bind("workspace", place.workspace())
        .bind("channel", place.channel())
        .map((row, context) -> TipRows.subscription(row))
        .findOne();
  }

  @Override
  public Optional<TipSubscription> byId(long id) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from tip_subscription where id = :id")
                .bind("id", id)
                .map((row, context) -> TipRows.subscription(row))
                .findOne());
  }

  @Override
  public List<TipSubscription> on(Platform platform) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from tip_subscription where platform = :platform and state = 'ON' order by id")
                .bind("platform", platform.code())
                .map((row, context) -> TipRows.subscription(row))
                .list());
  }

  @Override
  public List<TipSubscription> in(Platform platform, String workspace) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select * from tip_subscription
                    where platform = :platform and workspace = :workspace and state <> 'OFF'
                    order by id
                    """)
                .bind("platform", platform.code())
                .bind("workspace", workspace)
                .map((row, context) -> TipRows.subscription(row))
                .list());
  }

  @Override
  public TipSubscription change(
      Place place, Change by, Function<Optional<TipSubscription>, TipSubscription> change) {
    return database.write(
        handle -> {
          // Two admins at once: the one who comes second sees what the first one did.
          database.dialect().lockTables(handle, List.of("tip_change"));
          Optional<TipSubscription> before = at(handle, place);
          TipSubscription after = change.apply(before);
          if (before.isEmpty()) {
            insert(handle, after);
          } else if (!before.get().equals(after)) {
            update(handle, after);
          }
          record(handle, place, by, before, after);
          return at(handle, place).orElseThrow();
        });
  }

  private static void insert(Handle handle, TipSubscription subscription) {
    bind(
            handle.createUpdate(
                """
                insert into tip_subscription
                  (platform, workspace, channel, state, reason, time, zone, days, guide, sections,
                   paused_until, next_tip, platform_id, effective)
                values
                  (:platform, :workspace, :channel, :state, :reason, :time, :zone, :days, :guide, :sections,
                   :paused, :next, :member, :effective)
                """),
            subscription)
        .bind("platform", subscription.place().platform().code())
        .bind("workspace", subscription.place().workspace())
        .bind("channel", subscription.place().channel())
        .execute();
  }

  private static void update(Handle handle, TipSubscription subscription) {
    bind(
            handle.createUpdate(
                """
                update tip_subscription
                set state = :state, reason = :reason, time = :time, zone = :zone, days = :days, guide = :guide,
                    sections = :sections, paused_until = :paused, next_tip = :next, platform_id = :member,
                    effective = :effective
                where id = :id
                """),
            subscription)
        .bind("id", subscription.id())
        .execute();
  }

  private static Update bind(Update update, TipSubscription subscription) {
    return update
        .bind("state", subscription.state().name())
        .bind("reason", StoredText.of(subscription.reason()))
        .bind("time", subscription.schedule().time().toString())
        .bind("zone", subscription.schedule().zone().getId())
        .bind("days", TipRows.days(subscription))
        .bind("guide", StoredText.of(subscription.guide()))
        .bind("sections", StoredText.of(String.join(",", subscription.sections())))
        .bind("paused", subscription.pausedUntil().map(LocalDate::toString).orElse(null))
        .bind("next", subscription.nextTip().orElse(null))
        .bind("member", subscription.setUpBy().id())
        .bind("effective", subscription.effective().toEpochMilli());
  }

  private static void record(
      Handle handle,
      Place place,
      Change by,
      Optional<TipSubscription> before,
      TipSubscription after) {
    handle
        .createUpdate(
            """
            insert into tip_change (platform, workspace, channel, platform_id, what, was, became, at)
            values (:platform, :workspace, :channel, :member, :what, :was, :became, :at)
            """)
        .bind("platform", place.platform().code())
        .bind("workspace", place.workspace())
        .bind("channel", place.channel())
        .bind("member", by.by().map(m -> m.id()).orElse(""))
        .bind("what", by.what())
        .bind("was", before.map(TipSubscription::described).map(StoredText::of).orElse(""))
        .bind("became", StoredText.of(after.described()))
        .bind("at", by.at().toEpochMilli())
        .execute();
  }

  @Override
  public Optional<TipPost> post(long subscription, LocalDate day) {
    return posts(
            "select * from tip_post where subscription_id = :subscription and day = :day",
            query -> query.bind("subscription", subscription).bind("day", day.toString()))
        .stream()
        .findFirst();
  }

  @Override
  public List<TipPost> latest(long subscription, LocalDate upTo, int count) {
    return posts(
        """
        select * from tip_post where subscription_id = :subscription and day <= :day
        order by day desc limit :count
        """,
        query ->
            query
                .bind("subscription", subscription)
                .bind("day", upTo.toString())
                .bind("count", count));
  }

  @Override
  public Optional<String> lastTip(long subscription) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select tip from tip_post where subscription_id = :subscription and state in ("
                        + USING
                        + ") order by first desc, day desc limit 1")
                .bind("subscription", subscription)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public List<TipPost> open(long subscription) {
    return posts(
        "select * from tip_post where subscription_id = :subscription and state in ("
            + OPEN
            + ") order by day",
        query -> query.bind("subscription", subscription));
  }

  private List<TipPost> posts(String select, UnaryOperator<Query> bound) {
    return database.read(
        handle ->
            bound
                .apply(handle.createQuery(select))
                .map((row, context) -> TipRows.post(row))
                .list());
  }

  @Override
  public int round(long subscription) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select coalesce(max(round), 0) from tip_post where subscription_id = :subscription")
                .bind("subscription", subscription)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Set<String> used(long subscription, int round) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select tip from tip_post where subscription_id = :subscription and round = :round and state in ("
                        + USING
                        + ")")
                .bind("subscription", subscription)
                .bind("round", round)
                .mapTo(String.class)
                .set());
  }

  @Override
  public boolean begin(TipPost post) {
    return kept(
        post,
        """
        insert into tip_post
          (subscription_id, day, tip, round, state, attempts, first, again, message_id, reason)
        values
          (:subscription, :day, :tip, :round, :state, :attempts, :first, :again, :message, :reason)
        on conflict do nothing
        """,
        update -> update);
  }

  @Override
  public boolean move(TipPost from, TipPost to) {
    return kept(
        to,
        """
        update tip_post
        set tip = :tip, round = :round, state = :state, attempts = :attempts, first = :first, again = :again,
            message_id = :message, reason = :reason
        where subscription_id = :subscription and day = :day
          and state = :was and attempts = :tried and again = :due
        """,
        update ->
            update
                .bind("was", from.state().name())
                .bind("tried", from.attempts())
                .bind("due", from.again().toEpochMilli()));
  }

  /**
   * That a platform is about to be asked outlives a power cut, or it would be asked again. What it
   * said need not: whoever finds the claim finds out.
   */
  private boolean kept(TipPost post, String statement, UnaryOperator<Update> bound) {
    Work<Boolean, RuntimeException> work =
        handle -> {
          boolean written =
              bound.apply(TipRows.bind(handle.createUpdate(statement), post)).execute() > 0;
          if (written) {
            handle
                .createUpdate(
                    "update tip_subscription set next_tip = null where id = :subscription and next_tip = :tip")
                .bind("subscription", post.subscription())
                .bind("tip", post.tip())
                .execute();
          }
          return written;
        };
    return post.state() == TipPost.State.CLAIMED ? database.write(work) : database.note(work);
  }
}
