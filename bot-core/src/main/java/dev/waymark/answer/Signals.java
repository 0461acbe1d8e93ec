package dev.waymark.answer;

import dev.waymark.guide.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What speaks for one section as the answer. The names are those of the weights' file. */
final class Signals {

  private static final Map<String, ToDoubleFunction<Candidate>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("title", c -> c.hit().title());
    ALL.put("ask", c -> c.hit().ask());
    ALL.put("asks", c -> c.hit().asks());
    ALL.put("phrasing", c -> c.hit().phrasing());
    ALL.put("spaced", c -> c.hit().spaced());
    ALL.put("center", c -> c.hit().center());
    ALL.put("learned", c -> c.hit().learned());
    ALL.put("sentence", c -> c.hit().sentence());
    ALL.put("passage", c -> c.hit().passage());
    ALL.put("late-text", c -> c.hit().lateText());
    ALL.put("late-section", c -> c.hit().lateSection());
    ALL.put("late-ask", c -> c.hit().lateAsk());
    ALL.put("nearest", c -> c.hit().nearest());
    ALL.put("words", c -> c.hit().words());
    ALL.put("grams", c -> c.hit().grams());
    ALL.put("coverage", c -> c.hit().coverage());
    ALL.put("figures", Candidate::figures);
    ALL.put("pay", Candidate::pay);
    ALL.put("before", Candidate::before);
    ALL.put("fresh", Candidate::fresh);
    ALL.put("is-step", c -> is(c, Section.Kind.STEP));
    ALL.put("is-faq", c -> is(c, Section.Kind.FAQ));
    ALL.put("is-skill", c -> is(c, Section.Kind.SKILL));
    ALL.put("is-role", c -> is(c, Section.Kind.ROLE));
    ALL.put("is-path", c -> is(c, Section.Kind.PATH));
    ALL.put("is-salary", c -> is(c, Section.Kind.SALARY));
  }

  private Signals() {}

  private static double is(Candidate candidate, Section.Kind kind) {
    return candidate.section().kind() == kind ? 1 : 0;
  }

  /** The signals' names, in order. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The signals of a candidate, in the order of their names. */
  static double[] of(Candidate candidate) {
    double[] signals = new double[ALL.size()];
    int n = 0;
    for (ToDoubleFunction<Candidate> signal : ALL.values()) {
      signals[n++] = signal.applyAsDouble(candidate);
    }
    return signals;
  }
}
