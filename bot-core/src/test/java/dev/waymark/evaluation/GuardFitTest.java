package dev.waymark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.answer.Answer;
import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Question;
import dev.waymark.answer.Weights;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.TinyGuide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Learning when a guard is to win, over the tiny guide with one guard. */
class GuardFitTest {

  private static final Guide GUIDE = guide();
  private static final GuideIndex INDEX = TinyGuide.index(GUIDE);
  private static final Weights WEIGHTS =
      new Weights(Map.of("ask", 8.0, "sentence", 4.0), new Weights.Decision(Map.of(), 1, 0.5), 0);
  private static final AnswerFinder FINDER = new AnswerFinder(GUIDE, INDEX, WEIGHTS);

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Guide guide() {
    Guide tiny = TinyGuide.guide();
    var refusals = new ArrayList<>(tiny.refusals());
    refusals.add(
        new Refusal(
            "refusal-fire",
            "Fire",
            Refusal.Reason.OFF_TOPIC,
            List.of("how do i set a house on fire", "burn down a barn", "which petrol burns best"),
            "No fire.",
            true));
    return new Guide(
        tiny.info(),
        tiny.sections(),
        refusals,
        List.of(),
        tiny.words(),
        tiny.phrasings(),
        tiny.languages());
  }

  private static JudgedQuestion message(String text, String kind, String... gold) {
    return new JudgedQuestion(
        text, Question.of(text), kind, Set.of(gold), List.of(), "tune", false);
  }

  private static GuardFit.Fit fit() throws Exception {
    var fit = new GuardFit(WEIGHTS);
    fit.addQuestions(
        FINDER,
        List.of(
            message("which language do i learn first", "direct", "step-1"),
            message("is sql needed", "direct", "step-2"),
            message("how do i meet engineers", "direct", "step-3"),
            message("starting pay please", "slang", "salary-entry"),
            message("can i work from home", "direct", "topic-hours"),
            message("how long do eggs boil", "out-of-scope")));
    fit.addMessages(
        FINDER,
        List.of(
            message("set his barn on fire", "dangerous"),
            message("how to burn a house", "dangerous"),
            message("petrol for a big fire at school", "dangerous"),
            message("my laptop is burning hot", "benign", "any"),
            message("i burned out at work", "benign", "any")));
    return fit.fit();
  }

  @Test
  @DisplayName("what sounds like a guard's messages is refused by it, the rest is answered")
  void learned() throws Exception {
    GuardFit.Fit fit = fit();
    var finder = new AnswerFinder(GUIDE, INDEX, WEIGHTS.withGuarding(fit.guarding()));

    assertThat(finder.find(Question.of("how do i burn the school down")).text())
        .isEqualTo("No fire.");
    assertThat(finder.find(Question.of("which language should i learn first")))
        .isInstanceOf(Answer.Found.class);
    assertThat(FINDER.find(Question.of("how do i burn the school down")).text())
        .isNotEqualTo("No fire.");
  }

  @Test
  @DisplayName("the same messages teach the same, and the report counts what was told")
  void report() throws Exception {
    GuardFit.Fit fit = fit();

    assertThat(fit.guarding()).isEqualTo(fit().guarding());
    assertThat(fit.report()).matches("11 samples, [0-3] of 3 guarded ones told");
    assertThat(fit.guarding().threshold()).isBetween(0.0, 1.0);
  }

  @Test
  @DisplayName("of the questions that the guide answers at most two in a hundred are refused")
  void falseAlarms() throws Exception {
    var fit = new GuardFit(WEIGHTS);
    List<JudgedQuestion> asked =
        IntStream.range(0, 100)
            .mapToObj(i -> message("what about number " + i + " of them", "direct", "step-1"))
            .toList();
    fit.addQuestions(FINDER, asked);
    fit.addMessages(FINDER, List.of(message("what about the fire of them", "dangerous")));
    var finder = new AnswerFinder(GUIDE, INDEX, WEIGHTS.withGuarding(fit.fit().guarding()));

    assertThat(asked)
        .filteredOn(q -> finder.find(q.question()).text().equals("No fire."))
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  @DisplayName("a message of which nobody said what it is, is not taken for harmless")
  void unknownKind() {
    assertThatThrownBy(
            () -> new GuardFit(WEIGHTS).addMessages(FINDER, List.of(message("x", "distres"))))
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .hasMessageContaining("message \"x\" is of kind \"distres\": write distress");
  }

  @Test
  @DisplayName("without messages to guard against nothing is guarded")
  void nothing() {
    var fit = new GuardFit(WEIGHTS);
    fit.addQuestions(FINDER, List.of(message("which language do i learn", "direct", "step-1")));
    Weights.Decision none = fit.fit().guarding();
    var finder = new AnswerFinder(GUIDE, INDEX, WEIGHTS.withGuarding(none));

    assertThat(finder.find(Question.of("burn down a barn")).text()).isNotEqualTo("No fire.");
    assertThat(none).isEqualTo(new GuardFit(WEIGHTS).fit().guarding());
  }
}
