package dev.waymark.discord;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Latest;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Visibility;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on Discord: an interaction, or under a message. What fails is said another way where
 * there is one. What answers waits for Discord, so that the bot does not stop before it was heard;
 * it is called on a virtual thread. Thread-safe.
 */
final class DiscordChannel {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordChannel.class);
  private static final int THREADS = 2_000;
  private static final int THREAD_NAME = 80;
  private static final Set<ErrorResponse> ABSENT =
      EnumSet.of(
          ErrorResponse.UNKNOWN_INTERACTION,
          ErrorResponse.UNKNOWN_WEBHOOK,
          ErrorResponse.UNKNOWN_MESSAGE,
          ErrorResponse.UNKNOWN_CHANNEL,
          ErrorResponse.CANNOT_SEND_TO_USER);

  /** Who asked the question that began a thread, for the latest threads. */
  private final Map<String, String> threads = Collections.synchronizedMap(new Latest<>(THREADS));

  /** Whether a member's question began a thread of the bot's. */
  boolean began(String thread, String member) {
    return member.equals(threads.get(thread));
  }

  /** Shows that an answer is on its way. */
  void typing(Message message) {
    message.getChannel().sendTyping().queue(done -> {}, this::log);
  }

  /** Offers what a member may be about to type. */
  void suggest(CommandAutoCompleteInteractionEvent event, List<Command.Choice> choices) {
    try {
      event.replyChoices(choices).complete();
    } catch (RuntimeException e) {
      log(e);
    }
  }

  /** Answers an interaction, and returns once Discord has the answer or refused it. */
  void answer(IReplyCallback event, Optional<ChatReply> answer, boolean deferred) {
    try {
      if (answer.isPresent()) {
        answer(event, answer.get(), deferred);
      } else if (deferred) {
        event.getHook().deleteOriginal().complete();
      }
    } catch (RuntimeException e) {
      log(e);
      if (answer.isPresent() && somebodyIsThere(e)) {
        apologise(event, deferred || answer.get().hasFiles(), e);
      }
    }
  }

  /** An answer that cannot be shown is no reason for silence. */
  private void apologise(IReplyCallback event, boolean deferred, RuntimeException failure) {
    ChatReply sorry = Incident.of(Platform.DISCORD, "showing an answer", failure).reply();
    try {
      if (deferred || !event.isAcknowledged()) {
        send(event, sorry, deferred);
      } else {
        // The first answer was refused, and there is no second one: it is said where it was asked.
        send(event.getMessageChannel(), null, DiscordReply.of(sorry));
      }
    } catch (RuntimeException e) {
      log(e);
    }
  }

  private void answer(IReplyCallback event, ChatReply reply, boolean deferred) {
    if (!reply.hasFiles()) {
      send(event, reply, deferred);
      return;
    }
    // A first answer that fails cannot be given again, an edit can: files may be too large or
    // forbidden.
    if (!deferred) {
      announce(event, reply).queue(done -> {}, this::log);
    }
    try {
      send(event, reply, true);
    } catch (ErrorResponseException e) {
      if (!isAboutFiles(e)) {
        throw e;
      }
      send(event, reply.withoutFiles(), true);
    }
  }

  private static RestAction<?> announce(IReplyCallback event, ChatReply reply) {
    return reply.replaces() && event instanceof IMessageEditCallback pressed
        ? pressed.deferEdit()
        : event.deferReply(reply.visibility() == Visibility.PRIVATE);
  }

  private static void send(IReplyCallback event, ChatReply reply, boolean deferred) {
    boolean secret = reply.visibility() == Visibility.PRIVATE;
    List<MessageCreateData> messages = DiscordReply.of(reply);
    first(event, reply, messages.getFirst(), deferred, secret).complete();
    for (MessageCreateData message : messages.subList(1, messages.size())) {
      event.getHook().sendMessage(message).setEphemeral(secret).complete();
    }
  }

  private static RestAction<?> first(
      IReplyCallback event,
      ChatReply reply,
      MessageCreateData message,
      boolean deferred,
      boolean secret) {
    if (deferred) {
      return event.getHook().editOriginal(DiscordReply.edit(message));
    }
    return reply.replaces() && event instanceof IMessageEditCallback pressed
        ? pressed.editMessage(DiscordReply.edit(message))
        : event.reply(message).setEphemeral(secret);
  }

  private static boolean isAboutFiles(ErrorResponseException failure) {
    return switch (failure.getErrorResponse()) {
      case REQUEST_ENTITY_TOO_LARGE, FILE_UPLOAD_MAX_SIZE_EXCEEDED, MISSING_PERMISSIONS -> true;
      default -> false;
    };
  }

  /**
   * Answers a message, under it or in a thread of its own, and returns once Discord has the answer
   * or refused it.
   *
   * @param inThread whether the place is for questions, so that each gets its own thread
   */
  void answer(Message message, ChatReply reply, boolean inThread) {
    try {
      MessageChannel place = message.getChannel();
      List<String> missing = missing(place);
      if (!missing.isEmpty()) {
        tellPrivately(message, place, missing);
        return;
      }
      ChatReply allowed =
          reply.hasFiles() && lacks(place, Permission.MESSAGE_ATTACH_FILES)
              ? reply.withoutFiles()
              : reply;
      ThreadChannel thread = inThread ? thread(message, allowed) : null;
      if (thread != null) {
        send(thread, null, DiscordReply.of(allowed));
      } else {
        send(place, message, DiscordReply.of(allowed));
      }
    } catch (RuntimeException e) {
      log(e);
      if (somebodyIsThere(e)) {
        apologise(message, e);
      }
    }
  }

  private void apologise(Message message, RuntimeException failure) {
    ChatReply sorry = Incident.of(Platform.DISCORD, "showing an answer", failure).reply();
    try {
      send(message.getChannel(), message, DiscordReply.of(sorry));
    } catch (RuntimeException e) {
      log(e);
    }
  }

  /** Begins a thread for the answer to a message, where Discord lets it. */
  private @Nullable ThreadChannel thread(Message message, ChatReply reply) {
    MessageChannel place = message.getChannel();
    if (!(place instanceof TextChannel)
        || lacks(place, Permission.CREATE_PUBLIC_THREADS)
        || lacks(place, Permission.MESSAGE_SEND_IN_THREADS)) {
      return null;
    }
    String title = reply.title().isEmpty() ? "Answer" : reply.title();
    try {
      ThreadChannel thread =
          message.createThreadChannel(DiscordReply.cut(title, THREAD_NAME)).complete();
      threads.put(thread.getId(), message.getAuthor().getId());
      return thread;
    } catch (ErrorResponseException e) {
      log(e);
      return null;
    }
  }

  private static void send(
      MessageChannel place, @Nullable Message under, List<MessageCreateData> messages) {
    Message quoted = lacks(place, Permission.MESSAGE_HISTORY) ? null : under;
    for (MessageCreateData message : messages) {
      // The question may be deleted while it is answered.
      place
          .sendMessage(message)
          .setMessageReference(quoted)
          .failOnInvalidReply(false)
          .mentionRepliedUser(false)
          .complete();
      quoted = null;
    }
  }

  private static boolean lacks(MessageChannel place, Permission permission) {
    return place instanceof GuildMessageChannel channel
        && !channel.getGuild().getSelfMember().hasPermission(channel, permission);
  }

  private static List<String> missing(MessageChannel place) {
    Permission talk =
        place.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
    return List.of(Permission.VIEW_CHANNEL, talk).stream()
        .filter(p -> lacks(place, p))
        .map(Permission::getName)
        .toList();
  }

  private void tellPrivately(Message message, MessageChannel place, List<String> missing) {
    ChatReply reply =
        ChatReply.problem(
            "I cannot answer you in <#"
                + place.getId()
                + ">: I lack the permission "
                + missing.stream().map(p -> "**" + p + "**").collect(Collectors.joining(" and "))
                + " there. An admin can grant it under the channel's settings, Permissions. Here, and with `/ask`, I can"
                + " answer you right away.");
    LOG.warn("lacks {} in channel {}", missing, place.getId());
    message
        .getAuthor()
        .openPrivateChannel()
        .flatMap(dm -> dm.sendMessage(DiscordReply.of(reply).getFirst()))
        .complete();
  }

  /** What could not be sent, without a word of what it was. */
  void log(Throwable failure) {
    if (!somebodyIsThere(failure)) {
      LOG.info("nobody is there to answer: {}", failure.getMessage());
    } else if (failure instanceof ErrorResponseException e) {
      LOG.warn("Discord refused a message: {} {}", e.getErrorCode(), e.getErrorResponse());
    } else {
      LOG.warn("a message could not be sent: {}", failure.getClass().getName());
    }
  }

  private static boolean somebodyIsThere(Throwable failure) {
    // What is given after a sign of life is cancelled when that came to nothing, which was logged.
    return switch (failure) {
      case ErrorResponseException e -> !ABSENT.contains(e.getErrorResponse());
      case CancellationException e -> false;
      default -> true;
    };
  }
}
