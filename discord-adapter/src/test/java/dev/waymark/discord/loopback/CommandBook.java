package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.Permission;

/**
 * The commands that people see: what Discord's client would not let them send, they cannot send
 * here. A bot that registers nothing gets everything, for tests of other things. Thread-safe.
 */
final class CommandBook {

  static final int SLASH = 1;
  static final int MESSAGE_MENU = 3;

  private static final int SUBCOMMAND = 1;
  private static final int SUBCOMMAND_GROUP = 2;
  private static final int TEXT = 3;
  private static final int WHOLE_NUMBER = 4;
  private static final int TRUTH = 5;
  private static final int PERSON = 6;
  private static final int CHANNEL = 7;
  private static final int NUMBER = 10;

  private final AtomicReference<JsonNode> registered = new AtomicReference<>(Json.array());

  void replace(JsonNode commands) {
    registered.set(commands);
  }

  /** The data of a slash command as it is sent, after the checks of a client. */
  ObjectNode slash(Person person, Channel channel, String command, Map<String, ?> options) {
    String[] words = command.split(" ", 2);
    Optional<JsonNode> known = find(person, channel, words[0], SLASH);
    ObjectNode data = data(known, words[0], SLASH);
    ArrayNode list = data.putArray("options");
    JsonNode described = known.map(k -> k.path("options")).orElse(Json.array());
    if (words.length == 2) {
      if (known.isPresent()) {
        described = named(described, words[1], command).path("options");
      }
      ObjectNode subcommand = list.addObject().put("name", words[1]).put("type", SUBCOMMAND);
      list = subcommand.putArray("options");
    } else if (isParted(described)) {
      throw new AssertionError("/" + command + " is used by one of its subcommands only");
    }
    for (Map.Entry<String, ?> option : new TreeMap<>(options).entrySet()) {
      if (known.isPresent()) {
        check(named(described, option.getKey(), command), option.getValue(), command);
      }
      list.add(option(option.getKey(), option.getValue()));
    }
    if (known.isPresent()) {
      for (JsonNode option : described) {
        if (option.path("required").asBoolean()
            && !options.containsKey(option.path("name").asText())) {
          throw new AssertionError("/" + command + " needs the option " + option.path("name"));
        }
      }
    }
    return data;
  }

  private static boolean isParted(JsonNode described) {
    return Json.list(described).stream()
        .anyMatch(option -> option.path("type").asInt() <= SUBCOMMAND_GROUP);
  }

  /** The data of a command whose option is being typed, after others were given. */
  ObjectNode typing(
      Person person,
      Channel channel,
      String command,
      Map<String, ?> given,
      String option,
      String typed) {
    String[] words = command.split(" ", 2);
    Optional<JsonNode> known = find(person, channel, words[0], SLASH);
    if (known.isPresent()) {
      JsonNode described = known.get().path("options");
      if (words.length == 2) {
        described = named(described, words[1], command).path("options");
      }
      for (Map.Entry<String, ?> other : given.entrySet()) {
        check(named(described, other.getKey(), command), other.getValue(), command);
      }
      if (!named(described, option, command).path("autocomplete").asBoolean()) {
        throw new AssertionError(option + " of /" + command + " has no suggestions");
      }
    }
    ObjectNode data = data(known, words[0], SLASH);
    ArrayNode list = data.putArray("options");
    if (words.length == 2) {
      list = list.addObject().put("name", words[1]).put("type", SUBCOMMAND).putArray("options");
    }
    for (Map.Entry<String, ?> other : new TreeMap<>(given).entrySet()) {
      list.add(option(other.getKey(), other.getValue()));
    }
    list.add(option(option, typed).put("focused", true));
    return data;
  }

  ObjectNode menu(Person person, Message message, String command) {
    ObjectNode data =
        data(find(person, message.channel(), command, MESSAGE_MENU), command, MESSAGE_MENU);
    data.put("target_id", message.id());
    data.putObject("resolved").putObject("messages").set(message.id(), message.json());
    return data;
  }

  private static ObjectNode data(Optional<JsonNode> known, String name, int type) {
    String id = known.map(k -> k.path("id").asText()).orElse("1");
    return Json.object().put("id", id).put("name", name).put("type", type);
  }

  private Optional<JsonNode> find(Person person, Channel channel, String name, int type) {
    JsonNode all = registered.get();
    if (all == null || all.isEmpty()) {
      return Optional.empty();
    }
    List<JsonNode> named =
        Json.list(all).stream()
            .filter(c -> c.path("name").asText().equals(name) && c.path("type").asInt() == type)
            .toList();
    if (named.isEmpty()) {
      throw new AssertionError("The bot has registered no command " + name + ", only " + all);
    }
    JsonNode command = named.getFirst();
    List<Integer> contexts = numbers(command.path("contexts"));
    if (!contexts.isEmpty() && !contexts.contains(channel.context())) {
      throw new AssertionError(name + " is not offered in " + channel.name() + ": " + contexts);
    }
    if (!channel.botIsThere() && !numbers(command.path("integration_types")).contains(1)) {
      throw new AssertionError(name + " cannot be installed for a user");
    }
    JsonNode needed = command.path("default_member_permissions");
    if (Json.given(needed) && channel.guild().isPresent() && !may(person, channel, needed)) {
      throw new AssertionError(name + " is not offered to " + person.name());
    }
    return Optional.of(command);
  }

  private static List<Integer> numbers(JsonNode array) {
    return Json.list(array).stream().map(JsonNode::asInt).toList();
  }

  /** Admins here may manage the server and its channels, and nothing that goes beyond it. */
  private static boolean may(Person person, Channel channel, JsonNode needed) {
    return channel.guild().filter(guild -> guild.isAdmin(person)).isPresent()
        && Guild.OF_ADMINS.containsAll(Permission.getPermissions(needed.asLong()));
  }

  private static JsonNode named(JsonNode options, String name, String command) {
    return Json.list(options).stream()
        .filter(option -> option.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("/" + command + " has no " + name));
  }

  private static void check(JsonNode described, Object value, String command) {
    int type = described.path("type").asInt();
    if (type != type(value)) {
      throw new AssertionError(
          "%s of /%s takes type %d, not %s"
              .formatted(described.path("name"), command, type, value));
    }
    List<JsonNode> choices = Json.list(described.path("choices"));
    if (!choices.isEmpty()
        && choices.stream().noneMatch(c -> c.path("value").asText().equals(value.toString()))) {
      throw new AssertionError(value + " is none of the choices " + choices);
    }
    int most = described.path("max_length").asInt(6_000);
    if (value instanceof String text && Json.length(text) > most) {
      throw new AssertionError("/" + command + " takes at most " + most + " characters");
    }
  }

  private static int type(Object value) {
    return switch (value) {
      case Integer i -> WHOLE_NUMBER;
      case Long l -> WHOLE_NUMBER;
      case Boolean b -> TRUTH;
      case Double d -> NUMBER;
      case Person p -> PERSON;
      case Member m -> PERSON;
      case Channel c -> CHANNEL;
      default -> TEXT;
    };
  }

  private static ObjectNode option(String name, Object value) {
    ObjectNode option = Json.object().put("name", name).put("type", type(value));
    return switch (value) {
      case Integer number -> option.put("value", number);
      case Long number -> option.put("value", number);
      case Boolean truth -> option.put("value", truth);
      case Double number -> option.put("value", number);
      case Person person -> option.put("value", person.id());
      case Member member -> option.put("value", member.id());
      case Channel channel -> option.put("value", channel.id());
      default -> option.put("value", value.toString());
    };
  }

  /** What the ids among the options stand for, as a client would send it along. */
  static ObjectNode resolved(World world, Map<String, ?> options, Channel in) {
    ObjectNode resolved = Json.object();
    for (Object value : options.values()) {
      Person person = value instanceof Member member ? member.person() : null;
      if (value instanceof Person direct) {
        person = direct;
      }
      if (person != null) {
        Person chosen = person;
        resolved.withObjectProperty("users").set(chosen.id(), Payloads.user(chosen));
        in.guild()
            .ifPresent(
                guild ->
                    resolved
                        .withObjectProperty("members")
                        .set(chosen.id(), Payloads.memberOnly(guild, chosen)));
      } else if (value instanceof Channel channel) {
        resolved.withObjectProperty("channels").set(channel.id(), Payloads.channel(world, channel));
      }
    }
    return resolved;
  }
}
