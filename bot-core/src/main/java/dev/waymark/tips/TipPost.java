package dev.waymark.tips;

import dev.waymark.chat.PostKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The tip of one channel on one day: there is at most one, whoever tries and however often.
 *
 * <pre>
 *             ┌───────────── again, when the platform says so ─────────────┐
 *             ▼                                                            │
 *  (none) → CLAIMED ── the platform took it ──────────────► SENT           │
 *     │       │ │ ├─── it asked to wait ──────────────────► WAITING ───────┤
 *     │       │ │ │                                            │           │
 *     │       │ │ └─── it did not say what became of it ──► UNSURE ────────┘
 *     │       │ │        or this process died (CLAIMED,        │    the key makes that safe,
 *     │       │ │        and its time is over)                 │    or it was looked for and is not there
 *     │       │ └───── it may not, or is gone ────────────► REFUSED
 *     │       └─── looked for and found ─────────────────► SENT
 *     │            cannot be looked for for a while ─────► UNKNOWN: at most one, and the admin is told
 *     ├── too late, or WAITING until it was ─────────────► MISSED
 *     └── an admin wanted none ──────────────────────────► SKIPPED
 * </pre>
 *
 * <p>An admin who wants a tip now takes a day out of MISSED, SKIPPED or REFUSED into CLAIMED.
 *
 * @param subscription the number of the channel's subscription
 * @param day the day in the channel's own zone
 * @param tip id of the tip; empty when none was chosen
 * @param round how often all tips were used before
 * @param state how far it is
 * @param attempts how often the platform was asked to post it
 * @param first when that was first done, or when this was written when it was not done
 * @param again when an open one is looked at again, and not before
 * @param messageId what the platform calls the message; empty while there is none
 * @param reason why there is none, for admins; may be empty
 */
public record TipPost(
    long subscription,
    LocalDate day,
    String tip,
    int round,
    State state,
    int attempts,
    Instant first,
    Instant again,
    String messageId,
    String reason) {

  /** How far it is. */
  public enum State {
    /** Somebody is posting it, or died while doing so. */
    CLAIMED(true, true),
    /** The platform asked to wait; nothing was posted. */
    WAITING(true, true),
    /** It may stand or not. */
    UNSURE(true, true),
    /** It stands. */
    SENT(false, true),
    /** It may stand or not, and nobody can tell. */
    UNKNOWN(false, true),
    /** It was too late. */
    MISSED(false, false),
    /** An admin wanted none. */
    SKIPPED(false, false),
    /** The platform did not want it. */
    REFUSED(false, false);

    private final boolean open;
    private final boolean uses;

    State(boolean open, boolean uses) {
      this.open = open;
      this.uses = uses;
    }

    /** Whether something is to be done yet. */
    public boolean isOpen() {
      return open;
    }

    /** Whether the channel has or may have had the tip. */
    public boolean usesTip() {
      return uses;
    }
  }

  private static final int KEY_BYTES = 10;

  /** One that is closed before anything was posted. */
  public static TipPost closed(
      long subscription, LocalDate day, State state, String reason, Instant now) {
    return new TipPost(subscription, day, "", 0, state, 0, now, now, "", reason);
  }

  /** The same a step further. */
  public TipPost to(State newState, Instant newAgain, String newReason) {
    return new TipPost(
        subscription, day, tip, round, newState, attempts, first, newAgain, messageId, newReason);
  }

  /** The same with another tip. */
  public TipPost with(String newTip, int newRound) {
    return new TipPost(
        subscription, day, newTip, newRound, state, attempts, first, again, messageId, reason);
  }

  /** The same, tried once more. */
  public TipPost tried(Instant now, Instant newAgain) {
    return new TipPost(
        subscription,
        day,
        tip,
        round,
        State.CLAIMED,
        attempts + 1,
        attempts == 0 ? now : first,
        newAgain,
        "",
        "");
  }

  /** The same, standing. */
  public TipPost standing(String message, Instant now) {
    return new TipPost(
        subscription, day, tip, round, State.SENT, attempts, first, now, message, "");
  }

  /**
   * What makes it one and the same on the platform.
   *
   * @param place the channel's key; numbers of subscriptions are the same in several databases
   */
  public PostKey key(String place) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((place + " " + day).getBytes(StandardCharsets.UTF_8));
      return new PostKey(HexFormat.of().formatHex(digest, 0, KEY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
