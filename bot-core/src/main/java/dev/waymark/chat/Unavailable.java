package dev.waymark.chat;

/**
 * Something that the bot needs cannot be used just now. The message is for members: what is wrong
 * and what to do, without a secret and without a word of theirs.
 */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
