package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A command, a button, a shortcut or a modal that a person used, and what the bot did with it. */
public final class Interaction {

  /** What was used. */
  public enum Kind {
    COMMAND,
    ACTION,
    SHORTCUT,
    SUBMISSION,
    CLOSING,
    HOME
  }

  /**
   * The bot's acknowledgement.
   *
   * @param took the real time since the interaction was sent
   * @param payload what it brought; an empty object when it brought nothing
   */
  public record Acknowledged(Duration took, JsonNode payload) {}

  private final World world;
  private final Kind kind;
  private final Member member;
  private final @Nullable Channel channel;
  private final @Nullable Message pressed;
  private final String what;
  private final String trigger;
  private final String responseId;
  private final Instant at;
  private final long usedNanos = System.nanoTime();
  private final AtomicBoolean exchanged = new AtomicBoolean();
  private final AtomicInteger responses = new AtomicInteger();
  private final List<Message> answers = new CopyOnWriteArrayList<>();
  private final Awaited<Acknowledged> acknowledged;
  private final Awaited<Message> answered;
  private final Awaited<View> modal;
  private final Awaited<View> home;

  Interaction(
      World world,
      Kind kind,
      Member member,
      @Nullable Channel channel,
      @Nullable Message pressed,
      String what) {
    this.world = world;
    this.kind = kind;
    this.member = member;
    this.channel = channel;
    this.pressed = pressed;
    this.what = what;
    this.trigger = world.newId("1.") + ".trigger";
    this.responseId = world.newId("R");
    this.at = world.now();
    this.acknowledged = new Awaited<>(world.violations());
    this.answered = new Awaited<>(world.violations());
    this.modal = new Awaited<>(world.violations());
    this.home = new Awaited<>(world.violations());
  }

  /** What a person did, {@code /waymark next} or {@code button next:done:step-3}. */
  public String what() {
    return what;
  }

  /** What was used. */
  public Kind kind() {
    return kind;
  }

  /**
   * Waits for words to read: with the acknowledgement, by the response address, as a message to the
   * person or in the thread, or as an edit of the pressed message.
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

  /** Waits for a number of messages, and returns them as they are seen then. */
  public List<SeenMessage> answers(int count) {
    return world
        .signal()
        .await(
            Awaited.PATIENCE,
            count + " answers to " + what,
            () ->
                answers.size() < count
                    ? Optional.empty()
                    : Optional.of(answers.stream().map(Message::seen).toList()));
  }

  /** Completes with the words to read. */
  public CompletableFuture<SeenMessage> future() {
    return answered.future().thenApply(Message::seen);
  }

  /** Waits for the acknowledgement. */
  public Acknowledged acknowledged() {
    return acknowledged.get(Awaited.PATIENCE, "an acknowledgement of " + what);
  }

  /** Whether the bot has acknowledged it. */
  public boolean isAcknowledged() {
    return acknowledged.isDone();
  }

  /** Waits for the modal that the bot opens, changes or puts above another because of it. */
  public SeenView modal() {
    return modal.get(Awaited.PATIENCE, "a modal because of " + what).seen();
  }

  /** Waits for the App Home that the bot publishes for the person after it. */
  public SeenView home() {
    return home.get(Awaited.PATIENCE, "an App Home because of " + what).seen();
  }

  /** Waits for the acknowledgement, and returns what it finds wrong, by block id. */
  public Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    acknowledged()
        .payload()
        .path("errors")
        .properties()
        .forEach(error -> errors.put(error.getKey(), error.getValue().asText()));
    return errors;
  }

  String trigger() {
    return trigger;
  }

  String responseId() {
    return responseId;
  }

  Instant at() {
    return at;
  }

  Member member() {
    return member;
  }

  /** Where it happened; nowhere in particular in a modal or an App Home. */
  Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  /** The message whose button or menu was used. */
  Optional<Message> pressed() {
    return Optional.ofNullable(pressed);
  }

  /** Uses the trigger, unless it was used before. */
  boolean exchange() {
    return exchanged.compareAndSet(false, true);
  }

  /** Uses the response address, and says how often it was used with this. */
  int respond() {
    return responses.incrementAndGet();
  }

  /** Whether something was shown because of it, be it a modal or an App Home. */
  boolean isServed() {
    return modal.isDone() || home.isDone();
  }

  /** Whether it was used after a message was written. */
  boolean isAfter(SentMessage message) {
    return usedNanos > message.writtenNanos();
  }

  boolean isAnswered() {
    return answered.isDone();
  }

  void acknowledged(Acknowledged by) {
    acknowledged.complete(by);
    world.signal().changed();
  }

  void answered(Message with) {
    if (!answers.contains(with)) {
      answers.add(with);
    }
    answered.complete(with);
    world.signal().changed();
  }

  void shown(View view) {
    modal.complete(view);
    world.signal().changed();
  }

  void published(View view) {
    home.complete(view);
    world.signal().changed();
  }
}
