package dev.waymark.slack.loopback;

/**
 * A rule that the bot broke.
 *
 * @param rule the rule
 * @param where the method, the response address or the envelope
 * @param what what was wrong, for a developer to read
 */
public record Violation(Rule rule, String where, String what) {

  @Override
  public String toString() {
    return rule + " at " + where + ": " + what;
  }
}
