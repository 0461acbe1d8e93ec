package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a shard may make itself known, in the way it does and now. Thread-safe. */
final class Identifies {

  /** Not a code of Discord's, which answers this with an invalid session instead. */
  static final int TOO_SOON = 0;

  private static final long PRIVILEGED = (1 << 1) | (1 << 8);
  private static final long KNOWN_INTENTS = (1L << 26) - 1;
  private static final int MOST_GUILDS_OF_A_SHARD = 2_500;

  /** Why not, with the code to close the connection with. */
  record Refusal(int closeCode, String why) {}

  private final World world;
  private final Map<Integer, Long> lastOfBucket = new HashMap<>();

  Identifies(World world) {
    this.world = world;
  }

  static Recorded.Identify read(JsonNode data) {
    JsonNode shard = data.path("shard");
    return new Recorded.Identify(
        shard.path(0).asInt(0), shard.path(1).asInt(1), data.path("intents").asLong());
  }

  Optional<Refusal> check(JsonNode data) {
    Options options = world.options();
    Recorded.Identify identify = read(data);
    if (!data.path("token").asText().equals(options.token())) {
      return refuse(4004, "another token");
    }
    if (!data.path("properties").has("os")) {
      return refuse(4002, "no properties");
    }
    if (identify.shard() < 0 || identify.shard() >= identify.shards()) {
      return refuse(4010, "shard " + identify.shard() + " of " + identify.shards());
    }
    if (world.guilds().size() / identify.shards() >= MOST_GUILDS_OF_A_SHARD) {
      return refuse(4011, "too few shards");
    }
    if (!data.path("intents").isIntegralNumber() || (identify.intents() & ~KNOWN_INTENTS) != 0) {
      return refuse(4013, "intents " + data.path("intents"));
    }
    long forbidden = PRIVILEGED | (options.messageContent() ? 0 : Events.MESSAGE_CONTENT);
    if ((identify.intents() & forbidden) != 0) {
      return refuse(4014, "intents that are not switched on: " + identify.intents());
    }
    return tooSoon(identify.shard() % options.maxConcurrency(), options);
  }

  private synchronized Optional<Refusal> tooSoon(int bucket, Options options) {
    long now = System.nanoTime();
    Long last = lastOfBucket.put(bucket, now);
    if (last != null && now - last < options.identifyInterval().toNanos()) {
      long millis = (now - last) / 1_000_000;
      return refuse(TOO_SOON, millis + " ms after another identify of bucket " + bucket);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refuse(int code, String why) {
    return Optional.of(new Refusal(code, why));
  }
}
