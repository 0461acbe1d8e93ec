package dev.waymark.chat;

/**
 * How a text reached the bot: what there is to know for the decision whether it is spoken to.
 *
 * @param direct in a conversation with the bot alone
 * @param mentioned the bot is mentioned by name; a mention of everyone is none
 * @param replyToBot answers one of the bot's messages
 * @param ownThread in a thread in which the bot has answered
 * @param ownThreadOfMember in such a thread, which this member's question began
 * @param askChannel in a channel whose admins want every question answered
 * @param fromBot written by a bot, this one or another
 * @param mentionsOthers somebody else is mentioned
 */
public record Heard(
    boolean direct,
    boolean mentioned,
    boolean replyToBot,
    boolean ownThread,
    boolean ownThreadOfMember,
    boolean askChannel,
    boolean fromBot,
    boolean mentionsOthers) {

  /** A conversation with the bot alone. */
  public static final Heard DIRECT =
      new Heard(true, false, false, false, false, false, false, false);

  /** The bot is mentioned in a channel. */
  public static final Heard MENTIONED =
      new Heard(false, true, false, false, false, false, false, false);

  /** In a channel whose admins want every question answered. */
  public static final Heard ASK_CHANNEL =
      new Heard(false, false, false, false, false, true, false, false);

  /** The same in a thread in which the bot has answered, or not. */
  public Heard inOwnThread(boolean newOwnThread) {
    return new Heard(
        direct,
        mentioned,
        replyToBot,
        newOwnThread,
        ownThreadOfMember,
        askChannel,
        fromBot,
        mentionsOthers);
  }
}
