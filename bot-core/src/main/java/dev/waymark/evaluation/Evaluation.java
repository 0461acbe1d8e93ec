package dev.waymark.evaluation;

import dev.waymark.answer.AnswerFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What came of a file of judged questions.
 *
 * @param outcomes one for each question, in their order
 */
public record Evaluation(List<Outcome> outcomes) {

  public Evaluation {
    outcomes = List.copyOf(outcomes);
  }

  // A JVM is slow at first; times of its first minute say nothing about a bot that runs for months.
  private static final int WARM_UP = 300;

  /** Asks every question, one after another, after some that are not timed. */
  public static Evaluation run(AnswerFinder finder, List<JudgedQuestion> questions) {
    questions.stream().limit(WARM_UP).forEach(q -> finder.find(q.question()));
    var outcomes = new ArrayList<Outcome>();
    for (JudgedQuestion question : questions) {
      long start = System.nanoTime();
      AnswerFinder.Findings findings = finder.findAll(question.question());
      long nanos = System.nanoTime() - start;
      outcomes.add(new Outcome(question, findings.answer(), findings.ranking(), nanos));
    }
    return new Evaluation(outcomes);
  }

  /** The measures over all questions. */
  public Measures overall() {
    return Measures.of(outcomes);
  }

  /** The measures by kind of question, in alphabetical order. */
  public Map<String, Measures> byKind() {
    var kinds = new LinkedHashMap<String, Measures>();
    for (String kind : new TreeSet<>(outcomes.stream().map(o -> o.question().kind()).toList())) {
      kinds.put(
          kind,
          Measures.of(outcomes.stream().filter(o -> o.question().kind().equals(kind)).toList()));
    }
    return kinds;
  }
}
