package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What Discord remembers of a shard beyond its connection: the events it was sent, so that a lost
 * connection loses none. Thread-safe.
 */
final class Session {

  private static final int MOST_REMEMBERED = 5_000;

  private record Sent(int sequence, String payload) {}

  private final String id;
  private final int shard;
  private final int shards;
  private final long intents;
  private final Deque<Sent> remembered = new ArrayDeque<>();
  private int sequence;
  private @Nullable WsContext connection;
  private boolean lost;

  Session(String id, int shard, int shards, long intents, WsContext connection) {
    this.id = id;
    this.shard = shard;
    this.shards = shards;
    this.intents = intents;
    this.connection = connection;
  }

  String id() {
    return id;
  }

  boolean wants(long intent) {
    return (intents & intent) == intent;
  }

  boolean sees(@Nullable Guild guild) {
    return guild == null ? shard == 0 : Snowflakes.shard(guild.id(), shards) == shard;
  }

  /** Sends an event, at once or when the shard is back. */
  synchronized void dispatch(String event, JsonNode data) {
    if (lost) {
      return;
    }
    sequence++;
    ObjectNode payload = Json.object().put("op", 0).put("s", sequence).put("t", event);
    payload.set("d", data);
    String text = payload.toString();
    remembered.addLast(new Sent(sequence, text));
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.removeFirst();
    }
    send(text);
  }

  /** Goes on over another connection with what was missed; not with a number that never was. */
  synchronized boolean resume(WsContext with, int lastSeen) {
    if (lost || lastSeen > sequence) {
      return false;
    }
    connection = with;
    remembered.stream().filter(s -> s.sequence() > lastSeen).forEach(s -> send(s.payload()));
    dispatch("RESUMED", Json.object());
    return true;
  }

  synchronized void disconnected(WsContext from) {
    if (from.equals(connection)) {
      connection = null;
    }
  }

  /** Forgets it: it cannot be resumed, and gets no more events. */
  synchronized void forget() {
    lost = true;
    remembered.clear();
  }

  private void send(String text) {
    WsContext to = connection;
    if (to != null && to.session.isOpen()) {
      to.send(text);
    }
  }
}
