package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeferralTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void anAnswerThatIsReadySoonIsNotAnnounced() {
    Deferral.run(
        Runnable::run,
        timer,
        Duration.ofMinutes(1),
        () -> "answer",
        () -> said.add("wait"),
        (answer, deferred) -> said.add(answer + " " + deferred));

    assertThat(said).containsExactly("answer false");
  }

  @Test
  void aLateAnswerIsAnnouncedOnceAndBeforeItIsGiven() {
    var announced = new CountDownLatch(1);
    Deferral.run(
        Runnable::run,
        timer,
        Duration.ofMillis(1),
        () -> {
          await(announced);
          return "answer";
        },
        () -> {
          said.add("wait");
          announced.countDown();
        },
        (answer, deferred) -> said.add(answer + " " + deferred));

    assertThat(said).containsExactly("wait", "answer true");
  }

  @Test
  void itIsAnnouncedWhileTheWorkWaitsForItsTurn() {
    var waiting = new ArrayList<Runnable>();
    var announced = new CountDownLatch(1);
    Deferral.run(
        waiting::add,
        timer,
        Duration.ofMillis(1),
        () -> "answer",
        announced::countDown,
        (answer, deferred) -> said.add(answer + " " + deferred));
    await(announced);
    waiting.getFirst().run();

    assertThat(said).containsExactly("answer true");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
