package dev.waymark.chat;

/** Says something of the bot's own accord. Thread-safe. */
public interface ChatChannel {

  /**
   * Posts.
   *
   * @param key the same key posts once, where the platform can tell
   */
  Posted post(Place place, ChatReply reply, PostKey key);
}
