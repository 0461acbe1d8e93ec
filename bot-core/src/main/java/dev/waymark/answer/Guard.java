package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows what must never get an answer from the guide: by words, and by what is learned from the
 * guide's refusals that are marked as guards. Thread-safe.
 */
final class Guard {

  // Where the guide brings no reply of its own.
  private static final Refusal CARE =
      new Refusal(
          "refusal-care",
          "Care",
          Refusal.Reason.CARE,
          List.of(),
          "I am sorry that it is this hard. Please talk to someone now: your local emergency number, or a crisis line"
              + " near you, listed at findahelpline.com.",
          true);
  private static final Refusal INJECTED =
      new Refusal(
          "refusal-injection",
          "Instructions",
          Refusal.Reason.OFF_TOPIC,
          List.of(),
          "I answer from a written guide, so nothing can be changed here. Ask me something about the career.",
          true);

  private final Map<String, Refusal> byId;
  private final GuardWords words;
  private final Weights.Decision guarding;

  /**
   * Makes a guard.
   *
   * @param guarding how much speaks for a message that must get no answer
   */
  Guard(Guide guide, Weights.Decision guarding) {
    this.guarding = guarding;
    this.words = new GuardWords(guide);
    this.byId =
        guide.refusals().stream().collect(Collectors.toMap(Refusal::id, Function.identity()));
  }

  /**
   * The refusal that a message gets whatever else it asks: someone in danger, something dangerous,
   * an attack.
   */
  Optional<Refusal> of(Message message, Judge.Verdict verdict) {
    if (words.areOfDistress(message.text())) {
      return Optional.of(care());
    }
    if (words.areAnAttack(message.text())) {
      return Optional.of(byId.getOrDefault(INJECTED.id(), INJECTED));
    }
    return Optional.ofNullable(byId.get(verdict.judged().evidence().alarm().refusal()))
        .filter(guard -> guarding.isYes(chance(verdict)));
  }

  private double chance(Judge.Verdict verdict) {
    return guarding.chance(GuardSignals.names(), GuardSignals.of(verdict));
  }

  private Refusal care() {
    return byId.values().stream()
        .filter(r -> r.reason() == Refusal.Reason.CARE)
        .min(Comparator.comparing(Refusal::id))
        .orElse(CARE);
  }
}
