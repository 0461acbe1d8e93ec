package dev.waymark.terminal;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the bot says of its own accord while somebody is there to read it. Thread-safe. */
final class TerminalChannel implements ChatChannel {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Set<String> keys = new HashSet<>();
  private Optional<Consumer<ChatReply>> screen = Optional.empty();

  TerminalChannel(Clock clock) {
    this.clock = clock;
  }

  /** From now on there is somebody to read. */
  synchronized void open(Consumer<ChatReply> shown) {
    screen = Optional.of(shown);
  }

  /** Nobody reads any more. */
  synchronized void close() {
    screen = Optional.empty();
  }

  @Override
  public Limits limits() {
    return new Limits(1_000, Duration.ofDays(1));
  }

  @Override
  public boolean reaches(Place place) {
    return place.platform() == Platform.TERMINAL;
  }

  @Override
  public List<String> missing(Place place) {
    return List.of();
  }

  @Override
  public synchronized boolean tell(Member member, ChatReply reply) {
    screen.ifPresent(s -> s.accept(reply));
    return screen.isPresent();
  }

  @Override
  public Search find(Place place, PostKey key, Instant since) {
    // What the last sitting showed is gone with its window.
    return new Search.NotKnown();
  }

  @Override
  public synchronized Posted post(Place place, ChatReply reply, PostKey key) {
    if (place.platform() != Platform.TERMINAL) {
      return new Posted.Gone();
    }
    if (screen.isEmpty()) {
      return new Posted.Later(clock.instant().plus(PAUSE));
    }
    if (keys.add(key.value())) {
      screen.get().accept(reply);
    }
    return new Posted.Sent(key.value());
  }
}
