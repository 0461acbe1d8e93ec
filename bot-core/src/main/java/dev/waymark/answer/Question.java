package dev.waymark.answer;

import java.util.List;

/**
 * What a member wrote.
 *
 * @param text the message as it was sent
 * @param earlier the same member's earlier messages of this conversation, oldest first
 */
public record Question(String text, List<String> earlier) {

  public Question {
    earlier = List.copyOf(earlier);
  }

  /** A question with nothing before it. */
  public static Question of(String text) {
    return new Question(text, List.of());
  }
}
