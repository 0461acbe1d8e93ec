package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Member;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.Wall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what Discord would be sent for each kind of reply, with the shipped guide, to be looked
 * at.
 */
public final class SampleReplies {

  private static final Map<String, String> TEXTS =
      Map.of(
          "choice", "Do I need a degree to become a backend developer?",
          "answer", "Do I need a degree?",
          "both", "what do juniors earn, and can i bring my dog to the office?",
          "refusal", "how much tax do I pay in Berlin",
          "step", "/next",
          "roadmap", "/roadmap",
          "salary", "/salary senior",
          "help", "/help",
          "almost", "/raodmap");

  private static final Map<String, String> TIPS =
      new TreeMap<>(
          Map.of(
              "tips-1-on", "tips on 09:00 Europe/Rome mon-fri",
              "tips-2-refused", "tips on 09:00 CET",
              "tips-3-now", "tips now",
              "tips-4-skip", "tips skip",
              "tips-5-status", "tips status",
              "tips-6-preview", "tips preview",
              "tips-7-swap", "tips swap"));

  private SampleReplies() {}

  /**
   * Writes them.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws IOException, Waymark.CannotOpen {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path data = Files.createTempDirectory("waymark-samples");
    Settings from = Settings.from(new Environment(System.getenv()));
    var settings =
        new Settings(
            Path.of("../data"), from.cache(), data, "jdbc:sqlite:" + data.resolve("waymark.db"));
    Clock clock = Clock.systemUTC();
    try (Waymark waymark =
        Waymark.open(settings, settings.guideFolders(), ChatBot.Pace.unlimited(clock), clock)) {
      says(waymark, "/done");
      for (Map.Entry<String, String> text : TEXTS.entrySet()) {
        write(folder, text.getKey(), says(waymark, text.getValue()).orElseThrow());
      }
      write(folder, "error", new Incident("3fa94c").reply());
      var wall = new Wall();
      waymark.connectBriefly(Platform.DISCORD, wall);
      for (Map.Entry<String, String> command : TIPS.entrySet()) {
        write(folder, command.getKey(), manages(waymark, command.getValue()));
      }
      write(folder, "tip-of-the-day", wall.posts().getFirst());
    }
  }

  private static Optional<ChatReply> says(Waymark waymark, String text) {
    return waymark
        .bot()
        .handle(
            new ChatRequest(
                "",
                new Member(Platform.DISCORD, "ana"),
                false,
                new Place(Platform.DISCORD, "", "dm", ""),
                new ChatRequest.Text(text, Heard.DIRECT)));
  }

  private static ChatReply manages(Waymark waymark, String words) {
    return waymark
        .bot()
        .handle(
            new ChatRequest(
                "",
                new Member(Platform.DISCORD, "ada"),
                true,
                new Place(Platform.DISCORD, "1", "2", ""),
                waymark.bot().command(words)))
        .orElseThrow();
  }

  private static void write(Path folder, String name, ChatReply reply) throws IOException {
    var files = "";
    if (reply.picture().isPresent()) {
      Picture picture = reply.picture().get();
      Files.write(folder.resolve(picture.name()), picture.png());
      files = ",\"files\":{\"" + picture.name() + "\":\"" + picture.name() + "\"}";
    }
    List<String> messages =
        DiscordReply.of(reply).stream().map(m -> m.toData().toString()).toList();
    String last = messages.getLast();
    String marked = last.substring(0, last.length() - 1) + files + "}";
    Files.writeString(
        folder.resolve(name + ".json"),
        "["
            + String.join(",", messages.subList(0, messages.size() - 1))
            + (messages.size() > 1 ? "," : "")
            + marked
            + "]");
  }
}
