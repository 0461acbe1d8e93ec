package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Waymark;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.load.MeasuredBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/**
 * A process for {@link DiscordLoad} to measure: the first argument says which bot, the second names
 * a folder for its data. It says {@code ready} once it can answer, and stops at the end of its
 * input.
 */
final class LoadedBot {

  private static final Place PLACE = new Place(Platform.DISCORD, "1", "2", "");

  private LoadedBot() {}

  /** The least that a bot can do: it says what it was told. */
  private static final class Echo extends ListenerAdapter {

    private final MeasuredBot.Thought thought;

    Echo(MeasuredBot.Thought thought) {
      this.thought = thought;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String said = event.getOptions().getFirst().getAsString();
      thought.about(event.getUser().getId(), said);
      event.reply(said).setEphemeral(true).queue();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (!event.getAuthor().isBot()) {
        thought.about(event.getAuthor().getId(), event.getMessage().getContentRaw());
        event
            .getMessage()
            .reply(event.getMessage().getContentRaw())
            .mentionRepliedUser(false)
            .queue();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Logging.toStandardError();
    var environment = new Environment(System.getenv());
    DiscordSettings settings = DiscordSettings.from(environment);
    environment.check();
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "echo" -> echo(settings, MeasuredBot.Thought.NONE);
      // The same, but it looks the answer up, throws it away and says what it was told.
      case "thinking" ->
          MeasuredBot.thinking(folder, PLACE, "", thought -> echo(settings, thought));
      case "waymark" -> waymark(settings, folder);
      case "alone" ->
          MeasuredBot.answerAlone(
              folder,
              PLACE,
              IntStream.range(0, DiscordLoad.MEMBERS).mapToObj(i -> "m" + i).toList());
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void echo(DiscordSettings settings, MeasuredBot.Thought thought)
      throws IOException, InterruptedException {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    JDA jda =
        JDABuilder.createLight(
                settings.token(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
            .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl().orElseThrow()))
            .setSessionController(new DiscordSessions(settings.gatewayUrl()))
            .addEventListeners(new Echo(thought))
            .build()
            .awaitReady();
    jda.updateCommands()
        .addCommands(
            Commands.slash("ask", "Echoes.")
                .addOption(OptionType.STRING, "question", "What to say.", true))
        .complete();
    MeasuredBot.ready();
    jda.shutdown();
    jda.awaitShutdown();
  }

  private static void waymark(DiscordSettings settings, Path folder) throws Exception {
    try (Waymark waymark = ShippedBot.open(ShippedBot.url(folder, "waymark"));
        DiscordMain main = DiscordMain.start(settings, waymark.bot(), Clock.systemUTC())) {
      waymark.warmUp();
      if (!main.awaitReady(Duration.ofMinutes(1))) {
        throw new IOException("not ready within a minute");
      }
      MeasuredBot.ready();
    }
  }
}
