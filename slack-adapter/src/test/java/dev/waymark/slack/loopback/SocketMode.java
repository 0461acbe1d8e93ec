package dev.waymark.slack.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot's connections in Socket Mode, and what can happen to them. Thread-safe. */
public final class SocketMode implements Transport {

  static final String PATH = "/link";
  static final int MOST_CONNECTIONS = 10;

  /** Before there is a bot. */
  record Nowhere() implements Transport {
    @Override
    public void send(Delivery delivery) {
      throw new IllegalStateException("It has not started.");
    }

    @Override
    public boolean isWaiting() {
      return false;
    }
  }

  private static final class Connection {
    private final WsContext context;
    private final Set<Delivery> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean retiring;

    Connection(WsContext context) {
      this.context = context;
    }

    synchronized void send(JsonNode message) {
      if (context.session.isOpen()) {
        context.send(message.toString());
      }
    }
  }

  private final World world;
  private final Map<WsContext, Connection> connections = new LinkedHashMap<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Queue<Delivery> waiting = new ArrayDeque<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int refusalStatus;
  private int turns;

  SocketMode(World world) {
    this.world = world;
  }

  /** Asks the bot to connect anew: {@code refresh_requested}, {@code warning}. */
  public void disconnect(String reason) {
    ObjectNode frame = Json.object().put("type", "disconnect").put("reason", reason);
    frame.putObject("debug_info").put("host", "applink-1");
    for (Connection connection : all()) {
      connection.retiring = true;
      connection.send(frame);
    }
  }

  /** Ends all connections without a word, as when a cable is pulled. */
  public void cut() {
    all().forEach(connection -> connection.context.session.disconnect());
  }

  /** Closes all connections with a code. */
  public void close(int code) {
    all().forEach(connection -> connection.context.closeSession(code, "closed for the test"));
  }

  /** Refuses the next connections with an HTTP status instead of a WebSocket. */
  public void refuse(int status, int times) {
    refusalStatus = status;
    refusals.set(times);
  }

  /** How many connections are open. */
  public synchronized int open() {
    return connections.size();
  }

  /** An address that can be connected to once. */
  synchronized String newAddress() {
    if (connections.size() >= MOST_CONNECTIONS) {
      throw ApiError.of("too_many_websockets");
    }
    String ticket = world.newId("ticket-");
    tickets.add(ticket);
    return world.address().replaceFirst("^http", "ws")
        + "%s/?ticket=%s&app_id=%s".formatted(PATH, ticket, world.appId());
  }

  /** The status to refuse this connection with, if it shall be refused. */
  Optional<Integer> refusal(Optional<String> ticket) {
    int before = refusals.getAndUpdate(left -> Math.max(0, left - 1));
    if (before > 0) {
      world.recorded().refused();
      return Optional.of(refusalStatus);
    }
    if (ticket.filter(tickets::remove).isEmpty()) {
      world.violation(Rule.AUTHORISATION, "WebSocket", "a ticket that is unknown or used");
      return Optional.of(403);
    }
    return Optional.empty();
  }

  void connected(WsContext context) {
    context.session.setIdleTimeout(Duration.ofHours(1));
    var connection = new Connection(context);
    List<Delivery> waited;
    synchronized (this) {
      connections.put(context, connection);
      connection.send(hello(connections.size()));
      waited = List.copyOf(waiting);
      waiting.clear();
    }
    world.recorded().connected();
    waited.forEach(this::send);
  }

  private ObjectNode hello(int count) {
    ObjectNode hello = Json.object().put("type", "hello").put("num_connections", count);
    hello.putObject("connection_info").put("app_id", world.appId());
    hello
        .putObject("debug_info")
        .put("host", "applink-1")
        .put("build_number", 1)
        .put("approximate_connection_time", 18_060);
    return hello;
  }

  /** What was not acknowledged goes to the next connection. */
  void disconnected(WsContext context) {
    List<Delivery> unacknowledged = new ArrayList<>();
    synchronized (this) {
      Connection connection = connections.remove(context);
      if (connection != null) {
        connection.underWay.stream().filter(d -> !d.isAcknowledged()).forEach(unacknowledged::add);
      }
    }
    world.signal().changed();
    unacknowledged.forEach(delivery -> send(delivery.retried()));
  }

  void received(String text) {
    JsonNode message;
    try {
      message = Json.parse(text);
    } catch (JsonProcessingException e) {
      world.violation(Rule.ACKNOWLEDGEMENT, "WebSocket", "no JSON: " + text);
      return;
    }
    String id = message.path("envelope_id").asText("");
    all().forEach(connection -> connection.underWay.removeIf(d -> d.id().equals(id)));
    JsonNode payload = message.path("payload");
    world.deliveries().acknowledge(id, Json.given(payload) ? payload : Json.object());
  }

  @Override
  public void send(Delivery delivery) {
    Optional<Connection> connection = next(delivery);
    connection.ifPresent(
        there -> {
          delivery.sending();
          there.send(delivery.envelope());
        });
  }

  /** The connections take turns; without any it waits for one. */
  private synchronized Optional<Connection> next(Delivery delivery) {
    List<Connection> live =
        connections.values().stream()
            .filter(c -> !c.retiring && c.context.session.isOpen())
            .toList();
    if (live.isEmpty()) {
      waiting.add(delivery);
      return Optional.empty();
    }
    Connection connection = live.get(Math.floorMod(turns++, live.size()));
    connection.underWay.add(delivery);
    return Optional.of(connection);
  }

  @Override
  public boolean isWaiting() {
    return open() > 0;
  }

  private synchronized List<Connection> all() {
    return List.copyOf(connections.values());
  }
}
