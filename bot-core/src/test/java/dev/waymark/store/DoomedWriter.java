package dev.waymark.store;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A process that writes, and says of each write that it was acknowledged, until it is killed.
 *
 * <p>Its arguments are the database's URL and a name that no other process has.
 */
final class DoomedWriter {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final Account SHARED = new Account("discord", "ana");

  private DoomedWriter() {}

  static Entry entry(String event) {
    return new Entry("backend", 1, Entry.Kind.DONE, "step-1", "Title", "a line", NOON, event);
  }

  public static void main(String[] args) throws Exception {
    try (Database database = Database.open(args[0]);
        var out = new FileOutputStream(FileDescriptor.out)) {
      Person shared = new PeopleStore(database).person(SHARED, NOON);
      HistoryStore history = new HistoryStore(database);
      SeenEventStore seen = new SeenEventStore(database);
      ConversationStore conversations = new ConversationStore(database);
      for (int i = 0; ; i++) {
        String event = args[1] + "-" + i;
        if (!history.add(shared, entry(event))) {
          throw new IllegalStateException(event + " is there already");
        }
        say(out, "kept " + event);
        if (!seen.firstSeen(Platform.DISCORD, event, NOON)) {
          throw new IllegalStateException(event + " was seen already");
        }
        say(out, "seen " + event);
        conversations.add(
            new Member(Platform.DISCORD, args[1]),
            new Place(Platform.DISCORD, "", "here", ""),
            event,
            NOON);
        // SQLite's lock goes to whoever happens to ask when it is free: without a gap the other
        // process may never get it.
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
  }

  // A line at once, so that none is half written when the end comes.
  private static void say(FileOutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
