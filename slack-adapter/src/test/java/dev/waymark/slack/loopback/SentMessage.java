package dev.waymark.slack.loopback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A message that a person wrote, and the bot's reply to it. */
public final class SentMessage {

  private final Message message;
  private final Awaited<Message> reply;
  private final long writtenNanos = System.nanoTime();
  private volatile long answeredNanos;

  SentMessage(World world, Message message) {
    this.message = message;
    this.reply = new Awaited<>(world.violations());
  }

  /** Slack's id of it within its channel. */
  public String ts() {
    return message.ts();
  }

  /** The message as it is seen. */
  public SeenMessage seen() {
    return message.seen();
  }

  /**
   * Waits for the reply: a message in its thread, the next one in the same conversation, or one
   * that only its author sees.
   *
   * @throws AssertionError when none comes within ten seconds
   */
  public SeenMessage await() {
    return await(Awaited.PATIENCE);
  }

  /** Waits for the reply for a time. */
  public SeenMessage await(Duration atMost) {
    return reply.get(atMost, "a reply to \"" + message.seen().fallback() + "\"").seen();
  }

  /** Completes with the reply. */
  public CompletableFuture<SeenMessage> future() {
    return reply.future().thenApply(Message::seen);
  }

  /** Whether there is no reply yet. */
  public boolean isUnanswered() {
    return !reply.isDone();
  }

  /** The real time from writing to the reply; zero while there is none. */
  public Duration took() {
    return reply.isDone() ? Duration.ofNanos(answeredNanos - writtenNanos) : Duration.ZERO;
  }

  long writtenNanos() {
    return writtenNanos;
  }

  Message message() {
    return message;
  }

  void answered(Message by) {
    answeredNanos = System.nanoTime();
    reply.complete(by);
  }
}
