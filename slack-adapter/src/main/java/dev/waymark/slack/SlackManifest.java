package dev.waymark.slack;

import dev.waymark.Environment;
import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Slack has to know of the app, as the manifest that an admin puts in; and the names of it
 * all, in one place, since another app may have taken one.
 */
final class SlackManifest {

  static final String NAME = "Waymark";

  /** The command that takes every other as its first word. */
  static final String EVERYTHING = "waymark";

  static final String ASK = "ask";
  static final String NEXT = "next";
  static final String ROADMAP = "roadmap";
  static final String TIPS = "tips";

  /** What is meant when nothing follows. */
  static final String ALONE = "help";

  /** The commands with a slash of their own. */
  static final List<String> SHORT = List.of(ASK, NEXT);

  /** What the assistant pane suggests: what is written, and how it is called. */
  static final Map<String, String> PROMPTS =
      ordered(
          NEXT,
          "What is my next step?",
          "start",
          "Where do I begin?",
          "tip",
          "Give me a tip",
          ALONE,
          "What can you do?");

  /** What the Home tab offers beside the step and the way. */
  static final List<Choice> HOME =
      List.of(
          Choice.of("start", "Find my place"),
          Choice.of("tip", "A tip"),
          Choice.of("guide", "Guides"),
          Choice.of(ALONE, "Help"),
          Choice.of("link", "Link my accounts"),
          Choice.of("my-data", "My data"),
          Choice.of("forget-me", "Delete my data"));

  /** The button that shares a private answer; its value is what was asked for. */
  static final String SHARE = "share";

  /** As long a value as a button can have. */
  static final int WORDS = 2_000;

  /** The entry in a message's menu. */
  static final String ANSWER_THIS = "answer_this";

  /** What the bot may do, and what for; nothing that it does not need. */
  static final Map<String, String> SCOPES =
      ordered(
          "commands", "slash commands and the message menu",
          "chat:write", "answers and tips, in channels that it was invited to",
          "app_mentions:read", "questions with its name in them",
          "im:history", "questions in direct messages and in the assistant pane",
          "channels:history", "follow-ups in its threads without its name; ask channels",
          "groups:history", "the same in private channels",
          "assistant:write", "the assistant pane: suggestions, status and title",
          "files:write", "the roadmap as a picture, and a member's own data",
          "users:read", "whether a member is an admin, for commands that only admins may give");

  static final List<String> EVENTS =
      List.of(
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "assistant_thread_started",
          "message.channels",
          "message.groups",
          "message.im",
          "tokens_revoked");

  private SlackManifest() {}

  /**
   * Writes commands in Markdown as they are given here, where most have no slash of their own. What
   * is given in capitals, a code, is for another platform.
   */
  static UnaryOperator<String> spelling(List<CommandInfo> commands) {
    String names =
        commands.stream()
            .map(CommandInfo::name)
            .filter(name -> !SHORT.contains(name))
            .collect(Collectors.joining("|"));
    Pattern written = Pattern.compile("`/(" + names + ")(?=`| [a-z\\[])");
    return markdown -> written.matcher(markdown).replaceAll("`/" + EVERYTHING + " $1");
  }

  private static Map<String, String> ordered(String... pairs) {
    var ordered = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put(pairs[i], pairs[i + 1]);
    }
    return java.util.Collections.unmodifiableMap(ordered);
  }

  /**
   * Prints the manifest of the bot with its guides.
   *
   * @return the exit code
   */
  static int run(Map<String, String> variables, Optional<String> address) {
    Clock clock = Clock.systemUTC();
    try {
      var environment = new Environment(variables);
      Settings settings = Settings.from(environment);
      environment.check();
      try (Waymark waymark =
          Waymark.open(settings, settings.guideFolders(), ChatBot.Pace.usual(clock), clock)) {
        System.out.print(of(waymark.bot().commands(), address));
        return 0;
      }
    } catch (Environment.BadSettings | Waymark.CannotOpen e) {
      System.err.println("waymark: " + e.getMessage());
      return 1;
    }
  }

  /**
   * The manifest.
   *
   * @param address where Slack sends events, such as {@code https://example.org/slack/events};
   *     without one, the bot fetches them by Socket Mode
   */
  static String of(List<CommandInfo> commands, Optional<String> address) {
    var yaml = new ArrayList<String>();
    yaml.add(
        "# Made from the bot's commands by ./waymark slack manifest; a test keeps it current.");
    yaml.add("# With an address after it, it makes one for events by HTTP.");
    yaml.add("_metadata:");
    yaml.add("  major_version: 1");
    yaml.add("display_information:");
    yaml.add("  name: " + NAME);
    yaml.add(
        "  description: " + quoted("A career guide that answers, and walks with you step by step"));
    yaml.add("  background_color: \"#2f7d6b\"");
    yaml.add("features:");
    yaml.add("  app_home:");
    yaml.add("    home_tab_enabled: true");
    yaml.add("    messages_tab_enabled: true");
    yaml.add("    messages_tab_read_only_enabled: false");
    yaml.add("  bot_user:");
    yaml.add("    display_name: " + NAME);
    yaml.add("    always_online: true");
    yaml.add("  assistant_view:");
    yaml.add(
        "    assistant_description: "
            + quoted("Answers from a career guide, with the source of each answer"));
    yaml.add("  shortcuts:");
    yaml.add("    - name: Answer this");
    yaml.add("      type: message");
    yaml.add("      callback_id: " + ANSWER_THIS);
    yaml.add("      description: Answers a message from the guide, for you alone");
    yaml.add("  slash_commands:");
    slash(yaml, EVERYTHING, "Asks the guide, or does what you name", names(commands), address);
    for (CommandInfo info : commands) {
      if (SHORT.contains(info.name())) {
        slash(yaml, info.name(), info.description(), options(info), address);
      }
    }
    yaml.add("oauth_config:");
    yaml.add("  scopes:");
    yaml.add("    bot:");
    SCOPES.forEach((scope, what) -> yaml.add("      - " + scope + " # " + what));
    yaml.add("settings:");
    yaml.add("  event_subscriptions:");
    address.ifPresent(a -> yaml.add("    request_url: " + quoted(a)));
    yaml.add("    bot_events:");
    EVENTS.forEach(event -> yaml.add("      - " + event));
    yaml.add("  interactivity:");
    yaml.add("    is_enabled: true");
    address.ifPresent(a -> yaml.add("    request_url: " + quoted(a)));
    yaml.add("  org_deploy_enabled: false");
    yaml.add("  socket_mode_enabled: " + address.isEmpty());
    yaml.add("  token_rotation_enabled: false");
    return String.join("\n", yaml) + "\n";
  }

  private static void slash(
      List<String> yaml, String name, String description, String hint, Optional<String> address) {
    yaml.add("    - command: /" + name);
    yaml.add("      description: " + quoted(description));
    if (!hint.isEmpty()) {
      yaml.add("      usage_hint: " + quoted(hint));
    }
    address.ifPresent(a -> yaml.add("      url: " + quoted(a)));
    yaml.add("      should_escape: false");
  }

  private static String names(List<CommandInfo> commands) {
    return commands.stream()
        .filter(c -> !c.name().equals(ASK))
        .map(SlackManifest::named)
        .collect(Collectors.joining(" | ", "[a question] | ", ""));
  }

  /** A command's name, with what it consists of. */
  private static String named(CommandInfo info) {
    return info.subcommands().isEmpty()
        ? info.name()
        : info.name()
            + " "
            + info.subcommands().stream().map(CommandInfo::name).collect(Collectors.joining("/"));
  }

  private static String options(CommandInfo info) {
    return info.options().stream()
        .filter(o -> o.kind() != CommandInfo.Option.Kind.FLAG)
        .map(o -> "[" + o.name() + "]")
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
