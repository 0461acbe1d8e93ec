package dev.waymark.tips;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What admins do about their channels' tips, and where a platform is connected so that tips are
 * posted. Thread-safe.
 */
public final class TipDesk {

  /**
   * What an admin asks for; what is absent stays as it is, or is as usual in a new subscription.
   *
   * @param sections ids of sections; an empty list for all
   */
  public record Wish(
      Optional<LocalTime> time,
      Optional<ZoneId> zone,
      Optional<Set<DayOfWeek>> days,
      Optional<String> guide,
      Optional<List<String>> sections) {

    /** Nothing in particular. */
    public static final Wish NOTHING =
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same from another guide and sections. */
    public Wish of(Optional<String> newGuide, Optional<List<String>> newSections) {
      return new Wish(time, zone, days, newGuide, newSections);
    }
  }

  /**
   * A tip to come.
   *
   * @param tip the tip; absent on a day that is skipped
   */
  public record Planned(TipSchedule.Due due, Optional<Tip> tip) {}

  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);
  // Days to look through for those that are planned: a pause or a weekly tip may be long.
  private static final int SKIPPED_AT_MOST = 60;

  private record Connection(ChatChannel channel, TipPoster poster, DueWork work) {}

  private final TipBook book;
  private final TipQueues queues;
  private final Clock clock;
  private final Map<Platform, Connection> connections = new ConcurrentHashMap<>();

  /**
   * Makes a desk.
   *
   * @param guides a guide by its id
   */
  public TipDesk(TipBook book, Function<String, Optional<Guide>> guides, Clock clock) {
    this.book = book;
    this.queues = new TipQueues(book, guides);
    this.clock = clock;
  }

  /**
   * Connects a platform: from now on tips can be posted there.
   *
   * @param work gets what is to be done when, and does it by the poster that it is made for
   */
  public void connect(Platform platform, ChatChannel channel, Function<TipPoster, DueWork> work) {
    var poster = new TipPoster(queues, channel, clock);
    connections.put(platform, new Connection(channel, poster, work.apply(poster)));
  }

  /** Sees that every subscription is looked at when it is due, also after a crash or an import. */
  public void scheduleAll(Platform platform) {
    Connection connection = connections.get(platform);
    if (connection != null) {
      book.on(platform).forEach(s -> connection.work().ensure(s.id(), clock.instant()));
    }
  }

  /** The channel's subscription. */
  public Optional<TipSubscription> at(Place place) {
    return book.at(channelOf(place));
  }

  /** The subscriptions of a workspace that are on or stopped by themselves. */
  public List<TipSubscription> in(Platform platform, String workspace) {
    return book.in(platform, workspace);
  }

  /** What the bot lacks for posting in a channel. */
  public List<String> missing(Place place) {
    Connection connection = connections.get(place.platform());
    return connection == null ? List.of() : connection.channel().missing(channelOf(place));
  }

  /**
   * Turns tips on, or changes them.
   *
   * @param zone the zone when none was ever chosen
   * @param guide the guide when none was ever chosen
   */
  public TipSubscription on(Place place, Member by, Wish wish, ZoneId zone, String guide) {
    Instant now = clock.instant();
    return schedule(
        book.change(
            channelOf(place),
            change(by, "on"),
            before ->
                new TipSubscription(
                    before.map(TipSubscription::id).orElse(TipSubscription.NEW),
                    channelOf(place),
                    TipSubscription.State.ON,
                    "",
                    schedule(wish, before.map(TipSubscription::schedule), zone),
                    wish.guide().or(() -> before.map(TipSubscription::guide)).orElse(guide),
                    sections(wish, before),
                    Optional.empty(),
                    before.flatMap(TipSubscription::nextTip),
                    by,
                    now)));
  }

  private static TipSchedule schedule(Wish wish, Optional<TipSchedule> before, ZoneId zone) {
    return new TipSchedule(
        wish.time().or(() -> before.map(TipSchedule::time)).orElse(USUAL_TIME),
        wish.zone().or(() -> before.map(TipSchedule::zone)).orElse(zone),
        wish.days().or(() -> before.map(TipSchedule::days)).orElse(TipDays.EVERY_DAY));
  }

  /** Sections belong to their guide: another guide has all of its own. */
  private static List<String> sections(Wish wish, Optional<TipSubscription> before) {
    boolean sameGuide =
        wish.guide().isEmpty() || wish.guide().equals(before.map(TipSubscription::guide));
    return wish.sections()
        .or(() -> before.filter(b -> sameGuide).map(TipSubscription::sections))
        .orElse(List.of());
  }

  /** Turns tips off. */
  public TipSubscription off(TipSubscription subscription, Member by) {
    return change(subscription, by, "off", s -> s.in(TipSubscription.State.OFF, ""));
  }

  /** Posts nothing before a day. */
  public TipSubscription pause(TipSubscription subscription, Member by, LocalDate until) {
    return change(subscription, by, "pause", s -> s.paused(until));
  }

  /**
   * Leaves out the next tip that is due; the tip itself comes the time after.
   *
   * @return the day that is left out; nothing when no tip is to come
   */
  public Optional<TipSchedule.Due> skip(TipSubscription subscription, Member by) {
    Optional<TipSchedule.Due> next =
        planned(subscription, 1 + SKIPPED_AT_MOST).stream()
            .filter(p -> p.tip().isPresent())
            .findFirst()
            .map(Planned::due);
    next.ifPresent(
        due -> {
          change(subscription, by, "skip " + due.day(), s -> s);
          book.begin(
              TipPost.closed(
                  subscription.id(),
                  due.day(),
                  TipPost.State.SKIPPED,
                  "an admin left it out",
                  clock.instant()));
        });
    return next;
  }

  /**
   * Puts another tip in the place of the next one, which comes later.
   *
   * @return the other one; nothing when there is no other
   */
  public Optional<Tip> swap(TipSubscription subscription, Member by) {
    Optional<Tip> other = queues.of(subscription).flatMap(TipQueue::instead);
    other.ifPresent(tip -> change(subscription, by, "swap", s -> s.preferring(tip.id())));
    return other;
  }

  /**
   * Posts today's tip now, unless there is one.
   *
   * @return today's post; nothing when there is no tip, or nothing can be posted by this process
   */
  public Optional<TipPost> now(TipSubscription subscription, Member by) {
    Connection connection = connections.get(subscription.place().platform());
    if (connection == null) {
      return Optional.empty();
    }
    change(subscription, by, "now", s -> s);
    Optional<TipPost> post = connection.poster().now(subscription);
    book.byId(subscription.id()).ifPresent(this::schedule);
    return post;
  }

  /** The tips to come, at most so many; fewer when they are off. */
  public List<Planned> planned(TipSubscription subscription, int count) {
    Optional<TipQueue> queue = queues.of(subscription);
    if (queue.isEmpty() || !subscription.isOn()) {
      return List.of();
    }
    Instant now = clock.instant();
    LocalDate today = subscription.schedule().dayAt(now);
    LocalDate first = subscription.pausedUntil().filter(d -> d.isAfter(today)).orElse(today);
    var planned = new ArrayList<Planned>();
    List<TipSchedule.Due> due =
        subscription
            .schedule()
            .from(first)
            .filter(d -> d.at().isAfter(now) && subscription.wants(d))
            .limit((long) count + SKIPPED_AT_MOST)
            .toList();
    for (TipSchedule.Due d : due) {
      if (planned.size() < count) {
        Optional<TipPost> there = book.post(subscription.id(), d.day());
        if (there.isEmpty()) {
          planned.add(new Planned(d, queue.get().next().map(TipQueue.Turn::tip)));
        } else if (!there.get().state().usesTip()) {
          planned.add(new Planned(d, Optional.empty()));
        }
      }
    }
    return planned;
  }

  /** What became of the latest posts, the latest first. */
  public List<TipPost> latest(TipSubscription subscription, int count) {
    LocalDate today = subscription.schedule().dayAt(clock.instant());
    return book.latest(subscription.id(), today, count);
  }

  /** Whether there is a tip for a guide's sections. */
  public static boolean hasTips(Guide guide, Collection<String> sections) {
    return !TipRotation.of(guide, sections, 0).isEmpty();
  }

  private TipSubscription change(
      TipSubscription subscription,
      Member by,
      String what,
      Function<TipSubscription, TipSubscription> change) {
    return schedule(
        book.change(
            subscription.place(),
            change(by, what),
            before -> change.apply(before.orElse(subscription))));
  }

  private TipBook.Change change(Member by, String what) {
    return new TipBook.Change(Optional.of(by), what, clock.instant());
  }

  private TipSubscription schedule(TipSubscription subscription) {
    Connection connection = connections.get(subscription.place().platform());
    if (connection != null) {
      connection
          .poster()
          .next(subscription.id())
          .ifPresent(at -> connection.work().schedule(subscription.id(), at));
    }
    return subscription;
  }

  /** Tips go to channels, not to the threads in them. */
  private static Place channelOf(Place place) {
    return new Place(place.platform(), place.workspace(), place.channel(), "");
  }
}
