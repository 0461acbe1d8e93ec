package dev.waymark.chat;

import java.util.Locale;

/** Where a conversation is held. */
public enum Platform {
  DISCORD,
  SLACK,
  TERMINAL;

  /** The name that is stored and logged: lower case, for ever the same. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that people read. */
  public String label() {
    return name().charAt(0) + code().substring(1);
  }
}
