package dev.waymark.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everyone who is known, kept in the store. Thread-safe; several processes may share it. */
public interface People {

  /**
   * An account with the day since when it is known.
   *
   * @param own whether it is the one that the person acts with now
   */
  record Known(Account account, Instant since, boolean own) {}

  /** What became of a code that links accounts. */
  enum Redeemed {
    /** The accounts are linked. */
    JOINED,
    /** The code was made by this person. */
    OWN,
    /** There is no such code, it was used, or it is too old. */
    UNKNOWN
  }

  /** The person with an account; a new one when it was never seen. */
  Person person(Account account, Instant now);

  /** Keeps that they were active on a day; more than once a day changes nothing. */
  void active(Person person, LocalDate day);

  /** The days on which any of their accounts was active, from a day on. */
  Set<LocalDate> activeDays(Person person, LocalDate from);

  /** All their linked accounts, the oldest first. */
  List<Known> accounts(Person person);

  /**
   * Keeps a code with which another account can be linked; it takes the place of an earlier one.
   *
   * @param codeHash never the code itself
   */
  void offerLink(Person person, String codeHash, Instant expires);

  /**
   * Links the person's account, with all that are linked to it, to the one that made the code. A
   * code serves once.
   */
  Redeemed redeemLink(Person person, String codeHash, Instant now);

  /**
   * Takes this account out of its group again; what was done with it stays its own.
   *
   * @return whether it was linked
   */
  boolean unlink(Person person);

  /** Everything kept about the person: the rows of each table, with the columns' names. */
  Map<String, List<Map<String, Object>>> records(Person person);

  /** Deletes everything kept about the person, of all their linked accounts, at once. */
  void forget(Person person);
}
