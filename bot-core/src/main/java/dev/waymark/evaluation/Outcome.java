package dev.waymark.evaluation;

import dev.waymark.answer.Answer;
import java.util.List;

/**
 * What came of one judged question.
 *
 * @param question the question
 * @param answer what was answered
 * @param ranking ids of all sections, the likeliest first, with their scores
 * @param nanos how long it took, in nanoseconds
 */
public record Outcome(
    JudgedQuestion question, Answer answer, List<Answer.Source> ranking, long nanos) {

  public Outcome {
    ranking = List.copyOf(ranking);
  }

  /** Whether the first {@code most} of the ranking hold a section that answers. */
  boolean hit(int most) {
    return ranking.stream().limit(most).anyMatch(s -> question.gold().contains(s.id()));
  }

  /** One over the rank of the first section that answers, 0 when none is in the first ten. */
  double reciprocalRank() {
    for (int i = 0; i < Math.min(10, ranking.size()); i++) {
      if (question.gold().contains(ranking.get(i).id())) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** Normalised discounted cumulative gain of the first ten, each gold worth the same. */
  double ndcg() {
    double gain = 0;
    double ideal = 0;
    for (int i = 0; i < 10; i++) {
      double discount = 1 / (Math.log(i + 2) / Math.log(2));
      if (i < ranking.size() && question.gold().contains(ranking.get(i).id())) {
        gain += discount;
      }
      if (i < question.gold().size()) {
        ideal += discount;
      }
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  boolean refused() {
    return answer instanceof Answer.Unknown;
  }

  /** Answered, and the first source is one that answers. */
  boolean answeredRight() {
    return answer instanceof Answer.Found found
        && !found.sources().isEmpty()
        && question.gold().contains(found.sources().getFirst().id());
  }

  boolean answeredWrong() {
    return answer instanceof Answer.Found && !answeredRight();
  }

  /** A choice that holds a section that answers. */
  boolean choiceHolds() {
    return answer instanceof Answer.Choice choice
        && choice.sources().stream().anyMatch(s -> question.gold().contains(s.id()));
  }

  /** Answered right, or rightly refused. */
  boolean right() {
    return question.answerable()
        ? answeredRight() || (refused() && question.mayAbstain())
        : refused();
  }

  /** Answered right and every word that a right answer shows is shown. */
  boolean shows() {
    String text = answer.text().toLowerCase(java.util.Locale.ROOT);
    return answeredRight()
        && question.mustContain().stream()
            .allMatch(w -> text.contains(w.toLowerCase(java.util.Locale.ROOT)));
  }
}
