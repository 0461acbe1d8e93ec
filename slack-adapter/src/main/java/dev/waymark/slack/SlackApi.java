package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.util.http.SlackHttpClient;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Document;
import dev.waymark.chat.Latest;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Turns;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Web API, with the patience that Slack's own client leaves to its user: in each channel
 * one thing at a time, and again after the wait that Slack asks for. Blocking. Thread-safe.
 */
final class SlackApi {

  private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int CALL_MILLIS = 20_000;
  private static final int ATTEMPTS = 4;
  private static final int PICTURES = 500;
  private static final int RIGHTS = 1_000;
  private static final Duration BELIEVED = Duration.ofMinutes(5);
  private static final int THREAD = 200;
  // Less than a block takes.
  private static final int UPLOADED_ALT = 1_000;
  private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"(\\w+)\"");

  /** Slack's words for a token that is no good, whatever is tried with it. */
  static final Set<String> BAD_TOKEN =
      Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");

  private static final Set<String> BUSY = Set.of("ratelimited", "rate_limited");

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

    /** How long it asks for patience; zero when it does not. */
    Duration patience() {
      return wait;
    }

    /** Whether it may be taken when it is tried again. */
    boolean passes() {
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

  private final Slack slack;
  private final Slack once;
  private final String token;
  private final Turns turns = new Turns();
  // The ids of the pictures that were uploaded lately.
  private final Map<UUID, String> pictures = Collections.synchronizedMap(new Latest<>(PICTURES));
  private final Map<String, Right> rights = Collections.synchronizedMap(new Latest<>(RIGHTS));
  private final Clock clock;

  /** Whether somebody may manage the workspace, and how long that is believed. */
  private record Right(boolean manages, Instant until) {}

  SlackApi(SlackSettings settings, Clock clock) {
    this.clock = clock;
    var config = new SlackConfig();
    settings.apiUrl().ifPresent(config::setMethodsEndpointUrlPrefix);
    config.setStatsEnabled(false);
    config.setHttpClientCallTimeoutMillis(CALL_MILLIS);
    this.slack = Slack.getInstance(config);
    // Left alone, the HTTP client sends again by itself what was cut off after it was sent.
    this.once =
        Slack.getInstance(
            config,
            new SlackHttpClient(
                SlackHttpClient.buildOkHttpClient(config)
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .build()));
    this.token = settings.botToken();
  }

  /** Slack's own client. */
  Slack slack() {
    return slack;
  }

  /** Ends all connections. */
  void close() throws Exception {
    once.close();
    slack.close();
  }

  /** Calls one of Slack's methods, in turn, and again when it asks for patience. */
  <T extends SlackApiTextResponse> T call(String channel, Call<T> call)
      throws IOException, Refused {
    return inTurn(channel, () -> once(slack, call));
  }

  /** Calls one of Slack's methods, at once and once, and leaves it to the caller to try again. */
  <T extends SlackApiTextResponse> T callOnce(Call<T> call) throws IOException, Refused {
    return once(once, call);
  }

  private <T extends SlackApiTextResponse> T once(Slack client, Call<T> call)
      throws IOException, Refused {
    try {
      T response = call.on(client.methods(token));
      if (response.isOk()) {
        return response;
      }
      throw new Refused(
          response.getError(),
          response.getNeeded(),
          BUSY.contains(String.valueOf(response.getError())) ? AGAIN : Duration.ZERO);
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

  /** One at a time in a channel, and again when Slack asks for patience. */
  private <T> T inTurn(String channel, Attempt<T> attempt) throws IOException, Refused {
    Turns.Turn turn = turns.take(channel);
    try {
      for (int left = ATTEMPTS - 1; ; left--) {
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
      turn.end();
    }
  }

  /**
   * Sends what an interaction's own address takes.
   *
   * @throws Refused when it takes no more, among other things
   */
  void respond(String url, Map<String, Object> body) throws IOException, Refused {
    inTurn(
        url,
        () -> {
          try (Response response = slack.getHttpClient().postJsonBody(url, body)) {
            String answer = response.body().string();
            Matcher error = ERROR.matcher(answer);
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

  /** A thread's messages from its first one; none where Slack does not show them. */
  List<Message> thread(String channel, String ts) {
    try {
      return call(
              channel, m -> m.conversationsReplies(r -> r.channel(channel).ts(ts).limit(THREAD)))
          .getMessages();
    } catch (Refused e) {
      LOG.info("Slack does not show a thread: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.info("a thread could not be read: {}", e.getClass().getName());
    }
    return List.of();
  }

  /** Whether somebody administers the workspace; not, where Slack does not say so. */
  boolean isManager(String user) {
    Right known = rights.get(user);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.manages();
    }
    try {
      User found = call(user, m -> m.usersInfo(r -> r.user(user))).getUser();
      boolean manages = found.isAdmin() || found.isOwner() || found.isPrimaryOwner();
      rights.put(user, new Right(manages, clock.instant().plus(BELIEVED)));
      return manages;
    } catch (Refused e) {
      LOG.warn("Slack does not say who is an admin: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Slack cannot be asked who is an admin: {}", e.getClass().getName());
    }
    return false;
  }

  /** Uploads a reply's picture, so that a message can show it to whoever reads the message. */
  Optional<String> picture(ChatReply reply) {
    return reply
        .picture()
        .flatMap(
            picture -> {
              // The same for many members, and after each opening of a Home tab: uploaded once.
              UUID content = UUID.nameUUIDFromBytes(picture.png());
              Optional<String> file =
                  Optional.ofNullable(pictures.get(content)).or(() -> uploaded(picture));
              file.ifPresent(id -> pictures.put(content, id));
              return file;
            });
  }

  private Optional<String> uploaded(Picture picture) {
    try {
      FilesUploadV2Response uploaded =
          call(
              "picture " + picture.name() + System.identityHashCode(picture),
              methods ->
                  methods.filesUploadV2(
                      r ->
                          r.fileData(picture.png())
                              .filename(picture.name())
                              .altTxt(SlackReply.cut(picture.alt(), UPLOADED_ALT))));
      return Optional.of(uploaded.getFiles().getFirst().getId());
    } catch (Refused e) {
      LOG.warn("Slack does not take a picture: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.warn("a picture could not be uploaded: {}", e.getClass().getName());
    }
    return Optional.empty();
  }

  /** A picture that Slack does not show after all. */
  void forget(String picture) {
    pictures.values().remove(picture);
  }

  /** Sends files to a channel or a thread. */
  void documents(String channel, @Nullable String thread, List<Document> documents)
      throws IOException, Refused {
    List<UploadFile> files =
        documents.stream()
            .map(d -> UploadFile.builder().filename(d.name()).content(d.text()).build())
            .toList();
    call(
        channel,
        methods ->
            methods.filesUploadV2(r -> r.channel(channel).threadTs(thread).uploadFiles(files)));
  }
}
