package dev.waymark.discord.loopback;

/** What a bot must hold to; a broken rule fails the test unless it was expected. */
public enum Rule {
  /** Asked for an address that Discord (or this server) does not have. */
  ROUTE,
  /** No token, a wrong one, or no user agent. */
  AUTHORISATION,
  /** A body that Discord's specification does not allow. */
  BODY,
  /** Longer, larger or more than Discord takes. */
  LIMIT,
  /** A message that could mention somebody. */
  MENTION,
  /** Did what the bot's permissions in the place do not allow. */
  PERMISSION,
  /** Acknowledged an interaction twice, or in a way that does not fit its kind. */
  CALLBACK,
  /** Acknowledged an interaction after three seconds. */
  LATE,
  /** Used an interaction after fifteen minutes. */
  EXPIRED,
  /** Used an interaction's token that is unknown or not acknowledged yet. */
  TOKEN,
  /** Sent over the gateway what it does not take. */
  GATEWAY,
  /** Identified too soon after another of the same bucket. */
  PACE,
  /**
   * No rule of Discord's: this server failed, or answered what the specification does not allow.
   */
  OURS
}
