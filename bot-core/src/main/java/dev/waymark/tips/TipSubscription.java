package dev.waymark.tips;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel's daily tip. Immutable.
 *
 * @param id its number, for ever the same
 * @param place the channel
 * @param state whether it posts
 * @param reason why it does not, when it was not an admin's wish; empty otherwise
 * @param schedule when tips are due
 * @param guide id of the guide that they come from
 * @param sections ids of the sections that they come from; all when there are none
 * @param pausedUntil the first day on which it posts again
 * @param nextTip id of the tip that an admin wants next
 * @param setUpBy whom to tell when something is wrong
 * @param effective nothing that was due earlier is posted, since the schedule was another one then
 */
public record TipSubscription(
    long id,
    Place place,
    State state,
    String reason,
    TipSchedule schedule,
    String guide,
    List<String> sections,
    Optional<LocalDate> pausedUntil,
    Optional<String> nextTip,
    Member setUpBy,
    Instant effective) {

  /** The number of one that was not kept yet. */
  public static final long NEW = 0;

  /** Whether a channel gets tips. */
  public enum State {
    /** It does. */
    ON,
    /** An admin does not want them any more. */
    OFF,
    /** The bot may not post there; once it may, an admin turns them on again. */
    HALTED,
    /** The channel is gone. */
    ENDED
  }

  public TipSubscription {
    sections = List.copyOf(sections);
  }

  /** Whether it posts, maybe after a pause. */
  public boolean isOn() {
    return state == State.ON;
  }

  /** Whether a tip that is due is to be posted, rather than paused or from before a change. */
  public boolean wants(TipSchedule.Due due) {
    return isOn()
        && !due.at().isBefore(effective)
        && pausedUntil.map(first -> !due.day().isBefore(first)).orElse(true);
  }

  /** What an admin set, for the record of changes. */
  public String described() {
    return String.join(
            " ",
            state.name().toLowerCase(Locale.ROOT),
            schedule.time().toString(),
            schedule.zone().getId(),
            TipDays.write(schedule.days()),
            guide,
            String.join(",", sections),
            pausedUntil.map(day -> "until " + day).orElse(""),
            nextTip.map(tip -> "next " + tip).orElse(""),
            reason)
        .replaceAll(" +", " ")
        .strip();
  }

  /** The same in another state. */
  public TipSubscription in(State newState, String newReason) {
    return new TipSubscription(
        id,
        place,
        newState,
        newReason,
        schedule,
        guide,
        sections,
        pausedUntil,
        nextTip,
        setUpBy,
        effective);
  }

  /** The same, silent until a day. */
  public TipSubscription paused(LocalDate until) {
    return new TipSubscription(
        id,
        place,
        state,
        reason,
        schedule,
        guide,
        sections,
        Optional.of(until),
        nextTip,
        setUpBy,
        effective);
  }

  /** The same with another tip next. */
  public TipSubscription preferring(String tip) {
    return new TipSubscription(
        id,
        place,
        state,
        reason,
        schedule,
        guide,
        sections,
        pausedUntil,
        Optional.of(tip),
        setUpBy,
        effective);
  }

  /** A channel's own number, from which its order of tips is made; the same in every database. */
  public long seed() {
    long seed = 1125899906842597L;
    String key = place.key();
    for (int i = 0; i < key.length(); i++) {
      seed = 31 * seed + key.charAt(i);
    }
    return seed;
  }
}
