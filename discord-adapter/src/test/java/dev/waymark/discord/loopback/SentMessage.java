package dev.waymark.discord.loopback;

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

  /** The message itself. */
  public Message message() {
    return message;
  }

  /**
   * Waits for the reply: a message that refers to this one, that stands in a thread started at it,
   * or the next one in the same thread or conversation.
   *
   * @throws AssertionError when none comes within ten seconds
   */
  public SeenMessage await() {
    return await(Awaited.PATIENCE);
  }

  /** Waits for the reply for a time. */
  public SeenMessage await(Duration atMost) {
    return reply.get(atMost, "a reply to \"" + message.seen().content() + "\"").seen();
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

  void answered(Message by) {
    answeredNanos = System.nanoTime();
    reply.complete(by);
  }
}
