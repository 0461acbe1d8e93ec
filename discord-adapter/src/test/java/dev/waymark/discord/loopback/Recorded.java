package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** All that the bot did, in the order in which it did it. Thread-safe. */
public final class Recorded {

  /**
   * A request and its answer.
   *
   * @param path without the API's address, with what stands after the question mark
   * @param status the answer's
   * @param body the request's JSON; missing when it had none
   */
  public record Request(String method, String path, int status, JsonNode body) {}

  /**
   * A shard that made itself known.
   *
   * @param intents the events it asked for, as bits
   */
  public record Identify(int shard, int shards, long intents) {}

  private final Signal signal;
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Message> messages = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Interaction> interactions = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
  private final List<Identify> identifies = new CopyOnWriteArrayList<>();
  private final List<String> typing = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger resumes = new AtomicInteger();

  Recorded(Signal signal) {
    this.signal = signal;
  }

  /** Every request, also the failed ones. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The bot's messages as they are seen now, without the deleted and the still "thinking" ones. */
  public List<SeenMessage> messages() {
    return messages.stream()
        .filter(message -> !message.isDeleted() && !message.isLoading())
        .map(Message::seen)
        .toList();
  }

  /** The bot's messages in one channel, thread or conversation. */
  public List<SeenMessage> messagesIn(String channel) {
    return messages().stream().filter(message -> message.channel().equals(channel)).toList();
  }

  /** All that people did by command, button, list or form. */
  public List<Interaction> interactions() {
    return List.copyOf(interactions);
  }

  /** The lists of global commands that the bot registered, each a whole one. */
  public List<JsonNode> registrations() {
    return List.copyOf(registrations);
  }

  /** The shards that made themselves known, also those of ended connections. */
  public List<Identify> identifies() {
    return List.copyOf(identifies);
  }

  /** The channels in which the bot showed itself typing. */
  public List<String> typing() {
    return List.copyOf(typing);
  }

  /** How many connections to the gateway were made. */
  public int connections() {
    return connections.get();
  }

  /** How many connections to the gateway were refused on demand. */
  public int refusals() {
    return refusals.get();
  }

  /** How many sessions were resumed. */
  public int resumes() {
    return resumes.get();
  }

  void add(Request request) {
    requests.add(request);
    signal.changed();
  }

  void add(Message message) {
    messages.add(message);
    signal.changed();
  }

  void add(Interaction interaction) {
    interactions.add(interaction);
    signal.changed();
  }

  void registered(JsonNode commands) {
    registrations.add(commands);
    signal.changed();
  }

  void identified(Identify identify) {
    identifies.add(identify);
    signal.changed();
  }

  void typed(Channel channel) {
    typing.add(channel.name());
    signal.changed();
  }

  void connected() {
    connections.incrementAndGet();
    signal.changed();
  }

  void refused() {
    refusals.incrementAndGet();
    signal.changed();
  }

  void resumed() {
    resumes.incrementAndGet();
    signal.changed();
  }
}
