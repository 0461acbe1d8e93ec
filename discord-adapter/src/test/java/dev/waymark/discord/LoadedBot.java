package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.load.MeasuredBot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private LoadedBot() {}

  /** The least that a bot can do: it says what it was told. */
  private static final class Echo extends ListenerAdapter {

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String said = event.getOptions().getFirst().getAsString();
      event.reply(said).setEphemeral(true).queue();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (!event.getAuthor().isBot()) {
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
      case "echo" -> echo(settings);
      case "waymark" -> waymark(settings, folder);
      case "alone" -> alone(folder);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void echo(DiscordSettings settings) throws IOException, InterruptedException {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    JDA jda =
        JDABuilder.createLight(
                settings.token(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
            .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl().orElseThrow()))
            .setSessionController(new DiscordSessions(settings.gatewayUrl()))
            .addEventListeners(new Echo())
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

  private static Waymark open(Path folder) throws Waymark.CannotOpen {
    Path data = Path.of("../data");
    return Waymark.open(
        new Settings(
            data,
            Optional.of(Path.of("../bot-core/target/test-cache")),
            folder,
            "jdbc:sqlite:" + folder.resolve("waymark.db")),
        List.of(data.resolve("backend-systems-developer")),
        ChatBot.Pace.unlimited(Clock.systemUTC()),
        Clock.systemUTC());
  }

  private static void waymark(DiscordSettings settings, Path folder) throws Exception {
    try (Waymark waymark = open(folder);
        DiscordMain main = DiscordMain.start(settings, waymark.bot(), Clock.systemUTC())) {
      waymark.warmUp();
      if (!main.awaitReady(Duration.ofMinutes(1))) {
        throw new IOException("not ready within a minute");
      }
      MeasuredBot.ready();
    }
  }

  /** Answers a question a line, and says in nanoseconds how long the answer took. */
  private static void alone(Path folder) throws Exception {
    try (Waymark waymark = open(folder);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      waymark.warmUp();
      System.out.println("ready");
      int asked = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var request =
            new ChatRequest(
                "alone-" + asked,
                new Member(Platform.DISCORD, "m" + asked++ % DiscordLoad.MEMBERS),
                false,
                new Place(Platform.DISCORD, "1", "2", ""),
                new ChatRequest.Command("ask", Map.of("question", line)));
        long start = System.nanoTime();
        if (waymark.bot().handle(request).isEmpty()) {
          throw new IOException("no answer");
        }
        System.out.println(System.nanoTime() - start);
      }
    }
  }
}
