package dev.waymark.chat;

/**
 * What makes a post of the bot's own accord one and the same, however often it is tried.
 *
 * @param value at most 25 characters, Discord's limit for a nonce
 */
public record PostKey(String value) {

  public PostKey {
    if (value.isEmpty() || value.length() > 25) {
      throw new IllegalArgumentException("a post's key has 1 to 25 characters: " + value);
    }
  }
}
