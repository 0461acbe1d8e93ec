package dev.waymark.discord.loopback;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Discord's ids: the millisecond of their making and a running number. A client reads the age of an
 * interaction from its id, so they must be of the present. Thread-safe.
 */
final class Snowflakes {

  private static final long EPOCH_MILLIS = 1_420_070_400_000L;
  private static final int RUNNING_BITS = 22;

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  Snowflakes(Clock clock) {
    this.clock = clock;
  }

  /** The next id, greater than all before it. */
  String next() {
    long earliest = (clock.millis() - EPOCH_MILLIS) << RUNNING_BITS;
    return Long.toString(last.updateAndGet(before -> Math.max(before + 1, earliest)));
  }

  /** The shard that sees a server; whatever belongs to no server is seen by the first. */
  static int shard(String guildId, int shards) {
    return (int) ((Long.parseLong(guildId) >> RUNNING_BITS) % shards);
  }
}
