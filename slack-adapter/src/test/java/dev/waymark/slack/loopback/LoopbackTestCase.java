package dev.waymark.slack.loopback;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A loopback Slack, and real bots that talk to it. */
abstract class LoopbackTestCase {

  @RegisterExtension final LogWatch log = new LogWatch();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  LoopbackSlack start() {
    return start(LoopbackSlack.with());
  }

  LoopbackSlack start(Options options) {
    LoopbackSlack slack = options.start();
    open.push(slack);
    return slack;
  }

  TestBot bot(LoopbackSlack slack) {
    var bot = new TestBot(slack);
    open.push(bot);
    // What is said last is acknowledged before the bot is closed.
    open.push(slack.deliveries()::settle);
    return bot;
  }

  /** Bots first, then what they talk to. */
  @AfterEach
  void closeAll() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
