package dev.waymark.discord.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The side of Discord that speaks first: connections, shards, events. Thread-safe. */
public final class Gateway {

  private static final int HEARTBEAT = 1;
  private static final int IDENTIFY = 2;
  private static final int PRESENCE = 3;
  private static final int RESUME = 6;
  private static final int RECONNECT = 7;
  private static final int CHUNKS = 8;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int ACK = 11;
  private static final int MOST_BYTES = 4_096;
  private static final Set<Integer> GOODBYES = Set.of(1_000, 1_001);
  private static final Set<Integer> SESSION_ENDS = Set.of(4_007, 4_009);

  private final World world;
  private final Map<WsContext, Connection> connections = new ConcurrentHashMap<>();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final Identifies identifies;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int refusalStatus;
  private volatile boolean acknowledging = true;
  private volatile String address = "";

  Gateway(World world) {
    this.world = world;
    this.identifies = new Identifies(world);
  }

  /** Closes all connections with a code, as Discord does: 4000, 4004, 4007, 4009, 4014, 1001. */
  public void close(int code) {
    if (SESSION_ENDS.contains(code)) {
      forgetSessions();
    }
    connections.forEach(
        (context, connection) -> {
          connection.closeHere();
          context.closeSession(code, "closed for the test");
        });
  }

  /** Ends all connections without a word, as when a cable is pulled. */
  public void cut() {
    connections.forEach(
        (context, connection) -> {
          Session session = connection.session();
          if (session != null) {
            session.disconnected(context);
          }
          context.session.disconnect();
        });
  }

  /** Asks all shards to connect anew. */
  public void reconnect() {
    connections.keySet().forEach(c -> send(c, RECONNECT, Json.MAPPER.nullNode()));
  }

  /** Tells all shards that their session is over, or may be over. */
  public void invalidate(boolean resumable) {
    if (!resumable) {
      forgetSessions();
    }
    connections
        .keySet()
        .forEach(
            c -> send(c, INVALID_SESSION, Json.MAPPER.getNodeFactory().booleanNode(resumable)));
  }

  /** Forgets all sessions without saying so: the next resume is refused. */
  public void forgetSessions() {
    sessions.forEach(Session::forget);
    sessions.clear();
  }

  /** Whether heartbeats are answered from now on. */
  public void acknowledgeHeartbeats(boolean answered) {
    acknowledging = answered;
  }

  /** Refuses the next connections with an HTTP status instead of a WebSocket. */
  public void refuse(int status, int times) {
    refusalStatus = status;
    refusals.set(times);
  }

  /** How many connections are open. */
  public int open() {
    return connections.size();
  }

  String address() {
    return address;
  }

  void address(String url) {
    address = url;
  }

  /** The status to refuse this connection with, if it shall be refused. */
  Optional<Integer> refusal() {
    int before = refusals.getAndUpdate(left -> Math.max(0, left - 1));
    if (before == 0) {
      return Optional.empty();
    }
    world.recorded().refused();
    return Optional.of(refusalStatus);
  }

  void connected(WsContext context) {
    context.session.setIdleTimeout(Duration.ofHours(1));
    connections.put(context, new Connection());
    world.recorded().connected();
    String version = context.queryParam("v");
    if (!"10".equals(version)) {
      fail(context, 4012, "version " + version);
      return;
    }
    send(
        context,
        HELLO,
        Json.object().put("heartbeat_interval", world.options().heartbeatInterval().toMillis()));
  }

  /** A client that says goodbye with 1000 or 1001 gives its session up; all others may resume. */
  void disconnected(WsContext context, int code) {
    Connection connection = connections.remove(context);
    Session session = connection == null ? null : connection.session();
    if (connection != null && session != null) {
      session.disconnected(context);
      if (!connection.closedHere() && GOODBYES.contains(code)) {
        session.forget();
        sessions.remove(session);
      }
    }
    world.signal().changed();
  }

  void received(WsContext context, String text) {
    Connection connection = connections.get(context);
    if (connection == null) {
      return;
    }
    if (connection.tooMany()) {
      fail(context, 4008, "more than 120 messages in a minute");
      return;
    }
    JsonNode payload;
    try {
      payload = Json.parse(text);
    } catch (JsonProcessingException e) {
      fail(context, 4002, "no JSON");
      return;
    }
    if (Json.length(text) > MOST_BYTES) {
      fail(context, 4002, "more than 4,096 bytes");
      return;
    }
    switch (payload.path("op").asInt(-1)) {
      case HEARTBEAT -> {
        if (acknowledging) {
          send(context, ACK, Json.MAPPER.nullNode());
        }
      }
      case IDENTIFY -> identify(context, connection, payload.path("d"));
      case RESUME -> resume(context, connection, payload.path("d"));
      case PRESENCE, CHUNKS -> {
        if (connection.session() == null) {
          fail(context, 4003, "not identified");
        }
      }
      default -> fail(context, 4001, "operation " + payload.path("op"));
    }
  }

  private void identify(WsContext context, Connection connection, JsonNode data) {
    if (connection.session() != null) {
      fail(context, 4005, "identified twice");
      return;
    }
    Optional<Identifies.Refusal> refusal = identifies.check(data);
    if (refusal.isPresent()) {
      if (refusal.get().closeCode() == Identifies.TOO_SOON) {
        violation(Rule.PACE, refusal.get().why());
        send(context, INVALID_SESSION, Json.MAPPER.getNodeFactory().booleanNode(false));
      } else {
        fail(context, refusal.get().closeCode(), refusal.get().why());
      }
      return;
    }
    Recorded.Identify known = Identifies.read(data);
    var session =
        new Session(world.newId(), known.shard(), known.shards(), known.intents(), context);
    connection.session(session);
    // What happens meanwhile waits until the shard knows its servers.
    synchronized (session) {
      sessions.add(session);
      List<Guild> seen = world.guilds().stream().filter(session::sees).toList();
      session.dispatch("READY", ready(session, known, seen));
      seen.forEach(guild -> session.dispatch("GUILD_CREATE", Payloads.guildCreate(world, guild)));
    }
    world.recorded().identified(known);
  }

  private ObjectNode ready(Session session, Recorded.Identify known, List<Guild> guilds) {
    ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id());
    ready.put("resume_gateway_url", address);
    ready.set("user", Payloads.bot(world));
    ready.set(
        "guilds",
        Json.array(
            guilds.stream()
                .map(guild -> Json.object().put("id", guild.id()).put("unavailable", true))
                .toList()));
    ready.putArray("private_channels");
    ready.putArray("shard").add(known.shard()).add(known.shards());
    ready.putObject("application").put("id", world.botId()).put("flags", 0);
    return ready;
  }

  private void resume(WsContext context, Connection connection, JsonNode data) {
    if (!data.path("token").asText().equals(world.options().token())) {
      fail(context, 4004, "another token");
      return;
    }
    Optional<Session> session =
        sessions.stream().filter(s -> s.id().equals(data.path("session_id").asText())).findFirst();
    if (session.isEmpty() || !session.get().resume(context, data.path("seq").asInt())) {
      send(context, INVALID_SESSION, Json.MAPPER.getNodeFactory().booleanNode(false));
      return;
    }
    connection.session(session.get());
    world.recorded().resumed();
  }

  /** Sends an event to the shards that see it and asked for it. */
  void dispatch(
      Optional<Guild> guild, String event, long intent, Function<Session, JsonNode> data) {
    for (Session session : sessions) {
      if (session.sees(guild.orElse(null)) && session.wants(intent)) {
        session.dispatch(event, data.apply(session));
      }
    }
  }

  private void fail(WsContext context, int closeCode, String why) {
    violation(Rule.GATEWAY, "closed with " + closeCode + ": " + why);
    context.closeSession(closeCode, why);
  }

  private void violation(Rule rule, String what) {
    world.violations().add(new Violation(rule, "gateway", what));
  }

  private static void send(WsContext context, int operation, JsonNode data) {
    ObjectNode payload = Json.object().put("op", operation);
    payload.set("d", data);
    payload.putNull("s").putNull("t");
    if (context.session.isOpen()) {
      context.send(payload.toString());
    }
  }
}
