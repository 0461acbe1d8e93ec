package dev.waymark.answer;

import dev.waymark.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for and against the guide having an answer at all. The names are those of the
 * weights' file.
 */
final class Doubts {

  /** Evidence with its candidates in order of their probability. */
  record Judged(Evidence evidence, List<Ranked> ranked) {

    Ranked best() {
      return ranked.getFirst();
    }

    /** The likeliest that answers another question than the best: one of another title. */
    Optional<Ranked> next() {
      String title = best().candidate().section().title();
      return ranked.stream()
          .filter(r -> !r.candidate().section().title().equals(title))
          .findFirst();
    }

    double lead() {
      return best().probability() - next().map(Ranked::probability).orElse(0.0);
    }

    double most(ToDoubleFunction<Hit> signal) {
      double most = evidence.candidates().isEmpty() ? 0 : Double.NEGATIVE_INFINITY;
      for (Candidate candidate : evidence.candidates()) {
        most = Math.max(most, signal.applyAsDouble(candidate.hit()));
      }
      return most;
    }

    double refusal(ToDoubleFunction<Hit> signal) {
      double most = evidence.refusals().isEmpty() ? 0 : Double.NEGATIVE_INFINITY;
      for (Hit refusal : evidence.refusals()) {
        most = Math.max(most, signal.applyAsDouble(refusal));
      }
      return most;
    }

    double refusalAhead(ToDoubleFunction<Hit> signal) {
      return refusal(signal) - most(signal);
    }

    int words() {
      return Math.max(1, evidence.reading().words().size());
    }
  }

  /**
   * A candidate, what its signals add up to, and its share of all candidates' chance to be the
   * answer.
   */
  record Ranked(Candidate candidate, double score, double probability) {}

  private static final Map<String, ToDoubleFunction<Judged>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("ask", d -> d.most(Hit::ask));
    ALL.put("phrasing", d -> d.most(Hit::phrasing));
    ALL.put("spaced", d -> d.most(Hit::spaced));
    ALL.put("center", d -> d.most(Hit::center));
    ALL.put("learned", d -> d.most(Hit::learned));
    ALL.put("sentence", d -> d.most(Hit::sentence));
    ALL.put("passage", d -> d.most(Hit::passage));
    ALL.put("late-text", d -> d.most(Hit::lateText));
    ALL.put("late-ask", d -> d.most(Hit::lateAsk));
    ALL.put("ask-typical", d -> d.evidence().typical().ask(d.most(Hit::asks)));
    ALL.put("spaced-typical", d -> d.evidence().typical().spaced(d.most(Hit::spaced)));
    ALL.put("learned-typical", d -> d.evidence().typical().learned(d.most(Hit::learned)));
    ALL.put("coverage", d -> d.most(Hit::coverage));
    ALL.put("best-nearest", d -> d.best().candidate().hit().nearest());
    ALL.put("best-coverage", d -> d.best().candidate().hit().coverage());
    ALL.put("best-late-text", d -> d.best().candidate().hit().lateText());
    ALL.put("best-score", d -> d.best().score());
    ALL.put("best-probability", d -> d.best().probability());
    ALL.put("lead", Judged::lead);
    ALL.put("figures", d -> d.best().candidate().figures());
    ALL.put("refusal", d -> d.refusal(Hit::ask));
    ALL.put("refusal-asks", d -> d.refusal(Hit::asks));
    ALL.put("refusal-spaced", d -> d.refusal(Hit::spaced));
    ALL.put("refusal-center", d -> d.refusal(Hit::center));
    ALL.put("refusal-learned", d -> d.refusal(Hit::learned));
    ALL.put("refusal-late", d -> d.refusal(Hit::lateAsk));
    ALL.put("refusal-ahead", d -> d.refusal(Hit::ask) - d.most(Hit::nearest));
    ALL.put("refusal-spaced-ahead", d -> d.refusalAhead(Hit::spaced));
    ALL.put("refusal-center-ahead", d -> d.refusalAhead(Hit::center));
    ALL.put("refusal-learned-ahead", d -> d.refusalAhead(Hit::learned));
    ALL.put(
        "refusal-late-ahead",
        d -> d.refusal(Hit::lateAsk) - Math.max(d.most(Hit::lateAsk), d.most(Hit::lateText)));
    ALL.put("unknown-words", d -> Math.min(3, d.evidence().reading().unknown().size()));
    ALL.put("unknown-share", d -> d.evidence().reading().unknown().size() / (double) d.words());
    ALL.put("unknown-names", d -> Math.min(2, d.evidence().reading().unknownNames().size()));
    ALL.put("unseen", d -> d.evidence().unseen());
    ALL.put("occupation", d -> d.evidence().reading().occupations().isEmpty() ? 0 : 1);
    ALL.put("code", d -> d.evidence().message().hasCode() ? 1 : 0);
    ALL.put("length", d -> Math.log1p(d.words()));
    ALL.put("leans", d -> d.evidence().leans() ? 1 : 0);
    ALL.put(
        "pay-without-band",
        d -> d.evidence().figures().pay() && d.best().candidate().pay() == 0 ? 1 : 0);
  }

  private Doubts() {}

  /** The signals' names, in order. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The signals of a judged question, in the order of their names. */
  static double[] of(Judged judged) {
    double[] signals = new double[ALL.size()];
    int n = 0;
    for (ToDoubleFunction<Judged> signal : ALL.values()) {
      signals[n++] = signal.applyAsDouble(judged);
    }
    return signals;
  }
}
