package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What Discord takes as a list of commands. */
final class CommandLimits {

  private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
  private static final int SLASH = 1;
  private static final int SLASH_COMMANDS = 100;
  private static final int MENU_COMMANDS = 15;
  private static final int COMMAND = 0;
  private static final int SUBCOMMAND = 1;
  private static final int SUBCOMMAND_GROUP = 2;
  private static final int ITEMS = 25;
  private static final int TEXT = 100;
  private static final int TOGETHER = 8_000;

  private final Faults faults = new Faults();

  private CommandLimits() {}

  static void check(JsonNode commands) {
    var limits = new CommandLimits();
    Set<String> names = new HashSet<>();
    int[] counts = new int[5];
    for (int i = 0; i < commands.size(); i++) {
      JsonNode command = commands.get(i);
      int type = command.path("type").asInt(SLASH);
      counts[Math.min(type, counts.length - 1)]++;
      limits.command(Integer.toString(i), command, type);
      if (!names.add(type + command.path("name").asText())) {
        limits.faults.add(
            Integer.toString(i),
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique");
      }
    }
    limits.faults.count("commands", counts[SLASH], 0, SLASH_COMMANDS);
    limits.faults.count("user commands", counts[2], 0, MENU_COMMANDS);
    limits.faults.count("message commands", counts[3], 0, MENU_COMMANDS);
    limits.faults.throwIfAny();
  }

  /** Suggestions for what is being typed. */
  static void checkChoices(JsonNode choices) {
    var limits = new CommandLimits();
    limits.choices("data.choices", choices);
    limits.faults.throwIfAny();
  }

  private void command(String at, JsonNode command, int type) {
    if (type != SLASH) {
      faults.between(at + ".name", command.path("name"), 1, 32);
      return;
    }
    named(at, command);
    options(at + ".options", command.path("options"), COMMAND);
    int together = characters(command);
    if (together > TOGETHER) {
      faults.add(
          at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + TOGETHER + ")");
    }
  }

  private void named(String at, JsonNode item) {
    String name = item.path("name").asText();
    if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
      faults.add(at + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
    faults.between(at + ".description", item.path("description"), 1, TEXT);
  }

  /**
   * What a command, a group or a subcommand consists of.
   *
   * @param of the type of what it is in
   */
  private void options(String at, JsonNode options, int of) {
    faults.count(at, options.size(), 0, ITEMS);
    kinds(at, options, of);
    Set<String> names = new HashSet<>();
    boolean optional = false;
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i);
      String inner = at + "." + i;
      named(inner, option);
      options(inner + ".options", option.path("options"), option.path("type").asInt());
      choices(inner + ".choices", option.path("choices"));
      if (!names.add(option.path("name").asText())) {
        faults.add(inner, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Used twice");
      }
      if (option.path("autocomplete").asBoolean() && !option.path("choices").isEmpty()) {
        faults.add(inner, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Both cannot be had");
      }
      boolean value = option.path("type").asInt() > SUBCOMMAND_GROUP;
      if (value && optional && option.path("required").asBoolean()) {
        faults.add(
            inner,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      optional |= value && !option.path("required").asBoolean();
    }
  }

  /** Subcommands and values do not mix, and each kind stands where it may. */
  private void kinds(String at, JsonNode options, int of) {
    List<Integer> types =
        Json.list(options).stream().map(option -> option.path("type").asInt()).toList();
    long parts = types.stream().filter(type -> type <= SUBCOMMAND_GROUP).count();
    boolean nested =
        switch (of) {
          case COMMAND -> true;
          case SUBCOMMAND_GROUP -> parts == types.size() && !types.contains(SUBCOMMAND_GROUP);
          case SUBCOMMAND -> parts == 0;
          default -> types.isEmpty();
        };
    if (!nested || (parts > 0 && parts < types.size())) {
      faults.add(
          at,
          "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
          "Sub-command and sub-command group option types are mutually exclusive to all other types");
    }
  }

  private void choices(String at, JsonNode choices) {
    faults.count(at, choices.size(), 0, ITEMS);
    for (int i = 0; i < choices.size(); i++) {
      faults.between(at + "." + i + ".name", choices.get(i).path("name"), 1, TEXT);
      faults.between(at + "." + i + ".value", choices.get(i).path("value"), 1, TEXT);
    }
  }

  private static int characters(JsonNode item) {
    int characters = 0;
    for (String field : List.of("name", "description", "value")) {
      characters += Json.length(item.path(field));
    }
    for (String field : List.of("options", "choices")) {
      for (JsonNode inner : item.path(field)) {
        characters += characters(inner);
      }
    }
    return characters;
  }
}
