package dev.waymark.slack.loopback;

/** What a bot must hold to; a broken rule fails the test unless it was expected. */
public enum Rule {
  /** Called a method or an address that Slack (or this server) does not have. */
  METHOD,
  /** No token, a wrong one, or one of another kind. */
  AUTHORISATION,
  /** An argument that is missing or is not what it should be. */
  ARGUMENT,
  /** A method for which the app has no scope. */
  SCOPE,
  /** A channel that the bot is not in, that is not there, or that is archived. */
  MEMBERSHIP,
  /** Longer, larger or more than Slack takes. */
  LIMIT,
  /** Blocks or a view that Slack cannot show. */
  BLOCK,
  /** Blocks without {@code text}, or a picture without words for those who do not see it. */
  ACCESSIBILITY,
  /** A message that would call a whole channel. */
  MENTION,
  /** A thread, a message or a view that is not there or is not the bot's. */
  TARGET,
  /** Used a trigger that is unknown, older than three seconds, or used before. */
  TRIGGER,
  /** Used a response address that is unknown, older than half an hour, or used five times. */
  RESPONSE_URL,
  /** Acknowledged after three seconds. */
  LATE,
  /** Never acknowledged. */
  UNACKNOWLEDGED,
  /** Acknowledged what was not sent, or with an answer that is not one. */
  ACKNOWLEDGEMENT,
  /** No rule of Slack's: this server failed. */
  OURS
}
