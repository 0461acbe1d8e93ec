package dev.waymark.tips;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is kept about channels' tips. Thread-safe, also between processes; each method is done as a
 * whole or not at all.
 */
public interface TipBook {

  /**
   * Who changed what, and when.
   *
   * @param by the member; absent when it was the bot itself
   * @param what what they did, in a word
   */
  record Change(Optional<Member> by, String what, Instant at) {}

  /** The subscription of a channel. */
  Optional<TipSubscription> at(Place place);

  /** The subscription with that number. */
  Optional<TipSubscription> byId(long id);

  /** Those of a platform that are on. */
  List<TipSubscription> on(Platform platform);

  /** Those of a workspace that are on or stopped by themselves. */
  List<TipSubscription> in(Platform platform, String workspace);

  /**
   * Changes the subscription of a channel, and keeps for ever who did it, what was before and what
   * is after.
   *
   * @param change makes the new one from that there is; nothing is changed when it gives the same
   * @return the new one, with its number
   */
  TipSubscription change(
      Place place, Change by, Function<Optional<TipSubscription>, TipSubscription> change);

  /** The post of a day. */
  Optional<TipPost> post(long subscription, LocalDate day);

  /** The latest posts up to a day, the latest first. */
  List<TipPost> latest(long subscription, LocalDate upTo, int count);

  /** The tip that was used last. */
  Optional<String> lastTip(long subscription);

  /** Posts of which something is to be done yet. */
  List<TipPost> open(long subscription);

  /** The last round that was begun. */
  int round(long subscription);

  /** Ids of the tips that were used in a round. */
  Set<String> used(long subscription, int round);

  /**
   * Writes the post of a day that has none. Its tip is no longer the one that an admin wants next.
   *
   * @return whether it was written: only one of several that try at the same time succeeds
   */
  boolean begin(TipPost post);

  /**
   * Replaces a post. Its tip is no longer the one that an admin wants next.
   *
   * @return whether it was still the one that it was taken for
   */
  boolean move(TipPost from, TipPost to);
}
