package dev.waymark.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.waymark.HandClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostPaceTest {

  @Test
  void soManyASecondGoOnAndNoneIsHeldUpWhenThereIsNobody() {
    Clock clock = Clock.systemUTC();
    var pace = new PostPace(200, clock);
    List<Instant> went = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      pace.await();
      went.add(clock.instant());
    }

    assertThat(went).isSorted();
    assertThat(Duration.between(went.getFirst(), went.getLast()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aClockThatJumpsBackHoldsUpNobody() {
    var clock = new HandClock();
    var pace = new PostPace(1, clock);
    pace.await();
    clock.forward(Duration.ofDays(-1));

    assertTimeout(Duration.ofSeconds(4), pace::await);
  }
}
