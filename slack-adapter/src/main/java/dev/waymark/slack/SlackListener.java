package dev.waymark.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
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
import dev.waymark.chat.BotThreads;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.text.Mrkdwn;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
  private static final int TITLE = 60;
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
  private final SlackApi api;
  private final SlackChannel channel;
  private final SlackViews views;
  private final Executor workers;
  private final Set<String> askChannels;
  private final BotThreads threads;

  SlackListener(
      ChatBot bot,
      SlackApi api,
      SlackChannel channel,
      SlackViews views,
      Executor workers,
      Set<String> askChannels,
      Clock clock) {
    this.bot = bot;
    this.api = api;
    this.channel = channel;
    this.views = views;
    this.workers = workers;
    this.askChannels = askChannels;
    this.threads = new BotThreads(clock);
  }

  /** Takes in everything that the manifest asks Slack for. */
  void listen(App app) {
    app.command(ANY, (r, ctx) -> command(r.getPayload(), ctx));
    app.blockAction(
        ANY,
        (r, ctx) ->
            soon(
                ctx,
                SlackChannel.Spot.alone(r.getPayload().getUser().getId()),
                () -> pressed(r.getPayload(), ctx)));
    app.messageShortcut(ANY, (r, ctx) -> shortcut(r.getPayload(), ctx));
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
      workers.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              // Nobody is known to wait for it.
              Incident.of(Platform.SLACK, "an event", e);
            }
          });
      return ctx.ack();
    } catch (RejectedExecutionException e) {
      // Not acknowledged: Slack delivers it again, to another instance or after the next start.
      LOG.info("an event came while closing");
      return Response.error(UNAVAILABLE);
    }
  }

  /**
   * The same for what somebody waits for.
   *
   * @param spot where they are told when it goes wrong
   */
  private Response soon(Context ctx, SlackChannel.Spot spot, Runnable work) {
    return soon(ctx, () -> channel.attempt(spot, work));
  }

  private static Response gone(Context ctx, String what) {
    LOG.error("{}: to have the bot back, install the app again and set SLACK_BOT_TOKEN", what);
    return ctx.ack();
  }

  private Response command(SlashCommandPayload payload, Context ctx) {
    var spot =
        new SlackChannel.Spot(
            payload.getUserId(), payload.getChannelId(), "", payload.getResponseUrl(), false);
    return soon(ctx, spot, () -> command(payload, spot, ctx));
  }

  private void command(SlashCommandPayload payload, SlackChannel.Spot spot, Context ctx) {
    String name = payload.getCommand().replaceFirst("^/", "");
    String text = plain(payload.getText(), ctx);
    String words =
        name.equals(SlackManifest.EVERYTHING)
            ? or(text, SlackManifest.ALONE)
            : (name + " " + text).strip();
    used(payload.getTriggerId(), bot.command(words), spot, words, ctx);
  }

  private Response shortcut(MessageShortcutPayload payload, Context ctx) {
    var spot =
        new SlackChannel.Spot(
            payload.getUser().getId(),
            payload.getChannel().getId(),
            or(payload.getMessage().getThreadTs()),
            payload.getResponseUrl(),
            false);
    return soon(
        ctx,
        spot,
        () -> {
          String words = SlackManifest.ASK + " " + plain(payload.getMessage().getText(), ctx);
          used(payload.getTriggerId(), bot.command(words), spot, words, ctx);
        });
  }

  /**
   * Something was used that comes with a trigger for a dialog and an address for the answer.
   *
   * @param words what was given in words; empty where there are none
   */
  private void used(
      String trigger, ChatRequest.Input input, SlackChannel.Spot spot, String words, Context ctx) {
    var request =
        request(trigger, spot.user(), place(ctx, spot.channel(), spot.thread()), ctx, input);
    Optional<ChatReply> reply = handle(request, spot.user());
    if (reply.isEmpty()) {
      return;
    }
    boolean asksBack =
        bot.isDialog(request) && !reply.get().replaces() && !reply.get().choices().isEmpty();
    if (asksBack && views.dialog(trigger, reply.get())) {
      return;
    }
    boolean shares =
        !words.isEmpty()
            && words.length() <= SlackManifest.WORDS
            && bot.isShareable(request, reply.get());
    channel.answer(shares ? spot.sharing(words) : spot, reply.get());
  }

  private void pressed(BlockActionPayload payload, Context ctx) {
    String user = payload.getUser().getId();
    BlockActionPayload.Action action = payload.getActions().getFirst();
    String trigger = payload.getTriggerId();
    if (payload.getView() != null) {
      Place place = home(ctx, user);
      var press = new ChatRequest.Press(action.getActionId(), true);
      handle(request(trigger, user, place, ctx, press), user)
          .ifPresent(
              reply -> views.pressed(viewer(user, place, ctx), payload.getView(), trigger, reply));
      return;
    }
    BlockActionPayload.Container container = payload.getContainer();
    String in = payload.getChannel().getId();
    boolean own = isDirect(in) && !container.isEphemeral();
    var spot =
        new SlackChannel.Spot(
            user, in, or(container.getThreadTs()), or(payload.getResponseUrl()), own);
    ChatRequest.Input input =
        action.getActionId().equals(SlackManifest.SHARE)
            ? shared(bot.command(or(action.getValue())))
            : new ChatRequest.Press(action.getActionId(), own || container.isEphemeral());
    used(trigger, input, spot, "", ctx);
  }

  private static ChatRequest.Command shared(ChatRequest.Command command) {
    var options = new HashMap<>(command.options());
    options.put(CommandInfo.PUBLIC, "true");
    return new ChatRequest.Command(command.name(), options);
  }

  private void opened(AppHomeOpenedEvent event, Context ctx) {
    if ("home".equals(event.getTab())) {
      @Nullable String hash = event.getView() == null ? null : event.getView().getHash();
      views.home(viewer(event.getUser(), home(ctx, event.getUser()), ctx), hash);
    }
  }

  private void suggest(AssistantThread thread) {
    List<SuggestedPrompt> prompts =
        SlackManifest.PROMPTS.entrySet().stream()
            .map(p -> new SuggestedPrompt(p.getValue(), p.getKey()))
            .toList();
    api.quietly(
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
    if (Attention.to(heard) != Attention.IGNORE) {
      SlackChannel.Spot spot = spot(said, heard);
      Runnable answering = () -> answer(said, heard, spot, ctx);
      // Where only what is sure is answered, nobody waits.
      return Attention.to(heard) == Attention.ANSWER_IF_SURE
          ? soon(ctx, answering)
          : soon(ctx, spot, answering);
    }
    // In a thread the bot may be meant without its name; Slack says who has spoken there.
    boolean mayBeMeant =
        said.thread() != null
            && Attention.to(heard.inOwnThread(true)) != Attention.IGNORE
            && threads.isOwn(thread(said)).isEmpty();
    return mayBeMeant ? soon(ctx, () -> follow(said, ctx)) : ctx.ack();
  }

  private void follow(Said said, Context ctx) {
    String self = or(ctx.getBotUserId());
    List<Message> thread = api.thread(said.channel(), or(said.thread()));
    boolean own = thread.stream().anyMatch(m -> self.equals(m.getUser()));
    boolean asked = own && or(thread.getFirst().getText()).contains("<@" + self);
    threads.learn(thread(said), own, asked ? or(thread.getFirst().getUser()) : "");
    Heard heard = heard(said, ctx);
    if (Attention.to(heard) != Attention.IGNORE) {
      answer(said, heard, spot(said, heard), ctx);
    }
  }

  private static String thread(Said said) {
    return said.channel() + "/" + or(said.thread());
  }

  /** Where something said is answered; in a channel, each question in its own thread. */
  private static SlackChannel.Spot spot(Said said, Heard heard) {
    String thread = or(said.thread(), heard.direct() ? "" : said.ts());
    return new SlackChannel.Spot(or(said.user()), said.channel(), thread, "", heard.direct());
  }

  private void answer(Said said, Heard heard, SlackChannel.Spot spot, Context ctx) {
    String thread = spot.thread();
    String text = plain(said.text(), ctx);
    boolean pane = heard.direct() && !thread.isEmpty();
    if (pane) {
      api.quietly(
          said.channel(),
          m ->
              m.assistantThreadsSetStatus(
                  r -> r.channelId(said.channel()).threadTs(thread).status("is looking it up…")));
    }
    // A mention comes as two events, and each may come again: the message is what is one.
    var request =
        request(
            said.channel() + ":" + said.ts(),
            spot.user(),
            place(ctx, said.channel(), thread),
            ctx,
            new ChatRequest.Text(text, heard));
    Optional<ChatReply> reply = handle(request, spot.user());
    if (reply.isEmpty()) {
      return;
    }
    channel.answer(spot, reply.get());
    String in = said.channel() + "/" + thread;
    boolean isNew = !threads.isOwn(in).orElse(false);
    threads.answered(in, said.thread() == null ? spot.user() : "");
    if (pane && isNew) {
      title(said.channel(), thread, reply.get(), text);
    }
  }

  private void title(String in, String thread, ChatReply reply, String text) {
    String title = SlackReply.cut(reply.title().isBlank() ? text : reply.title(), TITLE);
    api.quietly(
        in, m -> m.assistantThreadsSetTitle(r -> r.channelId(in).threadTs(thread).title(title)));
  }

  private Heard heard(Said said, Context ctx) {
    String self = or(ctx.getBotUserId());
    String text = or(said.text());
    String me = "<@" + self;
    boolean direct = "im".equals(said.kind()) || isDirect(said.channel());
    return new Heard(
        direct,
        text.contains(me + ">") || text.contains(me + "|"),
        false,
        threads.isOwn(thread(said)).orElse(false) || self.equals(said.threadOf()),
        threads.isBegunBy(thread(said), or(said.user())),
        said.thread() == null && askChannels.contains(said.channel()),
        said.bot() != null || said.user() == null || said.user().equals(self),
        SOMEBODY.matcher(text.replace(me, "")).find());
  }

  /** Slack is asked who may manage it only where that matters. */
  private Optional<ChatReply> handle(ChatRequest request, String user) {
    boolean manager = bot.dependsOnManager(request) && api.isManager(user);
    return bot.handle(manager ? request.byManager() : request);
  }

  private static ChatRequest request(
      String event, String user, Place place, Context ctx, ChatRequest.Input input) {
    return new ChatRequest(event, member(ctx, user), false, place, input);
  }

  private static SlackViews.Viewer viewer(String user, Place place, Context ctx) {
    return new SlackViews.Viewer(user, member(ctx, user), place);
  }

  private static Member member(Context ctx, String user) {
    return new Member(Platform.SLACK, or(ctx.getTeamId()) + "/" + user);
  }

  /** The Home tab and dialogs are nobody's channel, but the workspace's. */
  private static Place home(Context ctx, String user) {
    return new Place(Platform.SLACK, or(ctx.getTeamId()), user, "");
  }

  private static Place place(Context ctx, String channel, String thread) {
    boolean alone = isDirect(channel) || channel.startsWith("U") || channel.startsWith("W");
    return new Place(Platform.SLACK, alone ? "" : or(ctx.getTeamId()), channel, thread);
  }

  private static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  private static String plain(@Nullable String text, Context ctx) {
    return Mrkdwn.read(or(text), or(ctx.getBotUserId()));
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
