package dev.waymark.roadmap;

import dev.waymark.person.Person;
import java.util.List;

/** What happened on people's ways, kept in the store. Append-only and thread-safe. */
public interface History {

  /** Everything of a person, of all their accounts and all guides, oldest first. */
  List<Entry> of(Person person);

  /**
   * Keeps an entry. Once this returns, it outlives a crash.
   *
   * @return false when an entry of the same event was there already; nothing is kept then
   */
  boolean add(Person person, Entry entry);
}
