package dev.waymark.tips;

import dev.waymark.chat.ChatChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what is due in a channel, and has it posted once. Thread-safe. */
public final class TipPoster {

  /** How late a tip may be posted; never on another day. */
  public static final Duration LATEST = Duration.ofHours(3);

  private static final Duration ELSEWHERE = Duration.ofSeconds(5);
  private static final int DAYS_BACK = 14;

  private final TipBook book;
  private final TipQueues queues;
  private final ChatChannel channel;
  private final TipDelivery delivery;
  private final Clock clock;

  /**
   * Makes a poster.
   *
   * @param channel where it posts
   */
  TipPoster(TipQueues queues, ChatChannel channel, Clock clock) {
    this.book = queues.book();
    this.queues = queues;
    this.channel = channel;
    this.delivery = new TipDelivery(queues, channel, clock);
    this.clock = clock;
  }

  /**
   * Does what is due for a subscription.
   *
   * @return when to come again; nothing when it is off
   */
  public Optional<Instant> run(long id) {
    Optional<TipSubscription> on = book.byId(id).filter(TipSubscription::isOn);
    if (on.isEmpty()) {
      return Optional.empty();
    }
    TipSubscription subscription = on.get();
    if (!channel.reaches(subscription.place())) {
      return Optional.of(clock.instant().plus(elsewhere(subscription)));
    }
    book.open(id).forEach(post -> delivery.goOn(subscription, post));
    begin(subscription);
    return next(id);
  }

  /**
   * How long another process that reaches the place is left to find the task: the longer, the
   * longer none has.
   */
  private Duration elsewhere(TipSubscription subscription) {
    Instant now = clock.instant();
    Duration late =
        subscription
            .schedule()
            .from(subscription.schedule().dayAt(now).minusDays(7))
            .map(TipSchedule.Due::at)
            .takeWhile(at -> !at.isAfter(now))
            .reduce((earlier, later) -> later)
            .map(at -> Duration.between(at, now).dividedBy(10))
            .orElse(ELSEWHERE);
    return late.compareTo(ELSEWHERE) > 0 ? late : ELSEWHERE;
  }

  /**
   * When something is to be done next for a subscription, which may be past when it was not done
   * yet; nothing when it is off.
   */
  Optional<Instant> next(long id) {
    return book.byId(id)
        .filter(TipSubscription::isOn)
        .map(
            s ->
                Stream.concat(
                        book.open(id).stream().map(TipPost::again),
                        untouched(s).limit(1).map(TipSchedule.Due::at))
                    .min(Comparator.naturalOrder())
                    .orElseThrow());
  }

  /** The days on which a tip is wanted of which nothing is written down, without an end. */
  private Stream<TipSchedule.Due> untouched(TipSubscription subscription) {
    LocalDate today = subscription.schedule().dayAt(clock.instant());
    return subscription
        .schedule()
        .from(firstOpenDay(subscription, today))
        .filter(subscription::wants)
        .filter(d -> book.post(subscription.id(), d.day()).isEmpty());
  }

  /**
   * Posts today's tip now, unless there is one.
   *
   * @return today's post, whatever became of it
   */
  Optional<TipPost> now(TipSubscription subscription) {
    Instant now = clock.instant();
    LocalDate today = subscription.schedule().dayAt(now);
    Optional<TipPost> there =
        book.post(subscription.id(), today).or(() -> sameDay(subscription, now));
    if (there.isPresent() && there.get().state().usesTip()) {
      return there;
    }
    Optional<TipPost> chosen = choose(subscription, today, now);
    if (chosen.isEmpty()) {
      return chosen;
    }
    if (there.isPresent()) {
      delivery.again(subscription, there.get(), chosen.get());
    } else {
      delivery.begin(subscription, chosen.get());
    }
    return book.post(subscription.id(), today);
  }

  /** Writes down what was missed, and posts what is due. */
  private void begin(TipSubscription subscription) {
    Instant now = clock.instant();
    LocalDate today = subscription.schedule().dayAt(now);
    List<TipSchedule.Due> due =
        untouched(subscription).takeWhile(d -> !d.at().isAfter(now)).toList();
    for (TipSchedule.Due d : due) {
      if (!d.day().equals(today) || now.isAfter(d.at().plus(LATEST))) {
        close(subscription, d.day(), TipPost.State.MISSED, "I was not there in time");
      } else if (sameDay(subscription, now).isPresent()) {
        close(
            subscription,
            d.day(),
            TipPost.State.SKIPPED,
            "the day had its tip before the zone was changed");
      } else {
        post(subscription, d.day());
      }
    }
  }

  private LocalDate firstOpenDay(TipSubscription subscription, LocalDate today) {
    LocalDate earliest = today.minusDays(DAYS_BACK);
    LocalDate first =
        book.latest(subscription.id(), today, 1).stream()
            .findFirst()
            .map(post -> post.day().plusDays(1))
            .orElseGet(() -> subscription.schedule().dayAt(subscription.effective()));
    return first.isBefore(earliest) ? earliest : first;
  }

  /** The post that was made on this day, if it counted as another one's in another zone. */
  private Optional<TipPost> sameDay(TipSubscription subscription, Instant now) {
    TipSchedule schedule = subscription.schedule();
    LocalDate today = schedule.dayAt(now);
    // Zones are at most a day apart.
    return book.latest(subscription.id(), today.plusDays(1), 3).stream()
        .filter(p -> p.state().usesTip() && p.attempts() > 0)
        .filter(p -> schedule.dayAt(p.first()).equals(today))
        .findFirst();
  }

  private void close(TipSubscription subscription, LocalDate day, TipPost.State state, String why) {
    book.begin(TipPost.closed(subscription.id(), day, state, why, clock.instant()));
  }

  private Optional<TipPost> choose(TipSubscription subscription, LocalDate day, Instant now) {
    return queues
        .of(subscription)
        .flatMap(TipQueue::next)
        .map(
            turn ->
                new TipPost(
                    subscription.id(),
                    day,
                    turn.tip().id(),
                    turn.round(),
                    TipPost.State.WAITING,
                    0,
                    now,
                    now,
                    "",
                    ""));
  }

  private void post(TipSubscription subscription, LocalDate day) {
    Instant now = clock.instant();
    Optional<TipPost> chosen = choose(subscription, day, now);
    if (chosen.isEmpty()) {
      close(subscription, day, TipPost.State.REFUSED, "there is no tip in its guide and sections");
      delivery.halt(
          subscription, TipSubscription.State.HALTED, "there is no tip in its guide and sections");
      return;
    }
    delivery.begin(subscription, chosen.get());
  }
}
