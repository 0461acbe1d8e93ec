package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Platform;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes are killed while they write: what they were told is kept is there, once and whole. */
@ExtendWith(Databases.Provider.class)
class KillTest {

  private static final int FILES = 4;
  private static final int KILLS_OF_A_FILE = 25;
  private static final int KILLS_AT_A_SERVER = 6;
  private static final int WRITERS = 2;
  private static final long SEED = 20261124;

  private static final Pattern NEEDED =
      Pattern.compile(
          "(jdbi3|flyway|HikariCP|sqlite|postgresql|slf4j-api|geantyref|jackson)[^/\\\\]*\\.jar$");

  private final Databases databases;
  private final Random random = new Random(SEED);

  KillTest(Databases databases) {
    this.databases = databases;
  }

  /** A process that writes, and what it says. */
  private static final class Writer {

    private final Process process;
    private final CountDownLatch began = new CountDownLatch(1);
    private final List<String> said = new ArrayList<>();
    private final Thread listener;

    Writer(String url, String name) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-Xshare:auto",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  classPath(),
                  DoomedWriter.class.getName(),
                  url,
                  name)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      listener = Thread.ofVirtual().start(this::listen);
    }

    /** What the store needs and no more: the rest doubles the time in which a process starts. */
    private static String classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(part -> !part.endsWith(".jar") || NEEDED.matcher(part).find())
          .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen() {
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          said.add(line);
          began.countDown();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void awaitFirstWrite() throws InterruptedException {
      assertThat(began.await(60, TimeUnit.SECONDS)).as("the process writes").isTrue();
    }

    /** Kills it as kill -9 does, and gives what it said until then. */
    List<String> kill() throws InterruptedException {
      assertThat(process.isAlive()).as("it goes on until it is killed").isTrue();
      process.destroyForcibly().waitFor();
      listener.join();
      return said;
    }
  }

  private void pause(int mostMillis) throws InterruptedException {
    // The moment is what is tested; nothing is waited for.
    TimeUnit.MICROSECONDS.sleep(random.nextInt(mostMillis * 1000));
  }

  /** Kills writers of one database, and gives all that was acknowledged. */
  private Set<String> kill(String url, int kills, boolean sqlite) throws Exception {
    var acknowledged = new HashSet<String>();
    var writers = new ArrayList<Writer>();
    int made = 0;
    try {
      for (int i = 0; i < WRITERS; i++) {
        writers.add(new Writer(url, "w" + made++));
      }
      for (int kill = 0; kill < kills; kill++) {
        Writer doomed = writers.removeFirst();
        if (random.nextInt(4) == 0) {
          // While it starts: it may be making the tables.
          pause(400);
        } else {
          doomed.awaitFirstWrite();
          pause(40);
        }
        acknowledged.addAll(doomed.kill());
        if (kill + WRITERS < kills) {
          writers.add(new Writer(url, "w" + made++));
        }
        check(url, acknowledged, sqlite);
      }
    } finally {
      for (Writer left : writers) {
        left.process.destroyForcibly().waitFor();
      }
    }
    return acknowledged;
  }

  private static void check(String url, Set<String> acknowledged, boolean sqlite)
      throws UnusableDatabase {
    try (Database database = Database.open(url)) {
      if (sqlite) {
        List<String> sound =
            database.read(h -> h.createQuery("pragma integrity_check").mapTo(String.class).list());
        assertThat(sound).containsExactly("ok");
      }
      Person shared = new PeopleStore(database).person(DoomedWriter.SHARED, DoomedWriter.NOON);
      List<Entry> kept = new HistoryStore(database).of(shared);
      var events = new HashSet<>(kept.stream().map(Entry::eventId).toList());
      assertThat(events).as("no event is kept twice").hasSameSizeAs(kept);
      assertThat(kept).allMatch(e -> e.equals(DoomedWriter.entry(e.eventId())));
      Set<String> seen =
          database.read(
              h ->
                  new HashSet<>(
                      h.createQuery("select event_id from seen_event where platform = :platform")
                          .bind("platform", Platform.DISCORD.code())
                          .mapTo(String.class)
                          .list()));
      var lost = new HashSet<>(acknowledged);
      events.forEach(event -> lost.remove("kept " + event));
      seen.forEach(event -> lost.remove("seen " + event));
      assertThat(lost).as("what was acknowledged and is gone").isEmpty();
    }
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void aHundredKillsLoseNothingOfWhatTwoProcessesWroteToOneFile() throws Exception {
    int acknowledged = 0;
    for (int file = 0; file < FILES; file++) {
      acknowledged += kill("jdbc:sqlite:" + databases.newFile(), KILLS_OF_A_FILE, true).size();
    }
    assertThat(acknowledged).as("writes that had to be found again").isGreaterThan(150);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killsLoseNothingOfWhatTwoProcessesWroteToOneServer() throws Exception {
    assertThat(kill(databases.fresh(Engine.POSTGRESQL), KILLS_AT_A_SERVER, false)).isNotEmpty();
  }
}
