package dev.waymark.discord.loopback;

import java.util.List;
import java.util.Map;

/**
 * A person in a server, and what she can do there. Nothing here waits: what is returned does, when
 * asked for the bot's reply.
 */
public final class Member {

  private final World world;
  private final Guild guild;
  private final Person person;
  private final boolean admin;

  Member(World world, Guild guild, Person person, boolean admin) {
    this.world = world;
    this.guild = guild;
    this.person = person;
    this.admin = admin;
  }

  /** Discord's id of the person. */
  public String id() {
    return person.id();
  }

  /** The person, also outside of this server. */
  public Person person() {
    return person;
  }

  /**
   * Uses a command.
   *
   * @param command its name, with its subcommand behind a space when it has one
   * @param options the values by name: text, whole numbers, booleans, members, channels
   * @throws AssertionError when the bot has registered commands, but none that would take this
   */
  public Interaction slash(String channel, String command, Map<String, ?> options) {
    return slash(guild.channel(channel), command, options);
  }

  /** Uses a command in a channel or a thread. */
  public Interaction slash(Channel channel, String command, Map<String, ?> options) {
    return world.playing().slash(person, channel, command, options);
  }

  /** Types into an option of a command, in {@code #general}, and waits for suggestions. */
  public Interaction autocomplete(String command, String option, String typed) {
    return autocomplete(command, Map.of(), option, typed);
  }

  /** Types into an option of a command, in {@code #general}, after others were given. */
  public Interaction autocomplete(
      String command, Map<String, ?> given, String option, String typed) {
    return world
        .playing()
        .autocomplete(person, guild.channel("#general"), command, given, option, typed);
  }

  /** Chooses a command from the menu of a person's message. */
  public Interaction messageMenu(String command, Message message) {
    return world.playing().messageMenu(person, message, command);
  }

  /** Chooses a command from the menu of one of the bot's messages. */
  public Interaction messageMenu(String command, SeenMessage message) {
    return world.playing().messageMenu(person, message, command);
  }

  /**
   * Presses a button under a message.
   *
   * @throws AssertionError when she does not see the message, or it has no such button
   */
  public Interaction button(SeenMessage message, String customId) {
    return world.playing().button(person, message, customId);
  }

  /** Chooses from a list under a message. */
  public Interaction select(SeenMessage message, String customId, String... values) {
    return world.playing().select(person, message, customId, List.of(values));
  }

  /** Fills in and sends the form that the bot answered an interaction with. */
  public Interaction submit(Interaction answeredWithForm, Map<String, String> values) {
    return world.playing().submit(person, answeredWithForm, values);
  }

  /** Writes a message that mentions the bot. */
  public SentMessage mentions(String channel, String text) {
    return mentions(guild.channel(channel), text);
  }

  /** Writes a message that mentions the bot in a channel or a thread. */
  public SentMessage mentions(Channel channel, String text) {
    return world.playing().write(person, channel, "<@" + world.botId() + "> " + text, null);
  }

  /** Writes a message that does not mention the bot. */
  public SentMessage says(String channel, String text) {
    return says(guild.channel(channel), text);
  }

  /** Writes a message that does not mention the bot in a channel or a thread. */
  public SentMessage says(Channel channel, String text) {
    return world.playing().write(person, channel, text, null);
  }

  /** Answers a message, which mentions its author. */
  public SentMessage replyTo(SeenMessage message, String text) {
    return world.playing().write(person, world.channelOf(message), text, message.id());
  }

  /** Opens a post in a forum; its first message has the same id. */
  public SentMessage post(Channel forum, String title, String text) {
    return world.playing().post(person, forum, title, text);
  }

  /** Writes to the bot in private. */
  public SentMessage directMessage(String text) {
    return person.directMessage(text);
  }

  boolean isAdmin() {
    return admin;
  }
}
