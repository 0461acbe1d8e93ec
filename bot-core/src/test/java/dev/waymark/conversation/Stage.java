package dev.waymark.conversation;

import java.util.List;

/** A platform on which people talk to the bot, each of them alone with it. */
public interface Stage {

  /**
   * What somebody sees.
   *
   * @param text all that can be read, in whatever marks the platform has
   * @param choices the labels of what can be pressed, in their order
   */
  record Shown(String text, List<String> choices) {}

  /** Somebody writes, and waits for the reply. */
  Shown says(String member, String text);

  /** Somebody presses what the latest reply to them offers, and waits for the reply. */
  Shown presses(String member, String label);

  /** Whether whoever speaks there may manage the place. */
  default boolean isOwn() {
    return false;
  }
}
