package dev.waymark.discord;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/**
 * Connects shards one after another, five seconds apart as Discord wants it, and waits longer after
 * each refusal. JDA's own controller tries again without delay when the gateway refuses the
 * upgrade: thousands of attempts a minute. Thread-safe.
 */
final class DiscordSessions extends SessionControllerAdapter {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Optional<String> gateway;

  DiscordSessions(Optional<String> gateway) {
    this.gateway = gateway;
  }

  @Override
  public String getGateway() {
    return gateway.orElseGet(super::getGateway);
  }

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    ShardedGateway named = super.getShardedGateway(api);
    return gateway
        .map(url -> new ShardedGateway(url, named.getShardTotal(), named.getConcurrency()))
        .orElse(named);
  }

  @Override
  public void appendSession(SessionConnectNode node) {
    super.appendSession(Patient.of(node));
  }

  @Override
  public void removeSession(SessionConnectNode node) {
    super.removeSession(Patient.of(node));
  }

  /** A connection that waits after it failed, twice as long each time. */
  private static final class Patient implements SessionConnectNode {

    private final SessionConnectNode node;
    private Duration wait = FIRST;

    private Patient(SessionConnectNode node) {
      this.node = node;
    }

    static Patient of(SessionConnectNode node) {
      return node instanceof Patient patient ? patient : new Patient(node);
    }

    @Override
    public boolean isReconnect() {
      return node.isReconnect();
    }

    @Override
    public JDA getJDA() {
      return node.getJDA();
    }

    @Override
    public JDA.ShardInfo getShardInfo() {
      return node.getShardInfo();
    }

    @Override
    public void run(boolean isLast) throws InterruptedException {
      try {
        node.run(isLast);
        wait = FIRST;
      } catch (IllegalStateException e) {
        // Up to half as long again, so that many instances do not come back at once.
        Thread.sleep(
            wait.plus(
                wait.dividedBy(2)
                    .multipliedBy(ThreadLocalRandom.current().nextInt(100))
                    .dividedBy(100)));
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        throw e;
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Patient patient && patient.node.equals(node);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(node);
    }
  }
}
