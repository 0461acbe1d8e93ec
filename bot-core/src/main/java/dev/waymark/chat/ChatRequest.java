package dev.waymark.chat;

import java.util.Map;
import java.util.Optional;

/**
 * What a member did, in the words of no platform.
 *
 * @param eventId the platform's id of the event, the same when it is delivered again; empty where
 *     nothing is ever delivered twice
 * @param member who
 * @param manager whether they may manage the place
 * @param place where
 * @param input what they did
 */
public record ChatRequest(
    String eventId, Member member, boolean manager, Place place, Input input) {

  /** What a member can do. */
  public sealed interface Input permits Command, Text, Press {}

  /**
   * A command was given.
   *
   * @param name the command's; with a subcommand's after a space, where it has some
   * @param options what was given with it, by the options' names; those left out are absent
   * @param onlyIfSure whether to keep silent unless the answer is sure
   */
  public record Command(String name, Map<String, String> options, boolean onlyIfSure)
      implements Input {

    public Command {
      options = Map.copyOf(options);
    }

    public Command(String name, Map<String, String> options) {
      this(name, options, false);
    }

    /** The name of the command alone. */
    public String command() {
      return name.split(" ", 2)[0];
    }

    /** The name of the subcommand; empty when none was given. */
    public String subcommand() {
      int space = name.indexOf(' ');
      return space < 0 ? "" : name.substring(space + 1);
    }
  }

  /** Something was written: a question, or a command in words. */
  public record Text(String text, Heard heard) implements Input {}

  /**
   * A choice of one of the bot's replies was taken.
   *
   * @param choice the choice's id
   * @param privateMessage whether the member alone sees the reply that it stands under
   */
  public record Press(String choice, boolean privateMessage) implements Input {}

  /** What was given for an option of a command; empty when it was left out or blank. */
  public Optional<String> option(String name) {
    return input instanceof Command command
        ? Optional.ofNullable(command.options().get(name))
            .map(String::strip)
            .filter(o -> !o.isEmpty())
        : Optional.empty();
  }

  /** Whether to keep silent unless the answer is sure. */
  public boolean onlyIfSure() {
    return input instanceof Command command && command.onlyIfSure();
  }

  /** The same from somebody who may manage the place. */
  public ChatRequest byManager() {
    return new ChatRequest(eventId, member, true, place, input);
  }

  /** The same event, read as something else. */
  ChatRequest as(Input other) {
    return new ChatRequest(eventId, member, manager, place, other);
  }
}
