package dev.waymark.discord.loopback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How a loopback Discord is set up. Not thread-safe; not to be changed once it has started. */
public final class Options {

  private String token = "test-token";
  private Clock clock = new DrivenClock(Instant.now());
  private Duration identifyInterval = Duration.ofSeconds(5);
  private int maxConcurrency = 1;
  private int shards = 1;
  private Duration heartbeatInterval = Duration.ofMillis(41_250);
  private boolean messageContent;
  private boolean specified = true;
  private boolean responsesChecked;

  Options() {}

  /** The bot's token. */
  public Options token(String value) {
    token = value;
    return this;
  }

  /** The clock by which deadlines are kept; the system's for a run of more than fifteen minutes. */
  public Options clock(Clock value) {
    clock = value;
    return this;
  }

  /** The least real time between two identifies of a bucket, and how many buckets there are. */
  public Options identifies(Duration interval, int buckets) {
    identifyInterval = interval;
    maxConcurrency = buckets;
    return this;
  }

  /** How many shards Discord recommends. */
  public Options shards(int recommended) {
    shards = recommended;
    return this;
  }

  /** How often the bot shall say that it lives. */
  public Options heartbeats(Duration interval) {
    heartbeatInterval = interval;
    return this;
  }

  /** Switches the message-content intent on in the application's settings. */
  public Options withMessageContent() {
    messageContent = true;
    return this;
  }

  /** Leaves out the check of bodies against the specification, to measure the bot alone. */
  public Options unspecified() {
    specified = false;
    return this;
  }

  /** Checks this server's own answers against the specification as well. */
  public Options checkingItself() {
    responsesChecked = true;
    return this;
  }

  /** Starts it. */
  public LoopbackDiscord start() {
    return new LoopbackDiscord(this);
  }

  String token() {
    return token;
  }

  Clock clock() {
    return clock;
  }

  Duration identifyInterval() {
    return identifyInterval;
  }

  int maxConcurrency() {
    return maxConcurrency;
  }

  int shards() {
    return shards;
  }

  Duration heartbeatInterval() {
    return heartbeatInterval;
  }

  boolean messageContent() {
    return messageContent;
  }

  boolean specified() {
    return specified;
  }

  boolean responsesChecked() {
    return responsesChecked;
  }
}
