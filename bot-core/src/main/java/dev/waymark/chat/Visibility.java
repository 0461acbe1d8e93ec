package dev.waymark.chat;

/** Who reads a reply. */
public enum Visibility {
  /** The member alone. */
  PRIVATE,
  /** Everyone in the place. */
  PUBLIC
}
