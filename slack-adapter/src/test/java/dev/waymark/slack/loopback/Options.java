package dev.waymark.slack.loopback;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** How a loopback Slack is set up. Not thread-safe; not to be changed once it has started. */
public final class Options {

  /** The scopes of an app that does all that this server has. */
  static final Set<String> ALL_SCOPES =
      Set.of(
          "app_mentions:read",
          "assistant:write",
          "channels:history",
          "channels:read",
          "chat:write",
          "commands",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:read",
          "im:write",
          "users:read");

  private String token = "xoxb-test";
  private String appToken = "xapp-1-test";
  private String signingSecret = "test-signing-secret";
  private Clock clock = new DrivenClock(Instant.now());
  private Set<String> scopes = ALL_SCOPES;
  private Set<String> events = Set.of();
  private Set<String> commands = Set.of();
  private boolean echoes = true;
  private boolean specified = true;

  Options() {}

  /** The bot's token. */
  public Options token(String value) {
    token = value;
    return this;
  }

  /** The app's token, for Socket Mode. */
  public Options appToken(String value) {
    appToken = value;
    return this;
  }

  /** With what requests over HTTP are signed. */
  public Options signingSecret(String value) {
    signingSecret = value;
    return this;
  }

  /** The clock by which deadlines are kept; the system's for a long run. */
  public Options clock(Clock value) {
    clock = value;
    return this;
  }

  /** The scopes that the app was granted; all that this server knows unless said otherwise. */
  public Options scopes(String... granted) {
    scopes = Set.of(granted);
    return this;
  }

  /** The events that the app subscribed to, {@code message.im}; all unless said otherwise. */
  public Options events(String... subscribed) {
    events = Set.of(subscribed);
    return this;
  }

  /** The commands of the app's manifest, {@code /waymark}; any unless said otherwise. */
  public Options commands(String... registered) {
    commands = Set.of(registered);
    return this;
  }

  /** Leaves out the events of the bot's own messages, to measure the bot alone. */
  public Options withoutEchoes() {
    echoes = false;
    return this;
  }

  /** Leaves out the check of arguments against the specification, to measure the bot alone. */
  public Options unspecified() {
    specified = false;
    return this;
  }

  /** Starts it. */
  public LoopbackSlack start() {
    return new LoopbackSlack(this);
  }

  String token() {
    return token;
  }

  String appToken() {
    return appToken;
  }

  String signingSecret() {
    return signingSecret;
  }

  Clock clock() {
    return clock;
  }

  boolean granted(String scope) {
    return scopes.contains(scope);
  }

  /** The granted scopes as Slack lists them. */
  String provided() {
    return String.join(",", new TreeSet<>(scopes));
  }

  boolean subscribed(String event) {
    return events.isEmpty() || events.contains(event);
  }

  boolean registered(String command) {
    return commands.isEmpty() || commands.contains(command);
  }

  boolean echoes() {
    return echoes;
  }

  boolean specified() {
    return specified;
  }
}
