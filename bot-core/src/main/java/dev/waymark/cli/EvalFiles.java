package dev.waymark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.answer.Answer;
import dev.waymark.evaluation.Evaluation;
import dev.waymark.evaluation.Outcome;
import java.util.Locale;

/** What {@code eval} writes to files. */
final class EvalFiles {

  private EvalFiles() {}

  /**
   * For each question, a line each, what {@code ask --json} would print, with the question's id.
   */
  static String answers(Evaluation evaluation) {
    var lines = new StringBuilder();
    for (Outcome outcome : evaluation.outcomes()) {
      ObjectNode json = AnswerJson.object(outcome.question().question().text(), outcome.answer());
      json.put("id", outcome.question().id());
      lines.append(AnswerJson.line(json)).append('\n');
    }
    return lines.toString();
  }

  /** The full rankings as a TREC run: {@code qid Q0 docid rank score tag}. */
  static String run(Evaluation evaluation) {
    var lines = new StringBuilder();
    for (Outcome outcome : evaluation.outcomes()) {
      int rank = 1;
      int sections = outcome.ranking().size();
      for (Answer.Source source : outcome.ranking()) {
        // A score that falls with the rank, so that tools that sort by it keep the order.
        double score = source.score() + (sections - rank);
        lines.append(
            String.format(
                Locale.ROOT,
                "%s Q0 %s %d %.6f waymark\n",
                outcome.question().id().replaceAll("\\s", "_"),
                source.id(),
                rank,
                score));
        rank++;
      }
    }
    return lines.toString();
  }
}
