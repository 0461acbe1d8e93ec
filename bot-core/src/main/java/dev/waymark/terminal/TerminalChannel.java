package dev.waymark.terminal;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
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
