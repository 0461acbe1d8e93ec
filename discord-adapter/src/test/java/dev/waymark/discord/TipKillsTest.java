package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conversation.ShippedBot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty kills, half of them of one bot on SQLite and half of one of two on PostgreSQL; the long run
 * is a program of its own.
 */
class TipKillsTest {

  private static final int KILLS = 25;

  @TempDir private Path folder;

  private void run(String database, int instances) throws Exception {
    TipKills.Outcome outcome = new TipKills(folder, database, instances).run(KILLS);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.posts()).isEqualTo(outcome.days() * TipKills.CHANNELS);
  }

  @Test
  @Timeout(1_200)
  void oneBotThatIsKilledLosesNothingAndPostsNothingTwice() throws Exception {
    run(ShippedBot.url(folder, "waymark"), 1);
  }

  @Test
  @Timeout(1_200)
  void twoBotsOfWhichOneIsKilledLoseNothingAndPostNothingTwice() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      run(server.getJdbcUrl("postgres", "postgres"), 2);
    }
  }
}
