package dev.waymark.answer;

import java.util.List;

/**
 * A message with all that is no question set aside.
 *
 * @param text what is left, on one line; empty when nothing is
 * @param focus the part of a long message that asks, the same as the text when the message is short
 * @param parts the questions it holds, when there are several; otherwise the text alone
 * @param hasCode whether it held code
 */
record Message(String text, String focus, List<String> parts, boolean hasCode) {

  Message {
    parts = List.copyOf(parts);
  }

  /** Whether there is nothing to answer. */
  boolean isEmpty() {
    return text.isEmpty();
  }
}
