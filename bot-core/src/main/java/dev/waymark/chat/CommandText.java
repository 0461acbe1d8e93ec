package dev.waymark.chat;

import dev.waymark.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text: a command, nearly one, or a question. With a slash it can only be a command;
 * without one it is a command when it is the name alone, or the name and words that the command
 * takes for its own. Thread-safe.
 */
final class CommandText {

  // A name, then what is given with it.
  private static final Pattern SLASHED =
      Pattern.compile("/([\\p{L}][\\p{L}\\p{N}-]*)(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern WORDS =
      Pattern.compile("([\\p{L}][\\p{L}\\p{N}-]*)(?:\\s+(.*))?[.!?]*", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(?:^|\\s)([a-z][a-z0-9-]*):(?:\"([^\"]*)\"|(\\S*))");

  /** What a text is. */
  sealed interface Read permits Given, Almost, Question {}

  /** A command. */
  record Given(ChatRequest.Command command) implements Read {}

  /**
   * A word that no command has.
   *
   * @param name as it was written
   * @param meant the command that was probably meant
   * @param slashed whether it was written with a slash, so that it can be nothing else
   */
  record Almost(String name, Optional<String> meant, boolean slashed) implements Read {}

  /** Anything else. */
  record Question(String text) implements Read {}

  private final Map<String, CommandInfo> commands = new LinkedHashMap<>();
  private final BiPredicate<String, String> means;

  /**
   * Makes a reader.
   *
   * @param commands those there are
   * @param means whether words after a command's name, without a slash, belong to it
   */
  CommandText(List<CommandInfo> commands, BiPredicate<String, String> means) {
    commands.forEach(c -> this.commands.put(c.name(), c));
    this.means = means;
  }

  Read read(String text) {
    String stripped = text.strip();
    Matcher slashed = SLASHED.matcher(stripped);
    if (slashed.matches()) {
      return slashed(slashed.group(1), given(slashed));
    }
    Matcher words = WORDS.matcher(stripped);
    return words.matches() ? words(stripped, words.group(1), given(words)) : new Question(text);
  }

  private static String given(Matcher matcher) {
    String given = matcher.group(2);
    return given == null ? "" : given.strip();
  }

  private Read slashed(String written, String given) {
    CommandInfo info = commands.get(written.toLowerCase(Locale.ROOT));
    return info == null ? almost(written) : command(info, given);
  }

  /** A command, or the subcommand that the first word after it names. */
  private static Read command(CommandInfo info, String given) {
    if (info.subcommands().isEmpty()) {
      return new Given(new ChatRequest.Command(info.name(), options(info, given)));
    }
    String[] words = given.split("\\s+", 2);
    String name = words[0].toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return new Given(new ChatRequest.Command(info.name(), Map.of()));
    }
    return info.subcommand(name)
        .<Read>map(
            s ->
                new Given(
                    new ChatRequest.Command(
                        info.name() + " " + name, options(s, words.length > 1 ? words[1] : ""))))
        .orElseGet(() -> almostSubcommand(info, words[0]));
  }

  private static Almost almostSubcommand(CommandInfo info, String written) {
    Optional<String> meant =
        NearestWord.of(
            written.toLowerCase(Locale.ROOT),
            info.subcommands().stream().map(CommandInfo::name).toList());
    return new Almost(info.name() + " " + written, meant.map(m -> info.name() + " " + m), true);
  }

  /** What was probably meant by the name of a command that there is not. */
  Almost almost(String written) {
    return new Almost(written, nearest(written), true);
  }

  private Read words(String text, String first, String given) {
    CommandInfo info = commands.get(first.toLowerCase(Locale.ROOT));
    if (info == null) {
      Optional<String> meant = given.isEmpty() ? nearest(first) : Optional.empty();
      return meant.isPresent() ? new Almost(first, meant, false) : new Question(text);
    }
    return given.isEmpty() || means.test(info.name(), given)
        ? command(info, given)
        : new Question(text);
  }

  private Optional<String> nearest(String written) {
    return NearestWord.of(written.toLowerCase(Locale.ROOT), commands.keySet());
  }

  /** The words that name their option go to it, all others to the first option that is free. */
  private static Map<String, String> options(CommandInfo info, String given) {
    var options = new LinkedHashMap<String, String>();
    var rest = new StringBuilder();
    Matcher named = NAMED.matcher(given);
    int last = 0;
    while (named.find()) {
      if (info.option(named.group(1)).isPresent()) {
        String quoted = named.group(2);
        options.put(named.group(1), quoted == null ? named.group(3) : quoted);
        rest.append(given, last, named.start());
        last = named.end();
      }
    }
    rest.append(given, last, given.length());
    String unnamed = rest.toString().strip();
    if (!unnamed.isEmpty()) {
      firstFree(info, options.keySet()).ifPresent(o -> options.put(o.name(), unnamed));
    }
    return options;
  }

  private static Optional<CommandInfo.Option> firstFree(CommandInfo info, Set<String> taken) {
    return info.options().stream()
        .filter(o -> o.kind() != CommandInfo.Option.Kind.FLAG && !taken.contains(o.name()))
        .findFirst();
  }
}
