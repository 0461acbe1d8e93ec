package dev.waymark.store;

/**
 * A column, as far as it is exported and shown to people.
 *
 * @param name its name in the database
 * @param type what it holds
 */
record Column(String name, Type type) {

  /** What a column holds. */
  enum Type {
    /** A whole number. */
    NUMBER,
    /** A moment, in milliseconds since 1970. */
    INSTANT,
    /** Text, never null. */
    TEXT,
    /** Text or null. */
    OPTIONAL_TEXT
  }

  /** Whether the database keeps it as a number. */
  boolean isNumber() {
    return type == Type.NUMBER || type == Type.INSTANT;
  }
}
