package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** What the bot was told, how often, and what it has acknowledged. Thread-safe. */
public final class Deliveries {

  static final Duration DEADLINE = Duration.ofSeconds(3);

  private final World world;
  private final Map<String, Delivery> known = new ConcurrentHashMap<>();
  private final Map<String, Delivery> pending = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> ofMessage = new ConcurrentHashMap<>();
  private volatile Transport transport = new SocketMode.Nowhere();
  private volatile int copies = 1;
  private volatile boolean sameEnvelope;

  Deliveries(World world) {
    this.world = world;
  }

  /** Tells each event so many times from now on, in parallel, as retries of one another. */
  public void repeatEvents(int times) {
    copies = times;
    sameEnvelope = false;
  }

  /** Sends each envelope so many times from now on, in parallel and without a difference. */
  public void repeatEnvelopes(int times) {
    copies = times;
    sameEnvelope = true;
  }

  /** Tells all events of a message once more, as when the first time was not acknowledged. */
  public void redeliver(SentMessage message) {
    ofMessage
        .getOrDefault(message.ts(), List.of())
        .forEach(event -> send(delivery(Delivery.Type.EVENT, event, 1, (took, payload) -> {})));
  }

  /** How many are not acknowledged yet. */
  public int pending() {
    return pending.size();
  }

  /** Waits for all acknowledgements that can still come. */
  public void settle() {
    world
        .signal()
        .await(
            Awaited.PATIENCE,
            "the acknowledgement of " + pending.values(),
            () ->
                pending.isEmpty() || !transport.isWaiting() ? Optional.of(true) : Optional.empty());
  }

  void transport(Transport by) {
    transport = by;
  }

  /** Tells of a message, so that it can be told again. */
  void event(Message message, ObjectNode payload) {
    ofMessage.computeIfAbsent(message.ts(), ts -> new CopyOnWriteArrayList<>()).add(payload);
    send(Delivery.Type.EVENT, payload, (took, response) -> {});
  }

  /**
   * Tells the bot something.
   *
   * @param then takes the first acknowledgement
   */
  void send(Delivery.Type type, ObjectNode payload, BiConsumer<Duration, JsonNode> then) {
    int times = type == Delivery.Type.EVENT || sameEnvelope ? copies : 1;
    if (times == 1) {
      send(delivery(type, payload, 0, then));
      return;
    }
    List<Delivery> all = new ArrayList<>();
    Delivery first = delivery(type, payload, 0, then);
    for (int i = 0; i < times; i++) {
      all.add(i == 0 || sameEnvelope ? first : delivery(type, payload, i, (took, response) -> {}));
    }
    atOnce(all);
  }

  private void atOnce(List<Delivery> all) {
    var start = new CountDownLatch(1);
    List<Thread> threads =
        all.stream()
            .map(
                delivery ->
                    Thread.startVirtualThread(
                        () -> {
                          await(start);
                          send(delivery);
                        }))
            .toList();
    start.countDown();
    threads.forEach(Deliveries::join);
  }

  private Delivery delivery(
      Delivery.Type type, ObjectNode payload, int attempt, BiConsumer<Duration, JsonNode> then) {
    var delivery = new Delivery(world, type, payload, attempt, then);
    known.put(delivery.id(), delivery);
    pending.put(delivery.id(), delivery);
    return delivery;
  }

  private void send(Delivery delivery) {
    transport.send(delivery);
  }

  /** Takes the bot's acknowledgement with what it brought. */
  void acknowledge(String id, JsonNode response) {
    Delivery delivery = known.get(id);
    if (delivery == null) {
      world.violation(Rule.ACKNOWLEDGEMENT, "envelope " + id, "was never sent");
      return;
    }
    boolean first = delivery.acknowledge();
    if (delivery.isAcknowledgedTooOften()) {
      world.violation(Rule.ACKNOWLEDGEMENT, delivery.toString(), "acknowledged twice");
    }
    if (first) {
      Instant now = world.now();
      if (now.isAfter(delivery.at().plus(DEADLINE))) {
        Duration after = Duration.between(delivery.at(), now);
        world.violation(Rule.LATE, delivery.toString(), "after " + after.toMillis() + " ms");
      }
      delivery.answer(response);
      pending.remove(id);
      world.signal().changed();
    }
  }

  /** Notes all that the bot got and never acknowledged. */
  void close() {
    try {
      settle();
    } catch (AssertionError e) {
      // They are named below.
    }
    pending.values().stream()
        .filter(Delivery::wasSent)
        .forEach(
            d ->
                world.violation(
                    Rule.UNACKNOWLEDGED,
                    d.toString(),
                    "never acknowledged: %s, tried again %d times"
                        .formatted(d.payload().at("/event/text"), d.attempt())));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
