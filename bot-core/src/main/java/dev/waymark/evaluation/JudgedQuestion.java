package dev.waymark.evaluation;

import dev.waymark.answer.Question;
import java.util.List;
import java.util.Set;

/**
 * A question with the judgement which sections answer it.
 *
 * @param id names it in answers and runs
 * @param question what is asked
 * @param kind what sort of question it is; empty when the file does not say
 * @param gold ids of the sections that answer it; none means that the right outcome is a refusal
 * @param mustContain words that a right answer shows
 * @param half {@code tune} or {@code report}; empty when the file does not say
 * @param mayAbstain whether a refusal is right as well, as with a question in another language
 */
public record JudgedQuestion(
    String id,
    Question question,
    String kind,
    Set<String> gold,
    List<String> mustContain,
    String half,
    boolean mayAbstain) {

  public JudgedQuestion {
    gold = Set.copyOf(gold);
    mustContain = List.copyOf(mustContain);
  }

  /** Whether the guide answers it. */
  public boolean answerable() {
    return !gold.isEmpty();
  }
}
