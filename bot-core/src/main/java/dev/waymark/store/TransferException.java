package dev.waymark.store;

import org.jspecify.annotations.Nullable;

/**
 * An export cannot be taken in. The message says in one sentence what is wrong, and in which line.
 */
public final class TransferException extends Exception {
  private static final long serialVersionUID = 1;

  TransferException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
