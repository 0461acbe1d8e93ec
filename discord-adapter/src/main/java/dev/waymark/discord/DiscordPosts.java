package dev.waymark.discord;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.StandardGuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things on Discord of the bot's own accord. A post's key is its nonce, which JDA has Discord
 * enforce, so that JDA's own repeats after a server's error cannot double it either. Thread-safe.
 */
final class DiscordPosts implements ChatChannel {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordPosts.class);

  // Discord takes 50 requests a second of a bot; the rest is for answers, of which commands' do not
  // count.
  private static final int PER_SECOND = 47;
  // "The past few minutes", says Discord.
  private static final Duration KEY_LASTS = Duration.ofMinutes(2);
  private static final Duration RETRY = Duration.ofMinutes(1);
  // So far Discord's clock and this machine's may be apart.
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int PAGE = 100;
  private static final int PAGES = 5;
  private static final Set<Permission> NEEDED =
      EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);

  private final ShardManager shards;
  private final Clock clock;

  DiscordPosts(ShardManager shards, Clock clock) {
    this.shards = shards;
    this.clock = clock;
  }

  @Override
  public Limits limits() {
    return new Limits(PER_SECOND, KEY_LASTS);
  }

  @Override
  public boolean reaches(Place place) {
    return shard(place).isPresent();
  }

  /** The shard that a place belongs to, if it is one of this process and the server is in order. */
  private Optional<JDA> shard(Place place) {
    if (place.platform() != Platform.DISCORD || !place.workspace().matches("\\d{1,20}")) {
      return Optional.empty();
    }
    long guild = Long.parseUnsignedLong(place.workspace());
    int shard = (int) Long.remainderUnsigned(guild >>> 22, Math.max(1, shards.getShardsTotal()));
    return Optional.ofNullable(shards.getShardById(shard))
        .filter(s -> s.getStatus() == JDA.Status.CONNECTED && !s.isUnavailable(guild));
  }

  private static @Nullable GuildChannel channel(JDA shard, Place place) {
    Guild guild = shard.getGuildById(place.workspace());
    return guild == null ? null : guild.getGuildChannelById(id(place));
  }

  private static String id(Place place) {
    return place.thread().isEmpty() ? place.channel() : place.thread();
  }

  @Override
  public List<String> missing(Place place) {
    return shard(place)
        .map(s -> channel(s, place))
        .map(DiscordPosts::missing)
        .orElseGet(() -> List.of(Permission.VIEW_CHANNEL.getName()));
  }

  private static List<String> missing(GuildChannel channel) {
    if (!(channel instanceof StandardGuildMessageChannel)) {
      return List.of(
          "a text channel, which is where I post; this is a thread, a forum or the like");
    }
    return NEEDED.stream().filter(p -> lacks(channel, p)).map(Permission::getName).toList();
  }

  private static boolean lacks(GuildChannel channel, Permission permission) {
    return !channel.getGuild().getSelfMember().hasPermission(channel, permission);
  }

  @Override
  public Posted post(Place place, ChatReply reply, PostKey key) {
    Optional<JDA> shard = shard(place);
    if (shard.isEmpty()) {
      return later(RETRY);
    }
    GuildChannel channel = channel(shard.get(), place);
    if (channel == null) {
      return unknown(shard.get(), place);
    }
    List<String> missing = missing(channel);
    if (!missing.isEmpty() || !(channel instanceof MessageChannel to)) {
      return new Posted.Forbidden(String.join(", ", missing));
    }
    boolean files = !reply.hasFiles() || !lacks(channel, Permission.MESSAGE_ATTACH_FILES);
    return post(to, DiscordReply.of(files ? reply : reply.withoutFiles()), key);
  }

  private Posted post(MessageChannel channel, List<MessageCreateData> messages, PostKey key) {
    Message sent;
    try {
      sent = channel.sendMessage(messages.getFirst()).setNonce(key.value()).complete(false);
    } catch (RateLimitedException e) {
      return later(Duration.ofMillis(e.getRetryAfter()));
    } catch (ErrorResponseException e) {
      return refused(e);
    } catch (RuntimeException e) {
      // The connection broke, say in the middle of the answer.
      LOG.warn("a post may stand or not: {}", e.getClass().getName());
      return new Posted.Unsure();
    }
    try {
      messages.stream().skip(1).forEach(m -> channel.sendMessage(m).complete());
    } catch (RuntimeException e) {
      LOG.warn("a post stands without its end: {}", e.getClass().getName());
    }
    return new Posted.Sent(sent.getId());
  }

  private Posted refused(ErrorResponseException failure) {
    return switch (failure.getErrorResponse()) {
      case UNKNOWN_CHANNEL, UNKNOWN_GUILD -> new Posted.Gone();
      case MISSING_ACCESS -> new Posted.Forbidden(Permission.VIEW_CHANNEL.getName());
      case MISSING_PERMISSIONS -> new Posted.Forbidden(Permission.MESSAGE_SEND.getName());
      // Nothing that this channel could mend.
      case UNAUTHORIZED -> later(RETRY);
      // A server's error, or none that Discord itself gave: the connection broke, or timed out.
      case SERVER_ERROR -> {
        LOG.warn("a post may stand or not: {}", failure.getErrorCode());
        yield new Posted.Unsure();
      }
      default ->
          failure.getErrorCode() < 0
              ? new Posted.Unsure()
              : new Posted.Forbidden(failure.getErrorCode() + " " + failure.getMeaning());
    };
  }

  private Posted.Later later(Duration wait) {
    return new Posted.Later(clock.instant().plus(wait));
  }

  /** What has become of a place that the shard does not know, by Discord's own word. */
  private Posted unknown(JDA shard, Place place) {
    boolean inServer = shard.getGuildById(place.workspace()) != null;
    try {
      // JDA has no other way to ask for one channel, and a subscription ends by the answer.
      new RestActionImpl<Void>(shard, Route.Channels.GET_CHANNEL.compile(id(place)))
          .complete(false);
      return later(RETRY);
    } catch (RateLimitedException e) {
      return later(Duration.ofMillis(e.getRetryAfter()));
    } catch (ErrorResponseException e) {
      return switch (e.getErrorResponse()) {
        case UNKNOWN_CHANNEL, UNKNOWN_GUILD -> new Posted.Gone();
        case MISSING_ACCESS ->
            inServer ? new Posted.Forbidden(Permission.VIEW_CHANNEL.getName()) : new Posted.Gone();
        default -> later(RETRY);
      };
    } catch (RuntimeException e) {
      return later(RETRY);
    }
  }

  @Override
  public Search find(Place place, PostKey key, Instant since) {
    GuildChannel known = shard(place).map(s -> channel(s, place)).orElse(null);
    // Without the history Discord shows an empty one.
    if (!(known instanceof MessageChannel channel)
        || lacks(known, Permission.VIEW_CHANNEL)
        || lacks(known, Permission.MESSAGE_HISTORY)) {
      return new Search.NotKnown();
    }
    String first =
        Long.toUnsignedString(TimeUtil.getDiscordTimestamp(since.minus(SKEW).toEpochMilli()));
    try {
      MessageHistory history =
          MessageHistory.getHistoryAfter(channel, first).limit(PAGE).complete(false);
      for (int pages = 0; pages < PAGES; pages++) {
        List<Message> page =
            pages == 0
                ? history.getRetrievedHistory()
                : history.retrieveFuture(PAGE).complete(false);
        Optional<Message> found = page.stream().filter(m -> isOwn(m, key)).findFirst();
        if (found.isPresent()) {
          return new Search.Stands(found.get().getId());
        }
        if (page.size() < PAGE) {
          return new Search.Absent();
        }
      }
    } catch (RateLimitedException | RuntimeException e) {
      LOG.info("a channel could not be searched: {}", e.getClass().getName());
    }
    return new Search.NotKnown();
  }

  private static boolean isOwn(Message message, PostKey key) {
    return message.getAuthor().equals(message.getJDA().getSelfUser())
        && message.getComponentTree().findAll(Button.class).stream()
            .map(Button::getCustomId)
            .anyMatch(id -> id != null && id.endsWith(":" + key.value()));
  }

  @Override
  public boolean tell(Member member, ChatReply reply) {
    try {
      JDA shard = shards.getShards().getFirst();
      MessageChannel conversation = shard.openPrivateChannelById(member.id()).complete();
      DiscordReply.of(reply).forEach(m -> conversation.sendMessage(m).complete());
      return true;
    } catch (ErrorResponseException e) {
      // They take no messages from bots, or are gone.
      LOG.info("a member could not be told: {} {}", e.getErrorCode(), e.getErrorResponse());
    } catch (RuntimeException e) {
      LOG.warn("a member could not be told: {}", e.getClass().getName());
    }
    return false;
  }
}
