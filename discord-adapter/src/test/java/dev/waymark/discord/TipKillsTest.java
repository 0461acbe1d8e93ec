package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; the long run is a program of its own. */
class TipKillsTest {

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whoeverIsKilledNothingIsLostAndNothingComesTwice(@TempDir Path folder) throws Exception {
    TipKills.Outcome outcome =
        new TipKills(folder, "jdbc:sqlite:" + folder.resolve("waymark.db"), 1).run(6);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.posts()).isEqualTo(outcome.days() * 5);
  }
}
