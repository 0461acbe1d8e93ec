package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import dev.waymark.chat.Visibility;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in Slack: in answer to a command or a button, in a thread, or of the bot's own
 * accord. What Slack refuses is told to whom it concerns, with the mend. It waits for Slack, and is
 * called on virtual threads. Thread-safe.
 */
final class SlackChannel implements ChatChannel {

  private static final Logger LOG = LoggerFactory.getLogger(SlackChannel.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 4;
  // So often, and for half an hour, an interaction may be answered.
  private static final int ANSWERS = 5;
  private static final Set<String> NO_ENTRY = Set.of("channel_not_found", "not_in_channel");
  private static final Set<String> NO_MORE_ANSWERS = Set.of("used_url", "expired_url", "http_404");

  /** Slack's words for a token that is no good, whatever is tried with it. */
  static final Set<String> BAD_TOKEN =
      Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");

  /**
   * Where an answer goes.
   *
   * @param user who asked
   * @param channel where
   * @param thread the thread's first message; empty outside threads
   * @param responseUrl where the answer to a command, a button or a shortcut is sent, which needs
   *     no membership of the channel; empty for messages
   * @param own whether it seems to be a conversation with the bot alone, where what it says stays
   */
  record Spot(String user, String channel, String thread, String responseUrl, boolean own) {

    private boolean posts(ChatReply reply) {
      return responseUrl.isEmpty() || (own && !reply.replaces());
    }
  }

  /** Slack refuses something, in its own word. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final String error;
    private final String needed;
    private final Duration wait;

    private Refused(@Nullable String error, @Nullable String needed, Duration wait) {
      super(error);
      this.error = error == null ? "unknown" : error;
      this.needed = needed == null ? "" : needed;
      this.wait = wait;
    }

    private static Refused of(Response response, @Nullable String error, @Nullable String needed) {
      @Nullable String given = response.header("Retry-After");
      String after = given == null ? "1" : given;
      Duration wait =
          response.code() != 429
              ? Duration.ZERO
              : Duration.ofSeconds(after.matches("\\d{1,6}") ? Long.parseLong(after) : 1);
      return new Refused(error == null ? "http_" + response.code() : error, needed, wait);
    }

    String error() {
      return error;
    }

    /** The scope that it takes; may be empty. */
    String needed() {
      return needed;
    }

    private boolean passes() {
      return !wait.isZero() || error.startsWith("http_5");
    }
  }

  /** A call of one of Slack's methods. */
  @FunctionalInterface
  interface Call<T extends SlackApiTextResponse> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /** Anything that Slack may refuse. */
  @FunctionalInterface
  private interface Attempt<T> {
    T get() throws IOException, Refused;
  }

  /** The turns of those that have something to say in one channel. */
  private static final class Turns {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int waiting;
  }

  private final Slack slack;
  private final String token;
  private final Clock clock;
  private final Map<String, Turns> turns = new ConcurrentHashMap<>();

  SlackChannel(Slack slack, String token, Clock clock) {
    this.slack = slack;
    this.token = token;
    this.clock = clock;
  }

  /** Answers, and returns once Slack has the answer or refused it. */
  void answer(Spot spot, ChatReply reply) {
    try {
      give(spot, reply);
    } catch (Refused e) {
      LOG.warn("Slack refused a message: {} {}", e.error(), e.needed());
      tell(spot, mend(e), NO_ENTRY.contains(e.error()) || e.error().startsWith("restricted"));
    } catch (IOException | RuntimeException e) {
      tell(spot, Incident.of(Platform.SLACK, "showing an answer", e).reply(), false);
    }
  }

  private void give(Spot spot, ChatReply reply) throws IOException, Refused {
    Optional<String> picture = reply.picture().flatMap(p -> picture(p.name(), p.png(), p.alt()));
    List<SlackReply.Message> messages = SlackReply.of(reply, picture);
    for (int i = 0; i < messages.size(); i++) {
      try {
        say(spot, reply, messages.get(i), i);
      } catch (Refused e) {
        if (i < messages.size() - 1 || picture.isEmpty() || !e.error().startsWith("invalid")) {
          throw e;
        }
        // A picture that Slack cannot show; there are its words.
        LOG.warn("Slack does not show a picture: {}", e.error());
        say(spot, reply, SlackReply.of(reply, Optional.empty()).getLast(), i);
      }
    }
    if (!reply.documents().isEmpty()) {
      documents(spot, reply);
    }
  }

  private void say(Spot spot, ChatReply reply, SlackReply.Message message, int number)
      throws IOException, Refused {
    try {
      if (spot.posts(reply)) {
        post(spot.channel(), spot.thread(), message);
      } else if (number < ANSWERS) {
        respond(spot, message, reply.visibility(), reply.replaces() && number == 0);
      } else {
        post(spot.user(), "", message);
      }
    } catch (Refused e) {
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
      throws IOException, Refused {
    return call(channel, methods -> posted(methods, channel, thread, message));
  }

  private static ChatPostMessageResponse posted(
      MethodsClient methods, String channel, String thread, SlackReply.Message message)
      throws IOException, SlackApiException {
    return methods.chatPostMessage(
        r ->
            r.channel(channel)
                .threadTs(thread.isEmpty() ? null : thread)
                .text(message.text())
                .blocks(message.blocks())
                .unfurlLinks(false)
                .unfurlMedia(false));
  }

  private void respond(
      Spot spot, SlackReply.Message message, Visibility visibility, boolean replaces)
      throws IOException, Refused {
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
    inTurn(
        spot.responseUrl(),
        ATTEMPTS,
        () -> {
          try (Response response = slack.getHttpClient().postJsonBody(spot.responseUrl(), body)) {
            String answer = response.body().string();
            Matcher error = Pattern.compile("\"error\"\\s*:\\s*\"(\\w+)\"").matcher(answer);
            if (error.find()) {
              throw Refused.of(response, error.group(1), "");
            }
            if (!response.isSuccessful()) {
              throw Refused.of(response, answer.matches("[a-z_]{3,40}") ? answer : null, "");
            }
            return response.code();
          }
        });
  }

  /** Calls one of Slack's methods, in turn, and again when it asks for patience. */
  <T extends SlackApiTextResponse> T call(String channel, Call<T> call)
      throws IOException, Refused {
    return inTurn(channel, ATTEMPTS, () -> once(call));
  }

  private <T extends SlackApiTextResponse> T once(Call<T> call) throws IOException, Refused {
    try {
      T response = call.on(slack.methods(token));
      if (response.isOk()) {
        return response;
      }
      throw new Refused(
          response.getError(),
          response.getNeeded(),
          "ratelimited".equals(response.getError()) ? AGAIN : Duration.ZERO);
    } catch (SlackFilesUploadV2Exception e) {
      throw refused(e);
    } catch (SlackApiException e) {
      throw Refused.of(e.getResponse(), e.getError() == null ? null : e.getError().getError(), "");
    }
  }

  private static Refused refused(SlackFilesUploadV2Exception e) {
    return e.getGetURLResponses().stream()
        .filter(r -> !r.isOk())
        .map(r -> new Refused(r.getError(), r.getNeeded(), Duration.ZERO))
        .findFirst()
        .orElseGet(
            () ->
                e.getCompleteResponse() == null
                    ? new Refused("upload_failed", "", Duration.ZERO)
                    : new Refused(
                        e.getCompleteResponse().getError(),
                        e.getCompleteResponse().getNeeded(),
                        Duration.ZERO));
  }

  /** One at a time in a channel: who has to wait as Slack says has the others wait as well. */
  private <T> T inTurn(String channel, int attempts, Attempt<T> attempt)
      throws IOException, Refused {
    Turns turn =
        turns.compute(
            channel,
            (c, t) -> {
              Turns kept = t == null ? new Turns() : t;
              kept.waiting++;
              return kept;
            });
    turn.lock.lock();
    try {
      for (int left = attempts - 1; ; left--) {
        try {
          return attempt.get();
        } catch (Refused e) {
          if (left <= 0 || !e.passes() || e.wait.compareTo(LONGEST_WAIT) > 0) {
            throw e;
          }
          Thread.sleep(e.wait.isZero() ? AGAIN : e.wait);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("closing", "", Duration.ZERO);
    } finally {
      turn.lock.unlock();
      turns.compute(channel, (c, t) -> t == null || --t.waiting == 0 ? null : t);
    }
  }

  /** Uploads a picture, so that a message can show it to whoever reads the message. */
  private Optional<String> picture(String name, byte[] png, String alt) {
    try {
      FilesUploadV2Response uploaded =
          call(
              "picture " + name + System.identityHashCode(png),
              methods -> methods.filesUploadV2(r -> r.fileData(png).filename(name).altTxt(alt)));
      return Optional.of(uploaded.getFiles().getFirst().getId());
    } catch (Refused e) {
      LOG.warn("Slack does not take a picture: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.warn("a picture could not be uploaded: {}", e.getClass().getName());
    }
    return Optional.empty();
  }

  /**
   * Files cannot be shown to one member of a channel: they go to where the bot is alone with them.
   */
  private void documents(Spot spot, ChatReply reply) throws IOException, Refused {
    boolean here = spot.own();
    String channel = here ? spot.channel() : direct(spot.user(), "Here are your files.");
    List<UploadFile> files =
        reply.documents().stream()
            .map(d -> UploadFile.builder().filename(d.name()).content(d.text()).build())
            .toList();
    call(
        channel,
        methods ->
            methods.filesUploadV2(
                r ->
                    r.channel(channel)
                        .threadTs(here && !spot.thread().isEmpty() ? spot.thread() : null)
                        .uploadFiles(files)));
  }

  /** Says something to a member alone, and returns the id of the conversation with them. */
  private String direct(String user, String text) throws IOException, Refused {
    return post(user, "", SlackReply.of(ChatReply.notice(text), Optional.empty()).getFirst())
        .getChannel();
  }

  /** What to do about it, for the member who asked. */
  private static ChatReply mend(Refused refused) {
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
    if (BAD_TOKEN.contains(error)) {
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
    } catch (Refused e) {
      LOG.warn("nobody could be told: {}", e.error());
    } catch (IOException | RuntimeException e) {
      LOG.warn("nobody could be told: {}", e.getClass().getName());
    }
  }

  /** Does what an answer is complete without. */
  void quietly(String channel, Call<?> call) {
    try {
      call(channel, call);
    } catch (Refused e) {
      LOG.info("Slack refused a nicety: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.info("a nicety failed: {}", e.getClass().getName());
    }
  }

  @Override
  public Posted post(Place place, ChatReply reply, PostKey key) {
    // Slack knows no key: a post of which nobody can say whether it stands is not sent again.
    Optional<String> picture = reply.picture().flatMap(p -> picture(p.name(), p.png(), p.alt()));
    List<SlackReply.Message> messages = SlackReply.of(reply, picture);
    try {
      ChatPostMessageResponse sent =
          inTurn(
              place.channel(),
              1,
              () -> once(m -> posted(m, place.channel(), place.thread(), messages.getFirst())));
      for (SlackReply.Message message : messages.subList(1, messages.size())) {
        quietly(place.channel(), m -> posted(m, place.channel(), place.thread(), message));
      }
      return new Posted.Sent(sent.getTs());
    } catch (Refused e) {
      if (!e.wait.isZero()) {
        return new Posted.Later(clock.instant().plus(e.wait));
      }
      return switch (e.error()) {
        case "channel_not_found", "is_archived" -> new Posted.Gone();
        default ->
            e.passes()
                ? new Posted.Unsure()
                : new Posted.Forbidden((e.error() + " " + e.needed()).strip());
      };
    } catch (IOException | RuntimeException e) {
      // The connection broke: it may stand or not.
      return new Posted.Unsure();
    }
  }
}
