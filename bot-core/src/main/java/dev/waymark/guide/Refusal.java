package dev.waymark.guide;

import java.util.List;

/**
 * Something a guide does not cover, with the honest reply to it.
 *
 * @param id stable name, such as {@code refusal-taxes}
 * @param title what is not covered
 * @param reason why there is no answer
 * @param asks ways in which people ask for it
 * @param reply short and kind, and says where to turn instead; CommonMark
 * @param guard whether a message of this kind gets no answer even where a section is near: danger,
 *     attacks
 */
public record Refusal(
    String id, String title, Reason reason, List<String> asks, String reply, boolean guard) {

  public Refusal {
    asks = List.copyOf(asks);
  }

  /** Whether it wins over any section: danger, attacks, and whoever may be in danger. */
  public boolean overrides() {
    return guard || reason == Reason.CARE;
  }

  /** Why there is no answer. {@link #code()} is what the command line prints. */
  public enum Reason {
    /** Not about this career at all. */
    OFF_TOPIC("off-topic"),
    /** About careers, but the guide does not say. */
    NOT_COVERED("not-covered"),
    /** A greeting, thanks, a joke. */
    SMALL_TALK("small-talk"),
    /** In another language than the guide's. */
    LANGUAGE("language"),
    /** Someone who may be in danger. */
    CARE("care");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The public name of the reason. */
    public String code() {
      return code;
    }
  }
}
