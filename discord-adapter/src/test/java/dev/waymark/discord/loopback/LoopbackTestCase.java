package dev.waymark.discord.loopback;

import java.util.ArrayDeque;
import java.util.Deque;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.EventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A loopback Discord that checks its own answers too, and real bots that talk to it. */
abstract class LoopbackTestCase {

  @RegisterExtension final LogWatch log = new LogWatch();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  LoopbackDiscord start() {
    return start(LoopbackDiscord.with());
  }

  LoopbackDiscord start(Options options) {
    LoopbackDiscord discord = options.checkingItself().start();
    open.push(discord);
    return discord;
  }

  TestBot connect(LoopbackDiscord discord, EventListener... listeners) {
    return connect(TestBot.builder(discord, listeners));
  }

  TestBot connect(JDABuilder builder) {
    TestBot bot = TestBot.connect(builder);
    open.push(bot);
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
