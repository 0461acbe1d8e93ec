package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A command, a button, a list or a form that a person used, and what the bot did with it. */
public final class Interaction {

  /** What was used, with Discord's number of it. */
  public enum Kind {
    COMMAND(2),
    COMPONENT(3),
    AUTOCOMPLETE(4),
    FORM(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  /**
   * The bot's first answer.
   *
   * @param type Discord's number: 4 message, 5 thinking, 6 nothing yet, 7 edit, 8 suggestions, 9
   *     form
   * @param ephemeral whether only the person sees what comes of it
   * @param took the real time since the interaction was sent
   * @param data what it brought; missing when it brought nothing
   */
  public record Acknowledged(int type, boolean ephemeral, Duration took, JsonNode data) {}

  /** A suggestion while typing. */
  public record Choice(String name, String value) {}

  private final String id;
  private final String token;
  private final Kind kind;
  private final Person person;
  private final Channel channel;
  private final @Nullable Message pressed;
  private final String what;
  private final Instant at;
  private final long sentNanos = System.nanoTime();
  private final Awaited<Acknowledged> acknowledged;
  private final Awaited<Message> answered;
  private final Signal signal;
  private final List<Message> followUps = new CopyOnWriteArrayList<>();
  private @Nullable Acknowledged first;
  private @Nullable Message original;
  private @Nullable Interaction openedBy;

  Interaction(
      World world,
      Kind kind,
      Person person,
      Channel channel,
      @Nullable Message pressed,
      String what) {
    this.id = world.newId();
    this.token = "interaction-token-" + id;
    this.kind = kind;
    this.person = person;
    this.channel = channel;
    this.pressed = pressed;
    this.what = what;
    this.at = world.clock().instant();
    this.signal = world.signal();
    this.acknowledged = new Awaited<>(world.violations());
    this.answered = new Awaited<>(world.violations());
  }

  /** Discord's id of it. */
  public String id() {
    return id;
  }

  /** What a person did, {@code /ask} or {@code button next:done:step-3}. */
  public String what() {
    return what;
  }

  /**
   * Waits for words to read: a message at once, after thinking, or as an edit of the pressed one.
   *
   * @throws AssertionError when none comes within ten seconds
   */
  public SeenMessage await() {
    return await(Awaited.PATIENCE);
  }

  /** Waits for words to read for a time. */
  public SeenMessage await(Duration atMost) {
    return answered.get(atMost, "an answer to " + what).seen();
  }

  /** Completes with the words to read. */
  public CompletableFuture<SeenMessage> future() {
    return answered.future().thenApply(Message::seen);
  }

  /** Waits for the bot's first answer of whatever type. */
  public Acknowledged acknowledged() {
    return acknowledged.get(Awaited.PATIENCE, "an acknowledgement of " + what);
  }

  /** Whether the bot has answered in any way. */
  public boolean isAcknowledged() {
    return acknowledged.isDone();
  }

  /** Waits for suggestions. */
  public List<Choice> choices() {
    Acknowledged answer = acknowledged();
    if (answer.type() != Callbacks.SUGGESTIONS) {
      throw new AssertionError(what + " was not answered with suggestions: " + answer);
    }
    return Json.list(answer.data().path("choices")).stream()
        .map(c -> new Choice(c.path("name").asText(), c.path("value").asText()))
        .toList();
  }

  /** Waits for a form to fill in. */
  public JsonNode form() {
    Acknowledged answer = acknowledged();
    if (answer.type() != Callbacks.FORM) {
      throw new AssertionError(what + " was not answered with a form: " + answer);
    }
    return answer.data();
  }

  /** Waits for a number of further messages. */
  public List<SeenMessage> followUps(int count) {
    return signal.await(
        Awaited.PATIENCE,
        count + " further messages to " + what,
        () ->
            followUps.size() < count
                ? Optional.empty()
                : Optional.of(followUps.stream().map(Message::seen).toList()));
  }

  String token() {
    return token;
  }

  Kind kind() {
    return kind;
  }

  Person person() {
    return person;
  }

  Channel channel() {
    return channel;
  }

  /** The message whose button or list was used. */
  Optional<Message> pressed() {
    return Optional.ofNullable(pressed);
  }

  /** What was answered with the form that this fills in. */
  synchronized Optional<Interaction> openedBy() {
    return Optional.ofNullable(openedBy);
  }

  synchronized Interaction openedBy(Interaction other) {
    openedBy = other;
    return this;
  }

  Instant at() {
    return at;
  }

  /**
   * Takes the first answer; a second one is not taken.
   *
   * @return whether this was the first
   */
  boolean acknowledge(int type, boolean ephemeral, JsonNode data) {
    Acknowledged answer;
    synchronized (this) {
      if (first != null) {
        return false;
      }
      answer =
          new Acknowledged(type, ephemeral, Duration.ofNanos(System.nanoTime() - sentNanos), data);
      first = answer;
    }
    acknowledged.complete(answer);
    signal.changed();
    return true;
  }

  synchronized Optional<Acknowledged> first() {
    return Optional.ofNullable(first);
  }

  synchronized Optional<Message> original() {
    return Optional.ofNullable(original);
  }

  synchronized void original(Message message) {
    original = message;
  }

  void answered(Message with) {
    answered.complete(with);
    signal.changed();
  }

  int followUpCount() {
    return followUps.size();
  }

  void followedUp(Message by) {
    followUps.add(by);
    answered(by);
  }
}
