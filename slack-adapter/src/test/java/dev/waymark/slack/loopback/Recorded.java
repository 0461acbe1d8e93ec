package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** All that the bot did, in the order in which it did it. Thread-safe. */
public final class Recorded {

  /**
   * A request and its answer.
   *
   * @param method a method's name, or what was asked for instead of one
   * @param status the answer's status
   * @param arguments what was sent, without the token
   * @param error Slack's name of the error, empty when there was none
   */
  public record Request(String method, int status, JsonNode arguments, String error) {}

  private final Signal signal;
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Message> messages = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Interaction> interactions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  Recorded(Signal signal) {
    this.signal = signal;
  }

  /** Every request, also the failed ones. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The requests of one method. */
  public List<Request> requests(Method method) {
    return requests.stream().filter(r -> r.method().equals(method.method())).toList();
  }

  /** The bot's messages as they are seen now, without the deleted ones. */
  public List<SeenMessage> messages() {
    return messages.stream().filter(m -> !m.isDeleted()).map(Message::seen).toList();
  }

  /** The bot's messages in one channel or conversation. */
  public List<SeenMessage> messagesIn(String channel) {
    return messages().stream().filter(message -> message.channel().equals(channel)).toList();
  }

  /** All that people did by command, button, shortcut or modal. */
  public List<Interaction> interactions() {
    return List.copyOf(interactions);
  }

  /** How many connections were made in Socket Mode. */
  public int connections() {
    return connections.get();
  }

  /** How many connections were refused on demand. */
  public int refusals() {
    return refusals.get();
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

  void connected() {
    connections.incrementAndGet();
    signal.changed();
  }

  void refused() {
    refusals.incrementAndGet();
    signal.changed();
  }
}
