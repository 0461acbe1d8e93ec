package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.HandClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CooldownTest {

  private final HandClock clock = new HandClock();
  private final Cooldown cooldown = new Cooldown(3, Duration.ofSeconds(2), clock);

  @Test
  void goesRunOutAndComeBackOneByOne() {
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).contains(Duration.ofSeconds(2));

    clock.forward(Duration.ofSeconds(1));
    assertThat(cooldown.take("ana")).contains(Duration.ofSeconds(1));

    clock.forward(Duration.ofSeconds(1));
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).contains(Duration.ofSeconds(2));
  }

  @Test
  void beingRefusedCostsNothing() {
    IntStream.range(0, 3).forEach(i -> cooldown.take("ana"));
    IntStream.range(0, 100).forEach(i -> cooldown.take("ana"));
    clock.forward(Duration.ofSeconds(6));

    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).isEmpty();
    assertThat(cooldown.take("ana")).isPresent();
  }

  @Test
  void oneKeyTakesNothingFromAnother() {
    IntStream.range(0, 10).forEach(i -> cooldown.take("ana"));

    assertThat(cooldown.take("ben")).isEmpty();
  }

  @Test
  void aClockThatJumpsBackKeepsNobodyOut() {
    clock.forward(Duration.ofDays(1));
    cooldown.take("ana");
    clock.forward(Duration.ofDays(-1));

    assertThat(cooldown.take("ben")).isEmpty();
    assertThat(cooldown.take("ana")).contains(Duration.ofSeconds(2));
  }

  @Test
  void manyAtOnceGetExactlyTheGoesThereAre() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var takes =
          IntStream.range(0, 200)
              .mapToObj(i -> threads.submit(() -> cooldown.take("ana").isEmpty()))
              .toList();
      int free = 0;
      for (Future<Boolean> take : takes) {
        free += take.get() ? 1 : 0;
      }
      assertThat(free).isEqualTo(3);
    }
  }

  @Test
  void noneNeverKeepsAnyoneWaiting() {
    Cooldown none = Cooldown.none(clock);

    IntStream.range(0, 50).forEach(i -> assertThat(none.take("ana")).isEmpty());
  }
}
