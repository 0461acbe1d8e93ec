package dev.waymark.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * The threads that the bot has answered in, of those that were used lately. What is forgotten, and
 * what happened before this process began, is looked up at the platform. Thread-safe.
 */
public final class BotThreads {

  private static final int KEPT = 5_000;
  // Another instance may answer in a thread in which this one has not.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private record Known(boolean own, String asker, long at) {}

  private final Map<String, Known> threads = Collections.synchronizedMap(new Latest<>(KEPT));
  private final Clock clock;

  public BotThreads(Clock clock) {
    this.clock = clock;
  }

  /**
   * Keeps what is known of a thread.
   *
   * @param thread the platform's name for it
   * @param own whether the bot has answered in it
   * @param asker the id of who began it by asking the bot; empty where the bot was called in later
   */
  public void learn(String thread, boolean own, String asker) {
    threads.put(thread, new Known(own, asker, clock.millis()));
  }

  /** The bot answers in a thread; who began it stays, if it is known. */
  public void answered(String thread, String asker) {
    threads.compute(
        thread,
        (t, known) -> new Known(true, known == null ? asker : known.asker(), clock.millis()));
  }

  /** Whether the bot has answered in it; empty when that has to be looked up. */
  public Optional<Boolean> isOwn(String thread) {
    return Optional.ofNullable(threads.get(thread))
        .filter(k -> k.own() || clock.millis() - k.at() < LOOK_AGAIN.toMillis())
        .map(Known::own);
  }

  /** Whether a member began it by asking the bot. */
  public boolean isBegunBy(String thread, String member) {
    return Optional.ofNullable(threads.get(thread))
        .filter(k -> k.own() && k.asker().equals(member))
        .isPresent();
  }
}
