package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.LanguageReply;
import dev.waymark.guide.Refusal;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses how to say that there is no answer. Thread-safe. */
final class Refusals {

  // Below this the nearest refusal is about something else, and its reply would be as wrong as a
  // wrong answer.
  private static final double FITS = 0.5;

  private final Map<String, Refusal> byId;
  private final Guide guide;
  private final GuideIndex index;

  Refusals(Guide guide, GuideIndex index) {
    this.guide = guide;
    this.index = index;
    this.byId =
        guide.refusals().stream().collect(Collectors.toMap(Refusal::id, Function.identity()));
  }

  /** Whether the message names nothing but the guide itself: "backend", "help". */
  boolean saysNothing(Evidence evidence) {
    List<String> words = evidence.reading().words();
    return !words.isEmpty()
        && words.size() <= 3
        && words.stream()
            .allMatch(
                w -> guide.info().stopWords().contains(w) || w.equals("help") || w.equals("guide"));
  }

  /** The reply to a message in which nothing can be read. */
  Answer empty(String raw) {
    String reply =
        raw.isBlank()
            ? "There is no question here. Ask one in a few words, for example: where do I start?"
            : "I cannot read a question in this. Ask it in a few words, for example: where do I start?";
    return new Answer.Unknown(1, Refusal.Reason.SMALL_TALK, reply, List.of());
  }

  /** The honest reply to a question that the guide does not answer. */
  Answer of(Message message, Judge.Verdict verdict, List<Answer.Source> nearest) {
    double confidence = 1 - verdict.answerable();
    Evidence evidence = verdict.judged().evidence();
    Optional<LanguageReply> language = index.foreignLanguage(message.text(), evidence.reading());
    if (language.isPresent()) {
      return new Answer.Unknown(
          confidence, Refusal.Reason.LANGUAGE, inKind(language.get()), List.of());
    }
    Optional<Hit> best =
        evidence.refusals().stream()
            .max(
                Comparator.comparingDouble((Hit h) -> h.ask() + h.lateAsk())
                    .thenComparing(Hit::id, Comparator.reverseOrder()));
    Optional<Refusal> nearestRefusal = best.flatMap(h -> Optional.ofNullable(byId.get(h.id())));
    Refusal refusal =
        best.filter(h -> h.ask() >= FITS)
            .flatMap(h -> nearestRefusal)
            .orElseGet(
                () ->
                    plain(
                        nearestRefusal
                            .map(Refusal::reason)
                            .filter(r -> r != Refusal.Reason.CARE)
                            .orElse(Refusal.Reason.NOT_COVERED)));
    return of(refusal, confidence, nearest);
  }

  Answer of(Refusal refusal, double confidence, List<Answer.Source> nearest) {
    return new Answer.Unknown(
        confidence,
        refusal.reason(),
        refusal.reply(),
        refusal.reason() == Refusal.Reason.NOT_COVERED ? nearest : List.of());
  }

  private String inKind(LanguageReply reply) {
    Locale own = Locale.of(guide.info().language());
    return reply.reply().replace("{language}", own.getDisplayLanguage(Locale.of(reply.code())));
  }

  private Refusal plain(Refusal.Reason reason) {
    String about = guide.info().role().isEmpty() ? guide.info().title() : guide.info().role();
    return new Refusal(
        "refusal",
        "Not covered",
        reason,
        List.of(),
        "This guide does not say. It is about becoming a "
            + about
            + "; a mentor or the people in this channel may know more.",
        false);
  }
}
