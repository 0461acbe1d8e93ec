package dev.waymark.evaluation;

import static dev.waymark.evaluation.Judged.asked;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.answer.Answer;
import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Question;
import dev.waymark.answer.Weights;
import dev.waymark.answer.WeightsFile;
import dev.waymark.guide.Guide;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.TinyGuide;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Learning from a tiny guide and a few questions, and measuring what was learned. */
class WeightsFitterTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final GuideIndex INDEX = TinyGuide.index(GUIDE);
  private static final AnswerFinder UNTAUGHT = new AnswerFinder(GUIDE, INDEX, Weights.none());
  private static final List<JudgedQuestion> QUESTIONS = questions();
  private static final WeightsFitter.Fit FIT = fit(QUESTIONS);

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static List<JudgedQuestion> questions() {
    String[][] asked = {
      {"which language should I begin with", "step-1"},
      {"is python fine for me", "step-1"},
      {"java or python", "step-1"},
      {"what must I know about databases", "step-2"},
      {"is sql needed", "step-2"},
      {"how do joins work", "step-2"},
      {"how do I find contacts", "step-3"},
      {"are meetups of any use", "step-3"},
      {"tcp or udp", "skill-networking"},
      {"what does dns do", "skill-networking"},
      {"I have no degree", "faq-without-degree"},
      {"is a diploma needed", "faq-without-degree"},
      {"does an aws certificate help", "faq-certifications"},
      {"starting pay", "salary-entry"},
      {"how much money do juniors make", "salary-entry"},
      {"is remote work possible", "topic-hours"},
      {"how much overtime is there", "topic-hours"},
      {"how high is the tax in France"},
      {"income tax for juniors"},
      {"do I need a visa for Germany"},
      {"who sponsors visas"},
      {"a recipe for pancakes please"},
      {"how long do eggs boil"},
      {"who won the match yesterday"},
      {"will it rain tomorrow"},
    };
    var questions = new ArrayList<JudgedQuestion>();
    for (String[] one : asked) {
      String[] gold = one.length == 1 ? new String[0] : new String[] {one[1]};
      questions.add(asked("q" + questions.size(), one[0], gold));
    }
    return List.copyOf(questions);
  }

  private static WeightsFitter.Fit fit(List<JudgedQuestion> questions) {
    return fit(WeightsFitter.usual(), questions);
  }

  private static WeightsFitter.Fit fit(WeightsFitter fitter, List<JudgedQuestion> questions) {
    fitter.add(UNTAUGHT, GUIDE.byId().keySet(), questions);
    return fitter.fit();
  }

  private static String json(Weights weights) {
    return new WeightsFile(weights, weights).toJson();
  }

  private static void assertFinite(Weights weights) throws Exception {
    var numbers = new ArrayList<JsonNode>();
    collect(new ObjectMapper().readTree(json(weights)), numbers);
    assertThat(numbers)
        .hasSizeGreaterThan(20)
        .allMatch(n -> n.isNumber() && Double.isFinite(n.asDouble()));
  }

  private static void collect(JsonNode json, List<JsonNode> leaves) {
    if (json.isObject()) {
      json.forEach(n -> collect(n, leaves));
    } else {
      leaves.add(json);
    }
  }

  @Test
  @DisplayName("the same questions give the same weights, and all of them are numbers")
  void deterministic() throws Exception {
    WeightsFitter.Fit again = fit(QUESTIONS);

    assertThat(json(again.weights())).isEqualTo(json(FIT.weights()));
    assertThat(again.report()).isEqualTo(FIT.report()).contains("25 samples");
    assertFinite(FIT.weights());
  }

  @Test
  @DisplayName("what was learned answers the questions that it was learned from")
  void learned() {
    var finder = new AnswerFinder(GUIDE, INDEX, FIT.weights());

    Evaluation untaught = Evaluation.run(UNTAUGHT, QUESTIONS);
    Evaluation taught = Evaluation.run(finder, QUESTIONS);

    assertThat(taught.overall().get("success@1"))
        .isGreaterThan(0.9)
        .isGreaterThan(untaught.overall().get("success@1"));
    assertThat(taught.overall().get("right")).isGreaterThan(0.9);
    assertThat(taught.outcomes())
        .extracting(o -> o.question().id())
        .isEqualTo(QUESTIONS.stream().map(JudgedQuestion::id).toList());
    assertThat(finder.find(Question.of("how do I cook pancakes")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  @DisplayName("for a guide of which nothing else is known only what holds in any guide is learned")
  void alone() {
    WeightsFitter.Fit alone = fit(WeightsFitter.alone(), QUESTIONS);

    assertThat(alone.weights().ranking()).isEqualTo(FIT.weights().ranking());
    assertThat(alone.weights().answering().signals())
        .hasSameSizeAs(FIT.weights().answering().signals())
        .allSatisfy(
            (name, weight) ->
                assertThat(weight != 0)
                    .as(name)
                    .isEqualTo(
                        Set.of("ask", "center", "learned-typical", "best-probability")
                            .contains(name)));
  }

  @Test
  @DisplayName("a question whose gold is no section of the guide is left out")
  void otherGuides() {
    var more = new ArrayList<>(QUESTIONS);
    more.add(asked("other", "how do I prune roses", "step-99"));

    assertThat(fit(more).report()).isEqualTo(FIT.report());
  }

  @Test
  @DisplayName("weights are numbers whatever is missing from the questions")
  void oneSided() throws Exception {
    assertFinite(fit(List.of()).weights());
    assertFinite(fit(QUESTIONS.subList(0, 1)).weights());
    assertFinite(fit(QUESTIONS.subList(0, 17)).weights());
    assertFinite(fit(QUESTIONS.subList(17, 25)).weights());
  }

  @Test
  @DisplayName("a question on which abstaining is allowed says nothing about refusals")
  void abstaining() throws Exception {
    var unsure =
        new JudgedQuestion(
            "unsure", Question.of("python?"), "", Set.of("step-1"), List.of(), "", true);
    var more = new ArrayList<>(QUESTIONS);
    more.add(unsure);

    assertFinite(fit(more).weights());
    assertFinite(fit(List.of(unsure)).weights());
  }
}
