package dev.waymark.chat;

/** Whether the bot speaks up. A pure function of {@link Heard}. */
public enum Attention {
  /** It is spoken to: it answers, or says that it does not know. */
  ANSWER,
  /** Nobody asked it in particular: it answers when it is sure and keeps silent otherwise. */
  ANSWER_IF_SURE,
  /** It is not meant. */
  IGNORE;

  /** The decision for a text. */
  public static Attention to(Heard heard) {
    if (heard.fromBot()) {
      return IGNORE;
    }
    if (heard.direct() || heard.mentioned() || heard.replyToBot()) {
      return ANSWER;
    }
    if (heard.mentionsOthers()) {
      return IGNORE;
    }
    if (heard.ownThreadOfMember()) {
      return ANSWER;
    }
    return heard.ownThread() || heard.askChannel() ? ANSWER_IF_SURE : IGNORE;
  }
}
