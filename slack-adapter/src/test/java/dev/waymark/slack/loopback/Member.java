package dev.waymark.slack.loopback;

import java.util.Locale;
import java.util.Map;

/**
 * A person in the workspace, and what she can do there. Nothing here waits: what is returned does,
 * when asked for the bot's reply.
 */
public final class Member {

  private static final String GENERAL = "#general";

  private final World world;
  private final String id;
  private final String name;
  private volatile boolean admin;

  Member(World world, String name) {
    this.world = world;
    this.id = world.newId("U");
    this.name = name;
  }

  /** Slack's id of the person. */
  public String id() {
    return id;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** How she is mentioned in a text. */
  public String tag() {
    return "<@" + id + ">";
  }

  /** The name of her conversation with the bot. */
  public String conversation() {
    return world.conversation(this).name();
  }

  /** Writes a message that mentions the bot. */
  public SentMessage mentions(String channel, String text) {
    return world.playing().mention(this, world.channelNamed(channel), text, null);
  }

  /** Writes a message that does not mention the bot. */
  public SentMessage says(String channel, String text) {
    return world.playing().write(this, world.channelNamed(channel), text, null);
  }

  /** Writes to the bot in private. */
  public SentMessage directMessage(String text) {
    return world.playing().write(this, world.conversation(this), text, null);
  }

  /** Answers in the thread of a message, without mentioning the bot. */
  public SentMessage replyIn(SeenMessage thread, String text) {
    Message in = world.playing().visible(this, thread);
    return world.playing().write(this, in.channel(), text, in.threadRoot());
  }

  /** Answers in the thread of a message, without mentioning the bot. */
  public SentMessage replyIn(SentMessage thread, String text) {
    Message in = thread.message();
    return world.playing().write(this, in.channel(), text, in.threadRoot());
  }

  /** Mentions the bot in the thread of a message. */
  public SentMessage mentionsIn(SeenMessage thread, String text) {
    Message in = world.playing().visible(this, thread);
    return world.playing().mention(this, in.channel(), text, in.threadRoot());
  }

  /** Mentions the bot in the thread of a message. */
  public SentMessage mentionsIn(SentMessage thread, String text) {
    Message in = thread.message();
    return world.playing().mention(this, in.channel(), text, in.threadRoot());
  }

  /** Changes what she wrote; the bot is told. */
  public void edits(SentMessage message, String text) {
    world.playing().edit(message.message(), text);
  }

  /** Deletes what she wrote; the bot is told. */
  public void deletes(SentMessage message) {
    world.playing().delete(message.message());
  }

  /** Uses a command in {@code #general}: {@code ana.command("/waymark", "next")}. */
  public Interaction command(String command, String text) {
    return command(GENERAL, command, text);
  }

  /** Uses a command in a channel, which the bot need not be in. */
  public Interaction command(String channel, String command, String text) {
    return world.playing().command(this, world.channelNamed(channel), command, text);
  }

  /** Uses a command in the conversation with the bot. */
  public Interaction commandInPrivate(String command, String text) {
    return world.playing().command(this, world.conversation(this), command, text);
  }

  /**
   * Presses a button under a message.
   *
   * @throws AssertionError when she does not see the message, or it has no such button
   */
  public Interaction press(SeenMessage message, String actionId) {
    return world.playing().act(this, message, actionId, "");
  }

  /** Presses a button in a modal or in her App Home. */
  public Interaction press(SeenView view, String actionId) {
    return world.playing().act(this, view, actionId, "");
  }

  /** Chooses from a list under a message, by the value. */
  public Interaction chooses(SeenMessage message, String actionId, String value) {
    return world.playing().act(this, message, actionId, value);
  }

  /** Chooses from a list in a modal or in her App Home, by the value. */
  public Interaction chooses(SeenView view, String actionId, String value) {
    return world.playing().act(this, view, actionId, value);
  }

  /** Chooses a shortcut from the menu of a person's message. */
  public Interaction shortcut(String callbackId, SentMessage message) {
    return world.playing().messageShortcut(this, callbackId, message.message());
  }

  /** Chooses a shortcut from the menu of one of the bot's messages. */
  public Interaction shortcut(String callbackId, SeenMessage message) {
    return world
        .playing()
        .messageShortcut(this, callbackId, world.playing().visible(this, message));
  }

  /** Chooses a shortcut that belongs to no message. */
  public Interaction shortcut(String callbackId) {
    return world.playing().globalShortcut(this, callbackId);
  }

  /** Opens her App Home; {@link Interaction#home()} waits for what is shown there. */
  public Interaction opensHome() {
    return world.playing().openHome(this);
  }

  /** Opens the assistant's pane, beside {@code #general}. */
  public AssistantPane opensAssistant() {
    return world.playing().openAssistant(this, world.channelNamed(GENERAL));
  }

  /**
   * Fills in a modal and sends it.
   *
   * @param values by action id: text, or the value of an option; what is not named stays as it is
   * @throws AssertionError when a person could not send it so
   */
  public Interaction submits(SeenView modal, Map<String, String> values) {
    return world.playing().submit(this, modal, values);
  }

  /** Closes a modal without sending it. */
  public Interaction closes(SeenView modal) {
    return world.playing().close(this, modal);
  }

  void makeAdmin() {
    admin = true;
  }

  boolean isAdmin() {
    return admin;
  }

  /** The name with a capital, as in a profile. */
  String realName() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
