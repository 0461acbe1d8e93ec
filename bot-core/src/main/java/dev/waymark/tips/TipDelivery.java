package dev.waymark.tips;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one post to its end. Each step is written down before and after the platform is asked, so
 * that whoever goes on after a crash knows what may have happened; {@link TipPost} draws the steps.
 *
 * <p>When it is not known whether a tip stands, it is tried again with the same key while the
 * platform tells twins by it, and looked for later; where it can be neither, it is given up: one
 * tip too few is better than one too many. Thread-safe.
 */
final class TipDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(TipDelivery.class);
  // Longer than any call of a platform takes and clocks of two instances differ.
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
  // What an admin asked for at another hour is tried at least so long.
  private static final Duration ASKED_FOR = Duration.ofMinutes(10);
  // What cannot be looked for now may be in a moment; what never can is not kept open for long.
  private static final Duration LOOKED_FOR = Duration.ofMinutes(15);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);
  private static final Duration CLOCKS = Duration.ofMinutes(2);

  private final TipBook book;
  private final TipQueues queues;
  private final ChatChannel channel;
  private final Duration lease;
  private final PostPace pace;
  private final Clock clock;

  TipDelivery(TipQueues queues, ChatChannel channel, Clock clock) {
    this.book = queues.book();
    this.queues = queues;
    this.channel = channel;
    Duration keyLasts = channel.limits().keyLasts();
    // With a key, two at once do no harm, and a try within its time is worth more.
    this.lease = keyLasts.isZero() ? LEASE : keyLasts.dividedBy(2);
    this.pace = new PostPace(channel.limits().perSecond(), clock);
    this.clock = clock;
  }

  /** Takes an open post a step further, when its time has come. */
  void goOn(TipSubscription subscription, TipPost post) {
    Instant now = clock.instant();
    if (now.isBefore(post.again())) {
      return;
    }
    boolean late = isLate(subscription, post, now);
    if (post.state() == TipPost.State.WAITING) {
      if (late) {
        book.move(post, post.to(TipPost.State.MISSED, now, "it had to wait too long"));
      } else {
        again(subscription, post);
      }
      return;
    }
    boolean keyed = now.isBefore(post.first().plus(channel.limits().keyLasts()));
    if (keyed && !late) {
      again(subscription, post);
      return;
    }
    switch (channel.find(
        subscription.place(), post.key(subscription.place().key()), post.first().minus(CLOCKS))) {
      case ChatChannel.Search.Stands stands ->
          book.move(post, post.standing(stands.messageId(), now));
      case ChatChannel.Search.Absent absent -> {
        if (late) {
          book.move(post, post.to(TipPost.State.MISSED, now, "it could not be posted in time"));
        } else {
          again(subscription, post);
        }
      }
      case ChatChannel.Search.NotKnown notKnown -> {
        if (late || now.isAfter(post.first().plus(LOOKED_FOR))) {
          giveUp(subscription, post, now);
        } else {
          book.move(
              post,
              post.to(TipPost.State.UNSURE, now.plus(LOOK_AGAIN), "it could not be looked for"));
        }
      }
    }
  }

  private void giveUp(TipSubscription subscription, TipPost post, Instant now) {
    if (book.move(post, post.to(TipPost.State.UNKNOWN, now, "nobody can tell whether it stands"))) {
      tell(
          subscription,
          "I cannot tell whether the tip of "
              + post.day()
              + " stands in "
              + subscription.place().link()
              + ": the connection broke while I posted it. I do not post it again, so that it is not there twice."
              + " The next one comes as planned.");
    }
  }

  private static boolean isLate(TipSubscription subscription, TipPost post, Instant now) {
    TipSchedule schedule = subscription.schedule();
    Instant asked = post.first().plus(ASKED_FOR);
    Instant latest = schedule.dueOn(post.day()).map(at -> at.plus(TipPoster.LATEST)).orElse(asked);
    return now.isAfter(latest.isAfter(asked) ? latest : asked)
        || !schedule.dayAt(now).equals(schedule.dayAt(post.first()));
  }

  /** Begins the post of a day that has none. */
  void begin(TipSubscription subscription, TipPost post) {
    TipPost claimed = claimed(post);
    if (book.begin(claimed)) {
      send(subscription, claimed);
    }
  }

  /** Tries a post again, or one that takes the place of another. */
  void again(TipSubscription subscription, TipPost from, TipPost post) {
    TipPost claimed = claimed(post);
    if (book.move(from, claimed)) {
      send(subscription, claimed);
    }
  }

  private void again(TipSubscription subscription, TipPost post) {
    again(subscription, post, withTip(subscription, post));
  }

  private TipPost claimed(TipPost post) {
    Instant now = clock.instant();
    return post.tried(now, now.plus(lease));
  }

  /** The same post, with another tip if its own has left the guide meanwhile. */
  private TipPost withTip(TipSubscription subscription, TipPost post) {
    if (queues.find(subscription, post.tip()).isPresent()) {
      return post;
    }
    return queues
        .of(subscription)
        .flatMap(TipQueue::next)
        .map(turn -> post.with(turn.tip().id(), turn.round()))
        .orElse(post);
  }

  /** Asks the platform, and writes down what it said. */
  private void send(TipSubscription subscription, TipPost post) {
    // Between the claim and the post, so that what the claim takes makes no crowd of what waited.
    pace.await();
    Posted said = ask(subscription, post);
    Instant now = clock.instant();
    switch (said) {
      case Posted.Sent sent -> book.move(post, post.standing(sent.messageId(), now));
      case Posted.Later later -> {
        Instant at = later.retryAt().isAfter(now) ? later.retryAt() : now;
        book.move(post, post.to(TipPost.State.WAITING, at.plus(jitter(post)), "rate limited"));
      }
      case Posted.Unsure unsure ->
          book.move(post, post.to(TipPost.State.UNSURE, now.plus(backOff(post)), "no word of it"));
      case Posted.Gone gone -> {
        book.move(post, post.to(TipPost.State.REFUSED, now, "the channel is gone"));
        halt(subscription, TipSubscription.State.ENDED, "the channel is gone");
      }
      case Posted.Forbidden forbidden -> {
        book.move(post, post.to(TipPost.State.REFUSED, now, "I lack: " + forbidden.missing()));
        halt(subscription, TipSubscription.State.HALTED, "I lack: " + forbidden.missing());
      }
    }
  }

  private Posted ask(TipSubscription subscription, TipPost post) {
    Optional<TipQueues.Found> found = queues.find(subscription, post.tip());
    if (found.isEmpty()) {
      return new Posted.Forbidden("a tip: its guide and sections have none");
    }
    var key = post.key(subscription.place().key());
    ChatReply card = TipCard.post(found.get().tip(), found.get().guide(), key);
    try {
      return channel.post(subscription.place(), card, key);
    } catch (RuntimeException e) {
      LOG.warn("a tip may not have been posted: {}", e.getClass().getName());
      return new Posted.Unsure();
    }
  }

  /** Ends or halts it, and tells whoever set it up, once. */
  void halt(TipSubscription subscription, TipSubscription.State state, String why) {
    boolean[] changed = {false};
    book.change(
        subscription.place(),
        new TipBook.Change(Optional.empty(), "halt", clock.instant()),
        before -> {
          TipSubscription now = before.orElse(subscription);
          changed[0] = now.isOn();
          return now.isOn() ? now.in(state, why) : now;
        });
    if (changed[0]) {
      tell(
          subscription,
          "The daily tips have stopped in "
              + subscription.place().link()
              + ": "
              + why
              + (state == TipSubscription.State.ENDED
                  ? "."
                  : ". When that is mended, `/tips on` there starts them again with the same settings."));
    }
  }

  private void tell(TipSubscription subscription, String text) {
    ChatReply reply = ChatReply.problem(text).titled("Tips");
    if (!channel.tell(subscription.setUpBy(), reply)) {
      LOG.warn("who set up the tips of subscription {} could not be told", subscription.id());
    }
  }

  private static Duration backOff(TipPost post) {
    Duration wait = RETRY.multipliedBy(1L << Math.min(post.attempts() - 1, 10));
    return (wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY).plus(jitter(post));
  }

  /** Up to a second, so that those who were told the same do not come at once. */
  private static Duration jitter(TipPost post) {
    long mixed = (post.subscription() * 31 + post.attempts()) * 0x9e3779b97f4a7c15L;
    return Duration.ofMillis(mixed >>> 54);
  }
}
