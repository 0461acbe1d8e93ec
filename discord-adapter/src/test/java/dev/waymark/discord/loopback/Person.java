package dev.waymark.discord.loopback;

import java.util.Map;

/** Somebody who uses Discord. What a person does in a server, the {@link Member} does. */
public final class Person {

  private final World world;
  private final String id;
  private final String name;
  private volatile boolean takesDirectMessages = true;

  Person(World world, String name) {
    this.world = world;
    this.id = world.newId();
    this.name = name;
  }

  /** Discord's id of the person. */
  public String id() {
    return id;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Writes to the bot in private. */
  public SentMessage directMessage(String text) {
    return world.playing().write(this, world.conversation(this), text, null);
  }

  /** Uses a command in the conversation with the bot. */
  public Interaction slash(String command, Map<String, ?> options) {
    return world.playing().slash(this, world.conversation(this), command, options);
  }

  /** Uses a command that she has installed for herself, in a conversation without the bot. */
  public Interaction slashAmongFriends(String command, Map<String, ?> options) {
    return world.playing().slash(this, world.group(this), command, options);
  }

  /** Presses a button under a message in the conversation with the bot. */
  public Interaction button(SeenMessage message, String customId) {
    return world.playing().button(this, message, customId);
  }

  /** Answers a message in the conversation with the bot. */
  public SentMessage replyTo(SeenMessage message, String text) {
    return world.playing().write(this, world.channelOf(message), text, message.id());
  }

  /** Takes no more private messages from the bot. */
  public void closeDirectMessages() {
    takesDirectMessages = false;
  }

  boolean takesDirectMessages() {
    return takesDirectMessages;
  }
}
