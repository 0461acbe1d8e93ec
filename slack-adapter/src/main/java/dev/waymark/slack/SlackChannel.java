package dev.waymark.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Visibility;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in Slack: a command or a button, or in a thread. What Slack refuses is told to whom it
 * concerns, with the mend. It waits for Slack, and is called on virtual threads. Thread-safe.
 */
final class SlackChannel {

  private static final Logger LOG = LoggerFactory.getLogger(SlackChannel.class);
  // So often, and for half an hour, an interaction may be answered.
  private static final int ANSWERS = 5;
  private static final Set<String> NO_ENTRY = Set.of("channel_not_found", "not_in_channel");
  private static final Set<String> NO_MORE_ANSWERS = Set.of("used_url", "expired_url", "http_404");

  /**
   * Where an answer goes.
   *
   * @param user who asked
   * @param channel where
   * @param thread the thread's first message; empty outside threads
   * @param responseUrl where the answer to a command, a button or a shortcut is sent, which needs
   *     no membership of the channel; empty for messages
   * @param own whether it is a conversation with the bot alone, where what it says stays
   * @param share what to give to the bot so that everyone reads the answer; empty when it is not to
   *     be shared
   */
  record Spot(
      String user, String channel, String thread, String responseUrl, boolean own, String share) {

    /** Where nothing is shared. */
    Spot(String user, String channel, String thread, String responseUrl, boolean own) {
      this(user, channel, thread, responseUrl, own, "");
    }

    /** Where the bot is alone with a member. */
    static Spot alone(String user) {
      return new Spot(user, user, "", "", false);
    }

    Spot sharing(String words) {
      return new Spot(user, channel, thread, responseUrl, own, words);
    }

    private boolean posts(ChatReply reply) {
      return responseUrl.isEmpty() || (own && !reply.replaces());
    }
  }

  private final SlackApi api;
  private final UnaryOperator<String> spelling;

  SlackChannel(SlackApi api, List<CommandInfo> commands) {
    this.api = api;
    this.spelling = SlackManifest.spelling(commands);
  }

  /** The same with the names that its commands have here. */
  ChatReply spelled(ChatReply reply) {
    return reply.saying(spelling.apply(reply.markdown()));
  }

  /** Does what ends in an answer; when it fails, whoever waits for one is told. */
  void attempt(Spot spot, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      tell(spot, Incident.of(Platform.SLACK, "an event", e).reply(), false);
    }
  }

  /** Answers, and returns once Slack has the answer or refused it. */
  void answer(Spot spot, ChatReply reply) {
    try {
      give(spot, reply);
    } catch (SlackApi.Refused e) {
      LOG.warn("Slack refused a message: {} {}", e.error(), e.needed());
      tell(spot, mend(e), isShut(e.error()));
    } catch (IOException | RuntimeException e) {
      tell(spot, Incident.of(Platform.SLACK, "showing an answer", e).reply(), false);
    }
  }

  /** Whether nothing can be said there, not even what is wrong. */
  private static boolean isShut(String error) {
    return NO_ENTRY.contains(error)
        || error.equals("is_archived")
        || error.startsWith("restricted");
  }

  private void give(Spot spot, ChatReply reply) throws IOException, SlackApi.Refused {
    Optional<String> picture = api.picture(reply);
    List<SlackReply.Message> messages = messages(spot, reply, picture);
    for (int i = 0; i < messages.size(); i++) {
      try {
        say(spot, reply, messages.get(i), i);
      } catch (SlackApi.Refused e) {
        if (i < messages.size() - 1 || picture.isEmpty() || !e.error().startsWith("invalid")) {
          throw e;
        }
        // A picture that Slack cannot show; there are its words.
        LOG.warn("Slack does not show a picture: {}", e.error());
        api.forget(picture.get());
        say(spot, reply, messages(spot, reply, Optional.empty()).getLast(), i);
      }
    }
    documents(spot, reply);
  }

  private List<SlackReply.Message> messages(Spot spot, ChatReply reply, Optional<String> picture) {
    List<SlackReply.Message> messages = SlackReply.of(spelled(reply), picture);
    return spot.share().isEmpty() ? messages : SlackReply.sharing(messages, spot.share());
  }

  private void say(Spot spot, ChatReply reply, SlackReply.Message message, int number)
      throws IOException, SlackApi.Refused {
    try {
      if (spot.posts(reply)) {
        post(spot.channel(), spot.thread(), message);
      } else if (number < ANSWERS) {
        respond(spot, message, reply.visibility(), reply.replaces() && number == 0);
      } else {
        post(spot.user(), "", message);
      }
    } catch (SlackApi.Refused e) {
      if (NO_MORE_ANSWERS.contains(e.error())) {
        post(spot.user(), "", message);
      } else if (NO_ENTRY.contains(e.error()) && !spot.responseUrl().isEmpty()) {
        // A conversation of two members, in which one of them showed the other an answer.
        respond(spot, message, Visibility.PRIVATE, false);
      } else {
        throw e;
      }
    }
  }

  private ChatPostMessageResponse post(String channel, String thread, SlackReply.Message message)
      throws IOException, SlackApi.Refused {
    ChatPostMessageRequest request = message(channel, thread, message).build();
    return api.call(channel, m -> m.chatPostMessage(request));
  }

  /**
   * A message to send.
   *
   * @param thread the first message of the thread it goes to; empty outside threads
   */
  static ChatPostMessageRequestBuilder message(
      String channel, String thread, SlackReply.Message message) {
    return ChatPostMessageRequest.builder()
        .channel(channel)
        .threadTs(thread.isEmpty() ? null : thread)
        .text(message.text())
        .blocks(message.blocks())
        .unfurlLinks(false)
        .unfurlMedia(false);
  }

  private void respond(
      Spot spot, SlackReply.Message message, Visibility visibility, boolean replaces)
      throws IOException, SlackApi.Refused {
    var body = new LinkedHashMap<String, Object>();
    body.put("text", message.text());
    body.put("blocks", message.blocks());
    body.put("response_type", visibility == Visibility.PUBLIC ? "in_channel" : "ephemeral");
    body.put("replace_original", replaces);
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    if (!spot.thread().isEmpty()) {
      body.put("thread_ts", spot.thread());
    }
    api.respond(spot.responseUrl(), body);
  }

  /** Sends a reply's files to a member alone. */
  void documents(String user, ChatReply reply) {
    try {
      documents(Spot.alone(user), reply);
    } catch (SlackApi.Refused e) {
      LOG.warn("Slack refused files: {} {}", e.error(), e.needed());
      tell(Spot.alone(user), mend(e), true);
    } catch (IOException | RuntimeException e) {
      tell(Spot.alone(user), Incident.of(Platform.SLACK, "sending files", e).reply(), true);
    }
  }

  /**
   * Files cannot be shown to one member of a channel: they go to where the bot is alone with them.
   */
  private void documents(Spot spot, ChatReply reply) throws IOException, SlackApi.Refused {
    if (reply.documents().isEmpty()) {
      return;
    }
    boolean here = spot.own();
    String channel = here ? spot.channel() : direct(spot.user(), "Here are your files.");
    api.documents(
        channel, here && !spot.thread().isEmpty() ? spot.thread() : null, reply.documents());
  }

  /** Says something to a member alone, and returns the id of the conversation with them. */
  private String direct(String user, String text) throws IOException, SlackApi.Refused {
    return post(user, "", SlackReply.of(ChatReply.notice(text), Optional.empty()).getFirst())
        .getChannel();
  }

  /** What to do about it, for the member who asked. */
  private static ChatReply mend(SlackApi.Refused refused) {
    String error = refused.error();
    if (NO_ENTRY.contains(error)) {
      return ChatReply.problem(
          "I am not in that channel, so I cannot answer you there. Anyone in it can invite me with `/invite`. Here, and with"
              + " `/ask`, I can answer you right away.");
    }
    if (error.equals("is_archived") || error.startsWith("restricted")) {
      return ChatReply.problem(
          "That channel is archived or lets only some people write, so I cannot answer you there. An admin can change that in"
              + " the channel's settings. Here I can answer you right away.");
    }
    if (error.equals("missing_scope")) {
      return ChatReply.problem(
          "I lack the permission `"
              + refused.needed()
              + "` for that. An admin can grant it: at api.slack.com/apps, under App Manifest, put in the manifest that comes"
              + " with me, then install the app again.");
    }
    if (SlackApi.BAD_TOKEN.contains(error)) {
      LOG.error("Slack does not accept SLACK_BOT_TOKEN ({}): install the app again", error);
      return ChatReply.problem(
          "Slack does not let me speak any more. An admin can install the app again and give me its new token.");
    }
    return refused.passes()
        ? ChatReply.problem("Slack is too busy to take my answer. Please try again in a minute.")
        : Incident.of(Platform.SLACK, "showing an answer: " + error, refused).reply();
  }

  private void tell(Spot spot, ChatReply problem, boolean directly) {
    SlackReply.Message message = SlackReply.of(problem, Optional.empty()).getFirst();
    try {
      if (!spot.responseUrl().isEmpty()) {
        respond(spot, message, Visibility.PRIVATE, false);
      } else {
        post(directly ? spot.user() : spot.channel(), directly ? "" : spot.thread(), message);
      }
    } catch (SlackApi.Refused e) {
      LOG.warn("nobody could be told: {}", e.error());
    } catch (IOException | RuntimeException e) {
      LOG.warn("nobody could be told: {}", e.getClass().getName());
    }
  }
}
