package dev.waymark.discord;

import dev.waymark.chat.Attention;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Deferral;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Visibility;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates what happens on Discord into requests, and sees that each gets a sign of life in time.
 * Thread-safe.
 */
final class DiscordListener extends ListenerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordListener.class);

  // Discord waits for three seconds; the network and a busy machine have their share.
  private static final Duration PATIENCE = Duration.ofMillis(1_200);
  // With as many under way nobody is answered that soon, and as many signs of life at once at the
  // end of the patience would be late themselves.
  private static final int MANY = 4 * Runtime.getRuntime().availableProcessors();
  private static final int SUGGESTION = 100;

  private final ChatBot bot;
  private final DiscordChannel channel;
  // Where events are worked on, so that none holds up the gateway's thread.
  private final Executor workers;
  private final ScheduledExecutorService timer;
  private final Set<String> askChannels;
  private final AtomicInteger underWay = new AtomicInteger();

  DiscordListener(
      ChatBot bot,
      DiscordChannel channel,
      Executor workers,
      ScheduledExecutorService timer,
      Set<String> askChannels) {
    this.bot = bot;
    this.channel = channel;
    this.workers = workers;
    this.timer = timer;
    this.askChannels = askChannels;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    answer(event, command(event, ""));
  }

  /** A command and what is given with it, without the option that is still being typed. */
  private static ChatRequest.Command command(CommandInteractionPayload event, String typed) {
    return new ChatRequest.Command(
        event.getFullCommandName(),
        event.getOptions().stream()
            .filter(o -> !o.getName().equals(typed))
            .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString)));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    answer(
        event,
        new ChatRequest.Command("ask", Map.of("question", event.getTarget().getContentRaw())));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    // In a conversation with the bot alone, what it said may be replaced as well.
    boolean own = event.getMessage().isEphemeral() || !event.isFromGuild();
    answer(event, new ChatRequest.Press(event.getComponentId(), own));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    AutoCompleteQuery typed = event.getFocusedOption();
    ChatRequest request = request(event, command(event, typed.getName()));
    unlessClosing(
        () ->
            workers.execute(
                () ->
                    channel.suggest(
                        event,
                        bot.suggest(request, typed.getName(), typed.getValue()).stream()
                            .filter(s -> s.value().length() <= SUGGESTION)
                            .map(
                                s ->
                                    new Command.Choice(
                                        DiscordReply.cut(s.label(), SUGGESTION), s.value()))
                            .toList())));
  }

  private void answer(IReplyCallback event, ChatRequest.Input input) {
    ChatRequest request = request(event, input);
    boolean secret = bot.visibility(request) == Visibility.PRIVATE;
    unlessClosing(
        () ->
            Deferral.run(
                workers,
                timer,
                underWay.incrementAndGet() <= MANY ? PATIENCE : Duration.ZERO,
                () -> handle(request),
                () -> event.deferReply(secret).queue(done -> {}, channel::log),
                (reply, deferred) -> channel.answer(event, reply, deferred)));
  }

  private Optional<ChatReply> handle(ChatRequest request) {
    try {
      return bot.handle(request);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static void unlessClosing(Runnable beginning) {
    try {
      beginning.run();
    } catch (RejectedExecutionException e) {
      // Discord tells the member that the bot did not answer, and they try again.
      LOG.info("an event came while closing");
    }
  }

  private static ChatRequest request(Interaction event, ChatRequest.Input input) {
    net.dv8tion.jda.api.entities.@Nullable Member member = event.getMember();
    return new ChatRequest(
        event.getId(),
        new Member(Platform.DISCORD, event.getUser().getId()),
        manages(member, event.getChannel()),
        place(
            event.getGuild(),
            event.getChannelId() == null ? event.getId() : event.getChannelId(),
            ""),
        input);
  }

  /** Whether a member may manage the very channel, whatever they may do elsewhere. */
  private static boolean manages(
      net.dv8tion.jda.api.entities.@Nullable Member member, @Nullable Channel channel) {
    return member != null
        && channel instanceof GuildChannel place
        && member.hasPermission(place, Permission.MANAGE_CHANNEL);
  }

  private static Place place(@Nullable Guild guild, String channel, String thread) {
    return new Place(Platform.DISCORD, guild == null ? "" : guild.getId(), channel, thread);
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    Message message = event.getMessage();
    Heard heard = heard(event);
    if (Attention.to(heard) == Attention.IGNORE) {
      return;
    }
    var request =
        new ChatRequest(
            event.getMessageId(),
            new Member(Platform.DISCORD, event.getAuthor().getId()),
            manages(event.getMember(), event.getChannel()),
            place(event),
            new ChatRequest.Text(text(message), heard));
    unlessClosing(
        () ->
            Deferral.<Optional<ChatReply>>run(
                workers,
                timer,
                PATIENCE,
                () -> bot.handle(request),
                () -> channel.typing(message),
                (reply, deferred) ->
                    reply.ifPresent(r -> channel.answer(message, r, heard.askChannel()))));
  }

  private Heard heard(MessageReceivedEvent event) {
    Message message = event.getMessage();
    String self = event.getJDA().getSelfUser().getId();
    boolean bot =
        event.getAuthor().isBot() || event.getAuthor().isSystem() || message.isWebhookMessage();
    boolean mentioned =
        message.getMentions().getUsers().stream().anyMatch(u -> u.getId().equals(self))
            && message.getContentRaw().contains(self);
    boolean others =
        message.getMentions().getUsers().stream().anyMatch(u -> !u.getId().equals(self))
            || !message.getMentions().getRoles().isEmpty()
            || message.getMentions().mentionsEveryone();
    Message replied = message.getReferencedMessage();
    boolean toBot = replied != null && replied.getAuthor().getId().equals(self);
    boolean ownThread = false;
    boolean askChannel = askChannels.contains(event.getChannel().getId());
    if (event.getChannelType().isThread()) {
      ThreadChannel thread = event.getChannel().asThreadChannel();
      ownThread = thread.getOwnerId().equals(self);
      askChannel |= askChannels.contains(thread.getParentChannel().getId());
    }
    return new Heard(
        !event.isFromGuild(),
        mentioned,
        toBot,
        ownThread,
        ownThread && channel.began(event.getChannel().getId(), event.getAuthor().getId()),
        askChannel && !ownThread,
        bot,
        others);
  }

  private static Place place(MessageReceivedEvent event) {
    Guild guild = event.isFromGuild() ? event.getGuild() : null;
    if (event.getChannelType().isThread()) {
      ThreadChannel thread = event.getChannel().asThreadChannel();
      return place(guild, thread.getParentChannel().getId(), thread.getId());
    }
    return place(guild, event.getChannel().getId(), "");
  }

  /** What was written, without the bot's own name. */
  private static String text(Message message) {
    String self = message.getJDA().getSelfUser().getId();
    return message.getContentRaw().replaceAll("<@!?" + self + ">", " ").strip();
  }
}
