package dev.waymark.chat;

import java.util.List;

/**
 * One thing that the bot does. Thread-safe; blocking is fine, adapters call it on virtual threads.
 */
public interface ChatCommand {

  /** What it is. */
  CommandInfo info();

  /**
   * Does it.
   *
   * @param request with a {@link ChatRequest.Command} of this command as its input
   */
  ChatReply handle(ChatRequest request);

  /**
   * Goes on after a choice whose id begins with this command's name, in whatever version of the bot
   * it was offered.
   *
   * @param words the parts of the id after the name; old ones may say what is no longer understood
   */
  default ChatReply pressed(ChatRequest request, List<String> words) {
    return handle(request);
  }

  /**
   * What could be given for an option. Called at each key, so it answers within a few milliseconds.
   *
   * @param typed what there is so far; may be empty
   * @return the likeliest first, at most 25
   */
  default List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    return List.of();
  }

  /**
   * Whether words that follow this command's name, written without a slash, are meant for it;
   * otherwise the whole is a question.
   */
  default boolean means(String words) {
    return false;
  }

  /**
   * Whether it only shows something: then a member may share what it showed them, by which it is
   * given once more.
   */
  default boolean isShareable() {
    return false;
  }

  /** Whether what it says depends on the member's right to manage the place. */
  default boolean dependsOnManager() {
    return info().access() == CommandInfo.Access.MANAGERS;
  }
}
