package dev.waymark.chat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a command is, said once: help, registration, completion and manifests come from it.
 *
 * @param name what people write after the slash
 * @param description what it does, for a menu; at most {@value #MAX_DESCRIPTION} characters
 * @param options what can be given with it, required ones first
 * @param visibility who reads its replies, unless the member asks for a public one
 * @param access who may run it
 * @param confidential whether its replies must not be read by others, whatever the member asks for
 * @param dialog whether it asks back until all is said, so that a platform which has dialogs may
 *     hold it in one
 * @param subcommands what it consists of, if it does nothing by itself; they have no subcommands
 *     and share its visibility and access
 */
public record CommandInfo(
    String name,
    String description,
    List<Option> options,
    Visibility visibility,
    Access access,
    boolean confidential,
    boolean dialog,
    List<CommandInfo> subcommands) {

  /** Discord's limit for a description, of commands and of options. */
  public static final int MAX_DESCRIPTION = 100;

  /** The option that makes a private command's reply public. */
  public static final String PUBLIC = "public";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Who may run a command. */
  public enum Access {
    EVERYONE,
    /** Those who may manage the place. */
    MANAGERS
  }

  /**
   * Something that can be given with a command.
   *
   * @param name what people write before the colon
   * @param description what to give; at most {@value CommandInfo#MAX_DESCRIPTION} characters
   * @param kind what it holds
   * @param required whether the command needs it
   */
  public record Option(String name, String description, Kind kind, boolean required) {

    /** What an option holds. */
    public enum Kind {
      /** Words. */
      TEXT,
      /** Words, with suggestions while they are typed. */
      SUGGESTED,
      /** {@code true} or {@code false}. */
      FLAG
    }

    public Option {
      check(name, description);
    }
  }

  public CommandInfo {
    check(name, description);
    options = List.copyOf(options);
    subcommands = List.copyOf(subcommands);
    if (!subcommands.isEmpty() && !options.isEmpty()) {
      throw new IllegalArgumentException(name + ": the options belong to the subcommands");
    }
    boolean optional = false;
    for (Option option : options) {
      if (option.required() && optional) {
        throw new IllegalArgumentException(name + ": required options go first");
      }
      optional |= !option.required();
    }
  }

  /** A command without options, for everyone, whose replies the member alone reads. */
  public static CommandInfo of(String name, String description) {
    return of(name, description, List.of());
  }

  /** A command for everyone, whose replies the member alone reads. */
  public static CommandInfo of(String name, String description, List<Option> options) {
    return new CommandInfo(
        name, description, options, Visibility.PRIVATE, Access.EVERYONE, false, false, List.of());
  }

  /** The same, with replies that nobody else must read. */
  public CommandInfo confidentially() {
    return new CommandInfo(
        name, description, options, visibility, access, true, dialog, subcommands);
  }

  /** The same, which asks back until all is said. */
  public CommandInfo asDialog() {
    return new CommandInfo(
        name, description, options, visibility, access, confidential, true, subcommands);
  }

  /** The same for those who may manage the place. */
  public CommandInfo forManagers() {
    return new CommandInfo(
        name, description, options, visibility, Access.MANAGERS, confidential, dialog, subcommands);
  }

  /** The same, consisting of these. */
  public CommandInfo of(List<CommandInfo> newSubcommands) {
    return new CommandInfo(
        name, description, options, visibility, access, confidential, dialog, newSubcommands);
  }

  private static void check(String name, String description) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name has lower-case letters, digits and hyphens, at most 32: " + name);
    }
    if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          name + ": a description has 1 to " + MAX_DESCRIPTION + " characters");
    }
  }

  /** The option with that name. */
  public Optional<Option> option(String optionName) {
    return options.stream().filter(o -> o.name().equals(optionName)).findFirst();
  }

  /** The subcommand with that name. */
  public Optional<CommandInfo> subcommand(String subcommandName) {
    return subcommands.stream().filter(s -> s.name().equals(subcommandName)).findFirst();
  }
}
