package dev.waymark.store;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be worked with at all. The message, for whoever runs the bot, says in one
 * sentence what is wrong, where, and what to do; it never holds a password.
 */
public final class UnusableDatabase extends Exception {
  private static final long serialVersionUID = 1;

  UnusableDatabase(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
