package dev.waymark.discord.loopback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds to which message of a person a message of the bot is the reply. Thread-safe. */
final class Replies {

  private final World world;
  private final List<SentMessage> unanswered = new CopyOnWriteArrayList<>();

  Replies(World world) {
    this.world = world;
  }

  SentMessage expect(Message message) {
    var sent = new SentMessage(world, message);
    unanswered.add(sent);
    return sent;
  }

  /** A reference to it, the first words in its thread, or the next words in a place of its own. */
  void botWrote(Message reply) {
    String reference = reply.json().path("message_reference").path("message_id").asText();
    for (SentMessage sent : unanswered) {
      Message asked = sent.message();
      boolean inItsThread = reply.channel().id().equals(asked.id());
      boolean between =
          reply.channel() == asked.channel()
              && reference.isEmpty()
              && (reply.channel().isThread()
                  || reply.channel().kind() == Channel.Kind.DIRECT_MESSAGES);
      if (reference.equals(asked.id()) || inItsThread || between) {
        unanswered.remove(sent);
        sent.answered(reply);
        return;
      }
    }
  }
}
