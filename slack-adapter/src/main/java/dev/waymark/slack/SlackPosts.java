package dev.waymark.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest.ConversationsHistoryRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in Slack of the bot's own accord, in channels and never in their threads. Slack knows
 * no key by which a post that is tried again stands once: the key goes along as the message's
 * metadata, and is looked for in the channel's history. That takes {@code channels:history} and
 * {@code groups:history}, which the manifest has; in an app that was installed without them nobody
 * can know whether a post stands that Slack did not answer. Thread-safe.
 */
final class SlackPosts implements ChatChannel {

  private static final Logger LOG = LoggerFactory.getLogger(SlackPosts.class);

  /** What a post's metadata is called. */
  static final String EVENT = "waymark_post";

  private static final String KEY = "key";
  // Slack names no limit for all channels together; in each it takes one message a second.
  private static final int PER_SECOND = 20;
  private static final Duration RETRY = Duration.ofMinutes(1);
  // So far Slack's clock and this machine's may be apart.
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int PAGE = 100;
  private static final int PAGES = 5;
  private static final String INVITE = "a seat in the channel: write `/invite @Waymark` there";

  /** Slack's words for what may have been done all the same. */
  private static final Set<String> HALF_DONE = Set.of("internal_error", "fatal_error");

  /** Slack's words for what was not done, and may be the next time. */
  private static final Set<String> NOT_NOW =
      Set.of("service_unavailable", "request_timeout", "team_added_to_org");

  private final SlackApi api;
  private final SlackChannel channel;
  private final String team;
  private final Clock clock;

  /**
   * Makes it.
   *
   * @param channel says how commands are spelled
   * @param team the id of the workspace that the bot's token is for
   */
  SlackPosts(SlackApi api, SlackChannel channel, String team, Clock clock) {
    this.api = api;
    this.channel = channel;
    this.team = team;
    this.clock = clock;
  }

  @Override
  public Limits limits() {
    return new Limits(PER_SECOND, Duration.ZERO);
  }

  @Override
  public boolean reaches(Place place) {
    return place.platform() == Platform.SLACK && place.workspace().equals(team);
  }

  /**
   * What it lacks, as far as Slack tells without a post: whether it is in the channel. Whether it
   * may write there, Slack tells at the first post only.
   */
  @Override
  public List<String> missing(Place place) {
    if (!reaches(place)) {
      return List.of("a channel, which is where I post; this is a conversation between us");
    }
    try {
      history(place, m -> m.limit(1));
      return List.of();
    } catch (SlackApi.Refused e) {
      return switch (e.error()) {
        case "not_in_channel", "channel_not_found" -> List.of(INVITE);
        case "missing_scope" -> List.of();
        default -> e.passes() ? List.of() : List.of(lack(e));
      };
    } catch (IOException | RuntimeException e) {
      LOG.info("a channel could not be looked at: {}", e.getClass().getName());
      return List.of();
    }
  }

  @Override
  public Posted post(Place place, ChatReply reply, PostKey key) {
    if (!reaches(place)) {
      return later(RETRY);
    }
    List<SlackReply.Message> messages = SlackReply.of(channel.spelled(reply), api.picture(reply));
    var metadata = new Message.Metadata(EVENT, Map.of(KEY, key.value()));
    ChatPostMessageResponse sent;
    try {
      sent =
          api.callOnce(
              m ->
                  m.chatPostMessage(
                      SlackChannel.message(place.channel(), "", messages.getFirst())
                          .metadata(metadata)
                          .build()));
    } catch (SlackApi.Refused e) {
      return refused(e);
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      // Nothing was sent.
      return later(RETRY);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a post may stand or not: {}", e.getClass().getName());
      return new Posted.Unsure();
    }
    for (SlackReply.Message message : messages.subList(1, messages.size())) {
      api.quietly(
          place.channel(),
          m -> m.chatPostMessage(SlackChannel.message(place.channel(), "", message).build()));
    }
    return new Posted.Sent(sent.getTs());
  }

  private Posted refused(SlackApi.Refused refused) {
    String error = refused.error();
    if (!refused.patience().isZero()) {
      return later(refused.patience());
    }
    if (SlackApi.BAD_TOKEN.contains(error)) {
      // Nothing that a channel could mend, and no reason to end its tips for good.
      LOG.error("Slack takes the bot's token no more ({}): set SLACK_BOT_TOKEN anew", error);
      return later(RETRY);
    }
    if (NOT_NOW.contains(error)) {
      return later(RETRY);
    }
    if (HALF_DONE.contains(error) || error.startsWith("http_")) {
      LOG.warn("a post may stand or not: {}", error);
      return new Posted.Unsure();
    }
    // A private channel that the bot was removed from is, to the bot, no channel at all.
    return error.equals("channel_not_found") || error.equals("is_archived")
        ? new Posted.Gone()
        : new Posted.Forbidden(lack(refused));
  }

  private Posted.Later later(Duration wait) {
    return new Posted.Later(clock.instant().plus(wait));
  }

  /** What it lacks, with the mend. */
  private static String lack(SlackApi.Refused refused) {
    String error = refused.error();
    if (error.equals("not_in_channel")) {
      return INVITE;
    }
    if (error.equals("missing_scope")) {
      return "the scope `" + refused.needed() + "`: install the app again with its manifest";
    }
    if (error.startsWith("restricted_action")) {
      return "leave to write there: the channel's settings name who has it";
    }
    return "what Slack calls " + error;
  }

  @Override
  public Search find(Place place, PostKey key, Instant since) {
    if (!reaches(place)) {
      return new Search.NotKnown();
    }
    String oldest = since.minus(SKEW).getEpochSecond() + ".000000";
    @Nullable String cursor = null;
    try {
      for (int page = 1; page <= PAGES; page++) {
        @Nullable String at = cursor;
        ConversationsHistoryResponse read =
            history(place, r -> r.oldest(oldest).limit(PAGE).includeAllMetadata(true).cursor(at));
        Optional<Message> found = read.getMessages().stream().filter(m -> is(m, key)).findFirst();
        if (found.isPresent()) {
          return new Search.Stands(found.get().getTs());
        }
        if (!read.isHasMore()) {
          return new Search.Absent();
        }
        cursor = read.getResponseMetadata().getNextCursor();
      }
    } catch (SlackApi.Refused e) {
      LOG.info("a channel could not be searched: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.info("a channel could not be searched: {}", e.getClass().getName());
    }
    return new Search.NotKnown();
  }

  private static boolean is(Message message, PostKey key) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && EVENT.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && key.value().equals(metadata.getEventPayload().get(KEY));
  }

  private ConversationsHistoryResponse history(
      Place place, UnaryOperator<ConversationsHistoryRequestBuilder> asked)
      throws IOException, SlackApi.Refused {
    return api.callOnce(m -> m.conversationsHistory(r -> asked.apply(r.channel(place.channel()))));
  }

  @Override
  public boolean tell(Member member, ChatReply reply) {
    String[] id = member.id().split("/", 2);
    if (member.platform() != Platform.SLACK || id.length < 2 || !id[0].equals(team)) {
      return false;
    }
    try {
      for (SlackReply.Message message : SlackReply.of(channel.spelled(reply), Optional.empty())) {
        api.call(id[1], m -> m.chatPostMessage(SlackChannel.message(id[1], "", message).build()));
      }
      return true;
    } catch (SlackApi.Refused e) {
      LOG.info("a member could not be told: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.warn("a member could not be told: {}", e.getClass().getName());
    }
    return false;
  }
}
