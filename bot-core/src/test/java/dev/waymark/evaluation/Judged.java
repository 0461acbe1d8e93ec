package dev.waymark.evaluation;

import dev.waymark.answer.Answer;
import dev.waymark.answer.Question;
import dev.waymark.guide.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Judged questions and outcomes in few words. */
final class Judged {

  private Judged() {}

  /** A question that these sections answer; none means that a refusal is right. */
  static JudgedQuestion asked(String id, String text, String... gold) {
    return new JudgedQuestion(id, Question.of(text), "", Set.of(gold), List.of(), "", false);
  }

  static JudgedQuestion question(String... gold) {
    return asked("any", "any", gold);
  }

  static JudgedQuestion ofKind(String kind, String... gold) {
    return new JudgedQuestion("any", Question.of("any"), kind, Set.of(gold), List.of(), "", false);
  }

  static JudgedQuestion mayAbstain(String... gold) {
    return new JudgedQuestion("any", Question.of("any"), "", Set.of(gold), List.of(), "", true);
  }

  static JudgedQuestion containing(List<String> words, String... gold) {
    return new JudgedQuestion("any", Question.of("any"), "", Set.of(gold), words, "", false);
  }

  static List<Answer.Source> ranking(String... ids) {
    return Arrays.stream(ids).map(id -> new Answer.Source(id, "", 0.5)).toList();
  }

  static Outcome found(JudgedQuestion question, String... ranking) {
    return saying(question, "", ranking);
  }

  static Outcome saying(JudgedQuestion question, String text, String... ranking) {
    List<Answer.Source> sources = ranking(ranking);
    List<Answer.Source> first = sources.subList(0, Math.min(1, sources.size()));
    return outcome(question, new Answer.Found(1, text, first, List.of(), List.of()), sources);
  }

  static Outcome choice(JudgedQuestion question, String... choices) {
    return outcome(question, new Answer.Choice(0.5, "", ranking(choices)), ranking(choices));
  }

  static Outcome refused(JudgedQuestion question, String... ranking) {
    return outcome(
        question,
        new Answer.Unknown(0, Refusal.Reason.NOT_COVERED, "", List.of()),
        ranking(ranking));
  }

  private static Outcome outcome(
      JudgedQuestion question, Answer answer, List<Answer.Source> ranking) {
    return new Outcome(question, answer, ranking, 1_000_000);
  }
}
