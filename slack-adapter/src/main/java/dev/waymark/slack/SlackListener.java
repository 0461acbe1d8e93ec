package dev.waymark.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.assistant.AssistantThread;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.waymark.chat.Attention;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates what happens in Slack into requests. Whatever comes is acknowledged first and worked
 * on afterwards. Thread-safe.
 */
final class SlackListener {

  private static final Logger LOG = LoggerFactory.getLogger(SlackListener.class);
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final int UNAVAILABLE = 503;
  private static final int THREADS = 2_000;
  private static final int TITLE = 60;
  // <@U1|ana>, <#C1|general>, <!subteam^S1|@team>, <!here>, <https://example.org|a label>
  private static final Pattern REFERENCE =
      Pattern.compile(
          "<(?:([@#!])([^<>|\\s]+)|((?:https?|mailto|tel):[^<>|\\s]+))(?:\\|([^<>]*))?>");
  private static final Pattern SOMEBODY =
      Pattern.compile("<(?:@|!subteam\\^|!here|!channel|!everyone)");

  /** What a member wrote, in whichever event it came. */
  private record Said(
      @Nullable String user,
      @Nullable String bot,
      String channel,
      @Nullable String kind,
      @Nullable String text,
      String ts,
      @Nullable String thread,
      @Nullable String threadOf) {}

  private final ChatBot bot;
  private final SlackChannel channel;
  private final SlackHome home;
  private final Executor workers;
  private final Set<String> askChannels;

  /** Who began the threads in which the bot answered lately; nobody where it was called in. */
  private final Map<String, String> threads =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > THREADS;
            }
          });

  SlackListener(
      ChatBot bot,
      SlackChannel channel,
      SlackHome home,
      Executor workers,
      Set<String> askChannels) {
    this.bot = bot;
    this.channel = channel;
    this.home = home;
    this.workers = workers;
    this.askChannels = askChannels;
  }

  /** Takes in everything that the manifest asks Slack for. */
  void listen(App app) {
    app.command(ANY, (r, ctx) -> soon(ctx, () -> command(r.getPayload(), ctx)));
    app.blockAction(ANY, (r, ctx) -> soon(ctx, () -> pressed(r.getPayload(), ctx)));
    app.messageShortcut(ANY, (r, ctx) -> soon(ctx, () -> shortcut(r.getPayload(), ctx)));
    app.event(AppMentionEvent.class, (p, ctx) -> said(ctx, of(p.getEvent())));
    app.event(MessageEvent.class, (p, ctx) -> said(ctx, of(p.getEvent())));
    app.event(MessageFileShareEvent.class, (p, ctx) -> said(ctx, of(p.getEvent())));
    app.event(MessageThreadBroadcastEvent.class, (p, ctx) -> said(ctx, of(p.getEvent())));
    app.event(AppHomeOpenedEvent.class, (p, ctx) -> soon(ctx, () -> opened(p.getEvent(), ctx)));
    app.event(
        AssistantThreadStartedEvent.class,
        (p, ctx) -> soon(ctx, () -> suggest(p.getEvent().getAssistantThread())));
    app.event(TokensRevokedEvent.class, (p, ctx) -> gone(ctx, "the bot's token was revoked"));
    app.event(AppUninstalledEvent.class, (p, ctx) -> gone(ctx, "the app was uninstalled"));
  }

  /** Slack waits for three seconds, and for nothing but the acknowledgement. */
  private Response soon(Context ctx, Runnable work) {
    try {
      workers.execute(work);
      return ctx.ack();
    } catch (RejectedExecutionException e) {
      // Not acknowledged: Slack delivers it again, to another instance or after the next start.
      LOG.info("an event came while closing");
      return Response.error(UNAVAILABLE);
    }
  }

  private static Response gone(Context ctx, String what) {
    LOG.error("{}: to have the bot back, install the app again and set SLACK_BOT_TOKEN", what);
    return ctx.ack();
  }

  private void command(SlashCommandPayload payload, Context ctx) {
    String name = payload.getCommand().replaceFirst("^/", "");
    String text = plain(or(payload.getText()), ctx);
    ChatRequest.Command command =
        name.equals(SlackManifest.EVERYTHING)
            ? bot.command(text.isBlank() ? SlackManifest.ALONE : text)
            : bot.command(name + " " + text);
    var request =
        request(
            payload.getTriggerId(),
            payload.getUserId(),
            place(ctx, payload.getChannelId(), ""),
            ctx,
            command);
    bot.handle(request)
        .ifPresent(
            reply ->
                channel.answer(
                    new SlackChannel.Spot(
                        payload.getUserId(),
                        payload.getChannelId(),
                        "",
                        payload.getResponseUrl(),
                        false),
                    reply));
  }

  private void shortcut(MessageShortcutPayload payload, Context ctx) {
    String question = plain(or(payload.getMessage().getText()), ctx);
    String thread = or(payload.getMessage().getThreadTs());
    var request =
        request(
            payload.getTriggerId(),
            payload.getUser().getId(),
            place(ctx, payload.getChannel().getId(), thread),
            ctx,
            bot.command(SlackManifest.ASK + " " + question));
    bot.handle(request)
        .ifPresent(
            reply ->
                channel.answer(
                    new SlackChannel.Spot(
                        payload.getUser().getId(),
                        payload.getChannel().getId(),
                        thread,
                        payload.getResponseUrl(),
                        false),
                    reply));
  }

  private void pressed(BlockActionPayload payload, Context ctx) {
    String user = payload.getUser().getId();
    String choice = payload.getActions().getFirst().getActionId();
    if (payload.getView() != null) {
      Place place = place(ctx, user, "");
      var press = new ChatRequest.Press(choice, true);
      bot.handle(request(payload.getTriggerId(), user, place, ctx, press))
          .ifPresent(r -> home.show(member(ctx, user), place, payload.getView().getHash(), r));
      return;
    }
    BlockActionPayload.Container container = payload.getContainer();
    String in = payload.getChannel().getId();
    boolean own = isDirect(in) && !container.isEphemeral();
    String thread = or(container.getThreadTs());
    var press = new ChatRequest.Press(choice, own || container.isEphemeral());
    bot.handle(request(payload.getTriggerId(), user, place(ctx, in, thread), ctx, press))
        .ifPresent(
            r ->
                channel.answer(
                    new SlackChannel.Spot(user, in, thread, or(payload.getResponseUrl()), own), r));
  }

  private void opened(AppHomeOpenedEvent event, Context ctx) {
    if ("home".equals(event.getTab())) {
      String user = event.getUser();
      @Nullable String hash = event.getView() == null ? null : event.getView().getHash();
      home.open(member(ctx, user), place(ctx, or(event.getChannel(), user), ""), hash);
    }
  }

  private void suggest(AssistantThread thread) {
    List<SuggestedPrompt> prompts =
        SlackManifest.PROMPTS.entrySet().stream()
            .map(p -> new SuggestedPrompt(p.getValue(), p.getKey()))
            .toList();
    channel.quietly(
        thread.getChannelId(),
        m ->
            m.assistantThreadsSetSuggestedPrompts(
                r ->
                    r.channelId(thread.getChannelId())
                        .threadTs(thread.getThreadTs())
                        .prompts(prompts)));
  }

  private Response said(Context ctx, Said said) {
    Heard heard = heard(said, ctx);
    return Attention.to(heard) == Attention.IGNORE
        ? ctx.ack()
        : soon(ctx, () -> answer(said, heard, ctx));
  }

  private void answer(Said said, Heard heard, Context ctx) {
    String user = or(said.user());
    // In a channel, each question is answered in its own thread.
    String thread = or(said.thread(), heard.direct() ? "" : said.ts());
    String key = said.channel() + "/" + thread;
    String text = plain(or(said.text()), ctx);
    boolean pane = heard.direct() && !thread.isEmpty();
    if (pane) {
      channel.quietly(
          said.channel(),
          m ->
              m.assistantThreadsSetStatus(
                  r -> r.channelId(said.channel()).threadTs(thread).status("is looking it up…")));
    }
    // A mention comes as two events, and each may come again: the message is what is one.
    bot.handle(
            request(
                said.channel() + ":" + said.ts(),
                user,
                place(ctx, said.channel(), thread),
                ctx,
                new ChatRequest.Text(text, heard)))
        .ifPresent(
            reply -> {
              channel.answer(
                  new SlackChannel.Spot(user, said.channel(), thread, "", heard.direct()), reply);
              boolean isNew = threads.putIfAbsent(key, said.thread() == null ? user : "") == null;
              if (pane && isNew) {
                title(said.channel(), thread, reply, text);
              }
            });
  }

  private void title(String in, String thread, ChatReply reply, String text) {
    String title = SlackReply.cut(reply.title().isBlank() ? text : reply.title(), TITLE);
    channel.quietly(
        in, m -> m.assistantThreadsSetTitle(r -> r.channelId(in).threadTs(thread).title(title)));
  }

  private Heard heard(Said said, Context ctx) {
    String self = or(ctx.getBotUserId());
    String text = or(said.text());
    String me = "<@" + self;
    boolean direct = "im".equals(said.kind()) || isDirect(said.channel());
    @Nullable String began = threads.get(said.channel() + "/" + or(said.thread()));
    boolean ownThread = began != null || self.equals(said.threadOf());
    return new Heard(
        direct,
        text.contains(me + ">") || text.contains(me + "|"),
        false,
        ownThread,
        began != null && began.equals(said.user()),
        said.thread() == null && askChannels.contains(said.channel()),
        said.bot() != null || said.user() == null || said.user().equals(self),
        SOMEBODY.matcher(text.replace(me, "")).find());
  }

  private static ChatRequest request(
      String event, String user, Place place, Context ctx, ChatRequest.Input input) {
    return new ChatRequest(event, member(ctx, user), false, place, input);
  }

  private static Member member(Context ctx, String user) {
    return new Member(Platform.SLACK, or(ctx.getTeamId()) + "/" + user);
  }

  private static Place place(Context ctx, String channel, String thread) {
    boolean alone = isDirect(channel) || channel.startsWith("U") || channel.startsWith("W");
    return new Place(Platform.SLACK, alone ? "" : or(ctx.getTeamId()), channel, thread);
  }

  private static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  /** What was written, as it is read: without the bot's own name, with the names of others. */
  private static String plain(String text, Context ctx) {
    String self = or(ctx.getBotUserId());
    String plain =
        REFERENCE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(reference(self, found)));
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String reference(String self, MatchResult found) {
    @Nullable String sign = found.group(1);
    if (sign == null) {
      return or(found.group(4), found.group(3));
    }
    String target = found.group(2);
    return switch (sign) {
      case "@" -> target.equals(self) ? " " : "@" + or(found.group(4), target);
      case "#" -> "#" + or(found.group(4), target);
      default -> or(found.group(4), "@" + target);
    };
  }

  private static String or(@Nullable String text) {
    return or(text, "");
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  private static Said of(AppMentionEvent e) {
    return new Said(
        e.getUser(),
        e.getBotId(),
        e.getChannel(),
        null,
        e.getText(),
        e.getTs(),
        e.getThreadTs(),
        null);
  }

  private static Said of(MessageEvent e) {
    return new Said(
        e.getUser(),
        e.getBotId(),
        e.getChannel(),
        e.getChannelType(),
        e.getText(),
        e.getTs(),
        e.getThreadTs(),
        e.getParentUserId());
  }

  private static Said of(MessageFileShareEvent e) {
    return new Said(
        e.getUser(),
        null,
        e.getChannel(),
        e.getChannelType(),
        e.getText(),
        e.getTs(),
        e.getThreadTs(),
        e.getParentUserId());
  }

  private static Said of(MessageThreadBroadcastEvent e) {
    return new Said(
        e.getUser(),
        null,
        e.getChannel(),
        e.getChannelType(),
        e.getText(),
        e.getTs(),
        e.getThreadTs(),
        null);
  }
}
