package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Something that Slack tells the bot, and that the bot has to acknowledge. Thread-safe. */
final class Delivery {

  /** What it tells of, with the name of the envelope around it. */
  enum Type {
    EVENT("events_api"),
    COMMAND("slash_commands"),
    INTERACTIVE("interactive");

    private final String envelope;

    Type(String envelope) {
      this.envelope = envelope;
    }
  }

  private final String id;
  private final Type type;
  private final ObjectNode payload;
  private final BiConsumer<Duration, JsonNode> then;
  private final Instant at;
  private final long sentNanos = System.nanoTime();
  private final AtomicInteger attempts;
  private final AtomicInteger sends = new AtomicInteger();
  private final AtomicInteger acknowledgements = new AtomicInteger();

  /**
   * Makes a delivery.
   *
   * @param attempt how often the same was tried before
   * @param then takes the first acknowledgement, with the real time it took
   */
  Delivery(
      World world,
      Type type,
      ObjectNode payload,
      int attempt,
      BiConsumer<Duration, JsonNode> then) {
    this.id = world.newId("envelope-");
    this.type = type;
    this.payload = payload;
    this.then = then;
    this.at = world.now();
    this.attempts = new AtomicInteger(attempt);
  }

  String id() {
    return id;
  }

  Type type() {
    return type;
  }

  ObjectNode payload() {
    return payload;
  }

  Instant at() {
    return at;
  }

  /** How often it was tried before. */
  int attempt() {
    return attempts.get();
  }

  /** Tries once more. */
  Delivery retried() {
    attempts.incrementAndGet();
    return this;
  }

  void sending() {
    sends.incrementAndGet();
  }

  /** Whether the bot ever got it. */
  boolean wasSent() {
    return sends.get() > 0;
  }

  boolean isAcknowledged() {
    return acknowledgements.get() > 0;
  }

  /** Whether this is more acknowledgements than it was sent. */
  boolean isAcknowledgedTooOften() {
    return acknowledgements.get() > sends.get();
  }

  /** Takes an acknowledgement, and says whether it is the first. */
  boolean acknowledge() {
    return acknowledgements.getAndIncrement() == 0;
  }

  void answer(JsonNode response) {
    then.accept(Duration.ofNanos(System.nanoTime() - sentNanos), response);
  }

  /** As it goes over a WebSocket. */
  ObjectNode envelope() {
    ObjectNode envelope = Json.object().put("envelope_id", id).put("type", type.envelope);
    envelope.put("accepts_response_payload", type != Type.EVENT);
    if (type == Type.EVENT) {
      envelope.put("retry_attempt", attempt()).put("retry_reason", attempt() == 0 ? "" : "timeout");
    }
    envelope.set("payload", payload);
    return envelope;
  }

  @Override
  public String toString() {
    String what = payload.path("event").path("type").asText(payload.path("type").asText(""));
    return type.envelope + " " + (what.isEmpty() ? payload.path("command").asText() : what);
  }
}
