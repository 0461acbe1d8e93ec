package dev.waymark.terminal;

import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.CommandInfo.Option;
import dev.waymark.chat.Suggestion;
import dev.waymark.text.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What could come next on a line that is being typed: choices, commands, their subcommands, options
 * and the options' values.
 */
final class Completions {

  private static final Pattern COMMAND = Pattern.compile("/([\\p{L}\\p{N}-]*)");
  private static final Pattern GIVEN = Pattern.compile("/([\\p{L}][\\p{L}\\p{N}-]*)\\s+(.*)");
  private static final Pattern SUBCOMMAND = Pattern.compile("([a-z][a-z0-9-]*)\\s+(.*)");
  private static final Pattern NAMED =
      Pattern.compile("(?:^|(?<=\\s))([a-z][a-z0-9-]*):(?:\"([^\"]*)\"(?=\\s)|([^\\s\"]*)(?=\\s))");
  private static final Pattern OPEN =
      Pattern.compile("(?:^|(?<=\\s))([a-z][a-z0-9-]*):(?:\"([^\"]*)|([^\\s\"]*))$");
  private static final Pattern NUMBER = Pattern.compile("\\[?\\d{0,2}");

  /**
   * Something that could stand in place of the end of the line.
   *
   * @param value what takes its place
   * @param label what people read
   * @param note what else they read; may be empty
   * @param whole whether a space follows
   */
  record Item(String value, String label, String note, boolean whole) {}

  /**
   * What fits.
   *
   * @param from where in the line the part begins that an item takes the place of
   */
  record Fitting(int from, List<Item> items) {}

  /**
   * A command, or one of its subcommands, and what is given with it.
   *
   * @param name the command's, with the subcommand's after a space
   * @param named the options that are given by their names
   */
  private record Given(String name, CommandInfo info, Map<String, String> named) {}

  private final Conversation conversation;

  Completions(Conversation conversation) {
    this.conversation = conversation;
  }

  /** What fits after what has been typed so far. */
  Fitting after(String typed) {
    if (NUMBER.matcher(typed).matches()) {
      List<Item> items = Stream.concat(numbers(typed), commands("").stream()).toList();
      return new Fitting(0, typed.isEmpty() ? items : numbers(typed).toList());
    }
    Matcher command = COMMAND.matcher(typed);
    if (command.matches()) {
      return new Fitting(0, commands(command.group(1)));
    }
    Matcher given = GIVEN.matcher(typed);
    Optional<CommandInfo> info = given.matches() ? info(given.group(1)) : Optional.empty();
    return info.isEmpty()
        ? new Fitting(typed.length(), List.of())
        : given(info.get(), given.group(2), given.start(2));
  }

  private Fitting given(CommandInfo info, String given, int offset) {
    if (info.subcommands().isEmpty()) {
      return options(info.name(), info, given, offset);
    }
    Matcher matcher = SUBCOMMAND.matcher(given);
    if (!matcher.matches()) {
      return new Fitting(offset, commands("", info.subcommands(), given));
    }
    return info.subcommand(matcher.group(1))
        .map(
            s ->
                options(
                    info.name() + " " + s.name(), s, matcher.group(2), offset + matcher.start(2)))
        .orElseGet(() -> new Fitting(offset + given.length(), List.of()));
  }

  private Stream<Item> numbers(String typed) {
    List<Choice> choices = conversation.choices();
    String digits = typed.replace("[", "");
    return java.util.stream.IntStream.rangeClosed(1, choices.size())
        .filter(i -> String.valueOf(i).startsWith(digits))
        .mapToObj(
            i ->
                new Item(
                    String.valueOf(i),
                    "[" + i + "] " + Line.of(choices.get(i - 1).label()),
                    "",
                    false));
  }

  private List<Item> commands(String start) {
    var items = new ArrayList<>(commands("/", conversation.bot().commands(), start));
    if ("quit".startsWith(start)) {
      items.add(new Item("/quit", "/quit", "Leave", false));
    }
    return items;
  }

  private static List<Item> commands(String sign, List<CommandInfo> infos, String start) {
    return infos.stream()
        .filter(i -> i.name().startsWith(start))
        .map(
            i ->
                new Item(
                    sign + i.name(),
                    sign + i.name(),
                    Line.of(i.description()),
                    !i.options().isEmpty() || !i.subcommands().isEmpty()))
        .toList();
  }

  private Optional<CommandInfo> info(String name) {
    return conversation.bot().commands().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private Fitting options(String name, CommandInfo info, String given, int offset) {
    Map<String, String> named = new LinkedHashMap<>();
    int rest = 0;
    Matcher matcher = NAMED.matcher(given);
    while (matcher.find()) {
      if (info.option(matcher.group(1)).isPresent()) {
        named.put(matcher.group(1), text(matcher));
        rest = matcher.end();
      }
    }
    while (rest < given.length() && Character.isWhitespace(given.charAt(rest))) {
      rest++;
    }
    Matcher open = OPEN.matcher(given).region(rest, given.length());
    if (open.find()) {
      Optional<Option> option = info.option(open.group(1));
      if (option.isPresent()) {
        return new Fitting(
            offset + open.start(),
            values(new Given(name, info, named), option.get(), text(open), true));
      }
    }
    return unnamed(new Given(name, info, named), given.substring(rest), offset + rest);
  }

  private static String text(Matcher matcher) {
    return matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
  }

  /** What takes no name goes to the first option that is free. */
  private Fitting unnamed(Given given, String typed, int from) {
    List<Option> free =
        given.info().options().stream().filter(o -> !given.named().containsKey(o.name())).toList();
    var items = new ArrayList<Item>();
    free.stream()
        .filter(o -> o.kind() != Option.Kind.FLAG)
        .findFirst()
        .filter(o -> o.kind() == Option.Kind.SUGGESTED)
        .ifPresent(o -> items.addAll(values(given, o, typed, false)));
    int word = items.isEmpty() ? typed.lastIndexOf(' ') + 1 : 0;
    for (Option option : free) {
      if (option.name().startsWith(typed.substring(word))) {
        String name = option.name() + ":";
        items.add(new Item(name, name, Line.of(option.description()), false));
      }
    }
    return new Fitting(from + word, items);
  }

  private List<Item> values(Given given, Option option, String typed, boolean withName) {
    List<Suggestion> suggestions =
        switch (option.kind()) {
          case TEXT -> List.of();
          case FLAG ->
              Stream.of("true", "false")
                  .filter(v -> v.startsWith(typed))
                  .map(v -> new Suggestion(v, v))
                  .toList();
          case SUGGESTED ->
              conversation
                  .bot()
                  .suggest(
                      conversation.request(new ChatRequest.Command(given.name(), given.named())),
                      option.name(),
                      typed);
        };
    return suggestions.stream()
        .filter(s -> s.value().indexOf('"') < 0)
        .map(
            s ->
                new Item(
                    withName ? option.name() + ":" + quoted(s.value()) : Line.of(s.value()),
                    Line.of(s.label()),
                    "",
                    true))
        .toList();
  }

  private static String quoted(String value) {
    String line = Line.of(value);
    return line.indexOf(' ') < 0 ? line : "\"" + line + "\"";
  }
}
