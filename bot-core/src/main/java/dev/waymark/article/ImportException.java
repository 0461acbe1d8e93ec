package dev.waymark.article;

/** An article that cannot be imported. The message is one sentence for the person who asked. */
public final class ImportException extends Exception {

  private static final long serialVersionUID = 1L;

  ImportException(String message) {
    super(message);
  }

  ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
