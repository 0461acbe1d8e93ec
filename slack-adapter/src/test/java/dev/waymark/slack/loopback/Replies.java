package dev.waymark.slack.loopback;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Finds to what a person did a message of the bot is the reply. Thread-safe. */
final class Replies {

  private final World world;
  private final List<SentMessage> unanswered = new CopyOnWriteArrayList<>();
  private final List<Interaction> interactions = new CopyOnWriteArrayList<>();

  Replies(World world) {
    this.world = world;
  }

  SentMessage expect(Message message) {
    var sent = new SentMessage(world, message);
    unanswered.add(sent);
    return sent;
  }

  void expect(Interaction interaction) {
    interactions.removeIf(Interaction::isAnswered);
    interactions.add(interaction);
  }

  /**
   * The first of these that fits: what stands in a thread of its own, what only one person sees,
   * what stands in the thread of a pressed message, and in a conversation whatever answers what was
   * done last. A message on which a shortcut was used may wait for the same reply as the shortcut.
   */
  synchronized void botWrote(Message reply) {
    interaction(i -> i.kind() == Interaction.Kind.SHORTCUT && isBesideThePressed(i, reply))
        .ifPresent(i -> i.answered(reply));
    Optional<SentMessage> asked =
        sent(s -> s.message().channel() == reply.channel() && repliesInThread(s.message(), reply))
            .or(() -> sent(s -> isOnlyForAuthor(s.message(), reply)));
    if (asked.isPresent()) {
      answer(asked.get(), reply);
      return;
    }
    Optional<SentMessage> said = sent(s -> isNextInConversation(s.message(), reply));
    Optional<Interaction> used =
        interaction(i -> fits(i, reply) && said.filter(s -> !i.isAfter(s)).isEmpty());
    if (used.isPresent()) {
      used.get().answered(reply);
    } else {
      said.ifPresent(s -> answer(s, reply));
    }
  }

  /** An edit of a message answers the press of its button. */
  synchronized void botEdited(Message message) {
    interactions.stream()
        .filter(i -> !i.isAnswered() && i.pressed().filter(m -> m == message).isPresent())
        .findFirst()
        .ifPresent(i -> i.answered(message));
  }

  private void answer(SentMessage asked, Message reply) {
    unanswered.remove(asked);
    asked.answered(reply);
  }

  private Optional<Interaction> interaction(Predicate<Interaction> fits) {
    return interactions.stream()
        .filter(i -> !i.isAnswered())
        .filter(fits)
        .min(Comparator.comparing(Interaction::isServed));
  }

  private Optional<SentMessage> sent(Predicate<SentMessage> fits) {
    return unanswered.stream().filter(fits).findFirst();
  }

  private static boolean repliesInThread(Message asked, Message reply) {
    return reply.thread().filter(asked.threadRoot()::equals).isPresent();
  }

  private static boolean isOnlyForAuthor(Message asked, Message reply) {
    return reply.channel() == asked.channel()
        && reply.onlyFor().filter(m -> m.id().equals(asked.author())).isPresent()
        && (reply.thread().isEmpty() || repliesInThread(asked, reply));
  }

  private static boolean isNextInConversation(Message asked, Message reply) {
    return reply.channel() == asked.channel()
        && reply.channel().kind() == Channel.Kind.DIRECT
        && reply.thread().isEmpty()
        && asked.thread().isEmpty();
  }

  private static boolean isBesideThePressed(Interaction used, Message reply) {
    return used.pressed()
        .filter(m -> m.channel() == reply.channel() && repliesInThread(m, reply))
        .isPresent();
  }

  private static boolean fits(Interaction used, Message reply) {
    boolean onlyForThem = reply.onlyFor().filter(m -> m == used.member()).isPresent();
    boolean inTheirConversation = reply.channel().with() == used.member();
    boolean inTheChannelOfACommand =
        used.kind() == Interaction.Kind.COMMAND
            && used.channel().filter(c -> c == reply.channel()).isPresent()
            && reply.onlyFor().isEmpty()
            && reply.thread().isEmpty();
    return onlyForThem
        || inTheirConversation
        || isBesideThePressed(used, reply)
        || inTheChannelOfACommand;
  }
}
