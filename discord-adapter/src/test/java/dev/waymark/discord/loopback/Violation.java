package dev.waymark.discord.loopback;

/**
 * A rule that the bot broke.
 *
 * @param rule the rule
 * @param where the request or the gateway's operation
 * @param what what was wrong, for a developer to read
 */
public record Violation(Rule rule, String where, String what) {

  @Override
  public String toString() {
    return rule + " at " + where + ": " + what;
  }
}
