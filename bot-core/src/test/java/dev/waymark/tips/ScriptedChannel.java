package dev.waymark.tips;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform that does to posts what a test says next, and otherwise takes them. Thread-safe. */
public final class ScriptedChannel implements ChatChannel {

  /** What can happen to a post. */
  public enum Fate {
    /** It stands, and the bot is told. */
    STANDS,
    /** It stands, and the word of it is lost. */
    SWALLOWED,
    /** It is lost on the way. */
    LOST,
    /** The bot dies before it is told that it stands. */
    DIES_AFTER,
    /** The bot dies before anything is posted. */
    DIES_BEFORE,
    /** The bot is to wait for a minute. */
    LATER,
    GONE,
    FORBIDDEN
  }

  /** The process ends. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A message that stands. */
  public record Standing(Place place, Instant at, PostKey key, String text) {}

  private final Clock clock;
  private final Duration keyLasts;
  private final Deque<Fate> fates = new ArrayDeque<>();
  private final List<Standing> standing = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Set<String> unreached = new HashSet<>();
  private final Map<Place, Fate> always = new HashMap<>();
  private boolean searchable = true;
  private List<String> missing = List.of();
  private int asked;

  public ScriptedChannel(Clock clock, Duration keyLasts) {
    this.clock = clock;
    this.keyLasts = keyLasts;
  }

  public synchronized ScriptedChannel then(Fate... next) {
    fates.addAll(List.of(next));
    return this;
  }

  public synchronized void always(Place place, Fate fate) {
    always.put(place, fate);
  }

  public synchronized void cannotBeSearched() {
    searchable = false;
  }

  public synchronized void canBeSearched() {
    searchable = true;
  }

  public synchronized void lacks(String... what) {
    missing = List.of(what);
  }

  public synchronized void doesNotReach(String channel) {
    unreached.add(channel);
  }

  public synchronized void reaches(String channel) {
    unreached.remove(channel);
  }

  public synchronized List<Standing> standing() {
    return List.copyOf(standing);
  }

  public synchronized List<String> told() {
    return List.copyOf(told);
  }

  public synchronized int asked() {
    return asked;
  }

  @Override
  public Limits limits() {
    // No pace at all: a clock moved by hand stands still while somebody waits for a turn.
    return new Limits(Integer.MAX_VALUE, keyLasts);
  }

  @Override
  public synchronized boolean reaches(Place place) {
    return !unreached.contains(place.channel());
  }

  @Override
  public synchronized Posted post(Place place, ChatReply reply, PostKey key) {
    asked++;
    Fate fate = fates.isEmpty() ? always.getOrDefault(place, Fate.STANDS) : fates.poll();
    return switch (fate) {
      case STANDS -> new Posted.Sent(stand(place, reply, key));
      case SWALLOWED -> {
        stand(place, reply, key);
        yield new Posted.Unsure();
      }
      case LOST -> new Posted.Unsure();
      case DIES_AFTER -> {
        stand(place, reply, key);
        throw new Death();
      }
      case DIES_BEFORE -> throw new Death();
      case LATER -> new Posted.Later(clock.instant().plusSeconds(60));
      case GONE -> new Posted.Gone();
      case FORBIDDEN -> new Posted.Forbidden("Send Messages");
    };
  }

  private String stand(Place place, ChatReply reply, PostKey key) {
    for (int i = 0; i < standing.size(); i++) {
      boolean fresh = standing.get(i).at().plus(keyLasts).isAfter(clock.instant());
      if (standing.get(i).key().equals(key) && fresh) {
        return "m" + i;
      }
    }
    standing.add(new Standing(place, clock.instant(), key, reply.markdown()));
    return "m" + (standing.size() - 1);
  }

  @Override
  public synchronized Search find(Place place, PostKey key, Instant since) {
    if (!searchable) {
      return new Search.NotKnown();
    }
    for (int i = 0; i < standing.size(); i++) {
      if (standing.get(i).key().equals(key) && !standing.get(i).at().isBefore(since)) {
        return new Search.Stands("m" + i);
      }
    }
    return new Search.Absent();
  }

  @Override
  public synchronized List<String> missing(Place place) {
    return missing;
  }

  @Override
  public synchronized boolean tell(Member member, ChatReply reply) {
    told.add(member.id() + ": " + reply.markdown());
    return true;
  }
}
