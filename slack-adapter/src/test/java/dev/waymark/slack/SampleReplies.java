package dev.waymark.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.Environment;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.slack.loopback.Interaction;
import dev.waymark.slack.loopback.LoopbackSlack;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.SeenMessage;
import dev.waymark.slack.loopback.SeenView;
import dev.waymark.slack.loopback.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what a Slack on loopback got for each kind of reply, with the shipped guide, to be looked
 * at.
 */
public final class SampleReplies {

  private static final String GENERAL = "#general";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Map<String, String> MENTIONS =
      ordered(
          "answer", "Do I need a degree?",
          "choice", "Do I need a degree to become a backend developer?",
          "both", "what do juniors earn, and can i bring my dog to the office?",
          "refusal", "how much tax do I pay in Berlin",
          "harm", "i want to kill myself");

  private static final Map<String, String> COMMANDS =
      ordered(
          "private", "ask Do I need a degree?",
          "step", "next",
          "done", "done",
          "proof", "done https://example.org/my-repo",
          "skip", "skip",
          "undo", "undo",
          "roadmap", "roadmap",
          "salary", "salary senior",
          "tip", "tip",
          "help", "help",
          "guide", "guide",
          "link", "link",
          "almost", "raodmap",
          "my-data", "my-data");

  private static final Map<String, String> TIPS =
      ordered(
          "tips-on", "tips on 09:00 Europe/Rome mon-fri",
          "tips-refused", "tips on 09:00 CET",
          "tips-skip", "tips skip",
          "tips-status", "tips status",
          "tips-preview", "tips preview",
          "tips-swap", "tips swap",
          "tips-now", "tips now");

  private final Path folder;
  private final LoopbackSlack slack;
  private final Member ana;
  private final Member root;

  private SampleReplies(Path folder, LoopbackSlack slack) {
    this.folder = folder;
    this.slack = slack;
    this.ana = slack.workspace().member("ana");
    this.root = slack.workspace().admin("root");
    slack.workspace().channel(GENERAL);
  }

  private static Map<String, String> ordered(String... pairs) {
    var ordered = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put(pairs[i], pairs[i + 1]);
    }
    return ordered;
  }

  /**
   * Writes them.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path data = Files.createTempDirectory("waymark-samples");
    try (LoopbackSlack slack = SlackTestCase.asTheManifestSays().start();
        var waymark = ShippedBot.open(ShippedBot.url(data, "waymark"));
        SlackMain main = connected(slack, waymark.bot())) {
      waymark.connectBriefly(Platform.SLACK, main.posts());
      waymark.warmUp();
      main.awaitReady(PATIENCE);
      new SampleReplies(folder, slack).all();
    }
    try (LoopbackSlack slack = SlackTestCase.asTheManifestSays().start();
        SlackMain main = connected(slack, new ToldBot().bot())) {
      main.awaitReady(PATIENCE);
      new SampleReplies(folder, slack).broken();
    }
  }

  private static SlackMain connected(LoopbackSlack slack, ChatBot bot)
      throws Environment.BadSettings, SlackMain.CannotConnect {
    var environment =
        new Environment(
            Map.of(
                "SLACK_BOT_TOKEN", slack.token(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_API_URL", slack.apiUrl()));
    SlackMain main = SlackMain.start(SlackSettings.from(environment), bot, Clock.systemUTC());
    slack.await("a connection", () -> slack.socket().open() > 0);
    return main;
  }

  private void all() throws IOException {
    home("home", ana.opensHome());
    SeenView start = ana.command("/waymark", "start").modal();
    view("start", start);
    while (start.buttons().size() == 2) {
      start = ana.press(start, start.buttons().getLast()).modal();
    }
    view("placed", start);
    for (Map.Entry<String, String> mention : MENTIONS.entrySet()) {
      SentMessage asked = ana.mentions(GENERAL, mention.getValue());
      messages(mention.getKey(), mention.getValue(), List.of(asked.await(PATIENCE)));
    }
    for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
      SeenMessage answer = ana.command("/waymark", command.getValue()).await(PATIENCE);
      messages(command.getKey(), "", List.of(answer));
    }
    messages(
        "my-data-files", "", List.of(slack.awaitMessage("the files", m -> !m.files().isEmpty())));
    home("home-later", ana.opensHome());
    for (Map.Entry<String, String> tips : TIPS.entrySet()) {
      SeenMessage answer = root.command(GENERAL, "/waymark", tips.getValue()).await(PATIENCE);
      messages(tips.getKey(), "", List.of(answer));
    }
    messages("tip-of-the-day", "", slack.recorded().messagesIn(GENERAL).reversed().subList(0, 1));
    home("home-of-an-admin", root.opensHome());
    view("forget-me", ana.command("/waymark", "forget-me").modal());
  }

  private void broken() throws IOException {
    messages("error", "", List.of(ana.command("/waymark", "broken").await()));
    messages("long", "", ana.command("/waymark", "tale").answers(2));
  }

  private void home(String name, Interaction opened) throws IOException {
    view(name, opened.home());
  }

  private void view(String name, SeenView seen) throws IOException {
    write(name, JSON.createArrayNode().add(withFiles(seen.sent().deepCopy())));
  }

  private void messages(String name, String question, List<SeenMessage> all) throws IOException {
    ArrayNode written = JSON.createArrayNode();
    if (!question.isEmpty()) {
      ObjectNode asked = written.addObject().put("author", "ana");
      asked.put("text", "<@" + slack.botUserId() + "> " + question);
      asked.putObject("mentions").put(slack.botUserId(), "Waymark");
    }
    for (SeenMessage seen : all) {
      ObjectNode message = written.addObject().put("text", seen.fallback());
      message.put("ephemeral", seen.ephemeral());
      message.set("blocks", seen.json().path("blocks"));
      seen.thread().ifPresent(ts -> message.put("thread_ts", ts));
      withFiles(message);
    }
    write(name, written);
  }

  /** Adds the pictures that it shows, and keeps them beside it. */
  private ObjectNode withFiles(ObjectNode shown) throws IOException {
    var files = JSON.createObjectNode();
    for (JsonNode file : shown.findValues("slack_file")) {
      String id = file.path("id").asText();
      Files.write(folder.resolve(id + ".png"), slack.uploaded(id));
      files.put(id, id + ".png");
    }
    if (!files.isEmpty()) {
      shown.set("files", files);
    }
    return shown;
  }

  private void write(String name, ArrayNode all) throws IOException {
    Files.writeString(
        folder.resolve(name + ".json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }
}
