package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged questions measured: the table, the object, and the files that others measure from. */
class EvalCommandTest {

  private static final List<String> QUESTIONS =
      List.of(
          "{'id':'q1','q':'Which clay should I use?','gold':['faq-clay'],'kind':'plain','half':'tune'}",
          "{'id':'q2','q':'Do I need a kiln of my own?','gold':['faq-kiln','faq-clay'],'kind':'plain','half':'report',"
              + "'answer_must_contain':['rent']}",
          "{'id':'q3','q':'What is the capital of Peru?','gold':[],'kind':'off-topic','half':'report','unheard-of':{}}",
          "{'id':'q4','q':'why?','context':'Is glaze poisonous?','gold':['faq-glaze'],'kind':'follow-up'}",
          "{'id':'q5','q':'why?','context':['Where do you live?','Is glaze poisonous?'],'gold':['faq-glaze']}",
          "",
          "{'id':'q6','q':'Where can I sell my pots?','gold':['faq-wheel'],'kind':'plain'}");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void write() throws IOException {
    PotteryGuide.in(folder.resolve("guides/pottery"));
    shell = Shell.withGuides(folder.resolve("guides"));
    Files.write(file("q.jsonl"), QUESTIONS.stream().map(l -> l.replace('\'', '"')).toList());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Shell.Ran eval(String... args) {
    return shell.run(List.of("eval", "--no-common", file("q.jsonl").toString()), args);
  }

  @Test
  void theTableHasARowForAllAndOneForEachKind() {
    Shell.Ran ran = eval().done();

    List<String> lines = ran.lines();
    assertThat(lines.getFirst())
        .contains("| n |", "success@1", "success@3", "mrr@10", "ndcg@10", "refusal-f1", "p99-ms");
    assertThat(lines.stream().map(l -> l.split("\\|", -1)[1].strip()))
        .contains("Waymark", "plain", "off-topic", "follow-up", "-");
    assertThat(lines.stream().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void theObjectHasAllMeasuresOverallAndByKind() {
    Shell.Ran ran = eval("--json").done();

    assertThat(ran.out()).endsWith("}\n").containsOnlyOnce("\n");
    JsonNode json = ran.json();
    assertThat(json.path("overall").path("n").isInt()).isTrue();
    assertThat(json.path("overall").path("n").asInt()).isEqualTo(6);
    assertThat(AnswerShape.fields(json.path("kinds")))
        .contains("plain", "off-topic", "follow-up")
        .hasSize(4);
    for (JsonNode measures : List.of(json.path("overall"), json.path("kinds").path("plain"))) {
      for (String share :
          List.of(
              "success@1",
              "success@3",
              "mrr@10",
              "ndcg@10",
              "answered-right",
              "answered-wrong",
              "choice-holds",
              "right")) {
        assertThat(measures.path(share).isNumber()).as(share).isTrue();
        assertThat(measures.path(share).asDouble()).isBetween(0.0, 1.0);
      }
      for (String name :
          List.of("refusal-precision", "refusal-recall", "refusal-f1", "p50-ms", "p99-ms")) {
        assertThat(measures.has(name)).as(name).isTrue();
      }
    }
    assertThat(json.path("overall").path("p50-ms").asDouble())
        .isPositive()
        .isLessThanOrEqualTo(json.path("overall").path("p99-ms").asDouble());
    // Where nothing can be measured there is no number, rather than one that means nothing.
    assertThat(json.path("kinds").path("off-topic").path("success@1").isNull()).isTrue();
    assertThat(json.path("kinds").path("off-topic").path("n").asInt()).isEqualTo(1);
  }

  @Test
  void earlierTurnsAreOneTextOrAList() throws IOException {
    eval("--answers", file("answers").toString()).done();

    Map<String, JsonNode> answers = byId(Files.readAllLines(file("answers")));
    assertThat(AnswerShape.nearest(answers.get("q4"))).isEqualTo("faq-glaze");
    assertThat(AnswerShape.nearest(answers.get("q5"))).isEqualTo("faq-glaze");
  }

  private static Map<String, JsonNode> byId(List<String> lines) {
    var byId = new LinkedHashMap<String, JsonNode>();
    lines.forEach(l -> byId.put(Shell.json(l).path("id").asText(), Shell.json(l)));
    return byId;
  }

  @Test
  void answersAreWhatAskPrintsWithTheId() throws IOException {
    eval("--answers", file("answers").toString()).done();

    Map<String, JsonNode> answers = byId(Files.readAllLines(file("answers")));
    assertThat(answers.keySet()).containsExactly("q1", "q2", "q3", "q4", "q5", "q6");
    answers.values().forEach(AnswerShape::check);
    var asked =
        (ObjectNode)
            shell.run("ask", "--no-common", "--json", "Which clay should I use?").done().json();
    assertThat(answers.get("q1")).isEqualTo(asked.put("id", "q1"));
  }

  @Test
  void theRunRanksAllSectionsOfEachQuestion() throws IOException {
    eval("--run", file("run").toString()).done();

    Map<String, List<String>> rankings = rankings(Files.readAllLines(file("run")));
    assertThat(rankings.keySet()).containsExactly("q1", "q2", "q3", "q4", "q5", "q6");
    assertThat(rankings.values())
        .allSatisfy(
            r -> assertThat(new HashSet<>(r)).hasSize(PotteryGuide.SECTIONS).hasSameSizeAs(r));
    assertThat(rankings.get("q1")).first().isEqualTo("faq-clay");
  }

  /** The sections by question, in their order, from a run whose every line is checked. */
  private static Map<String, List<String>> rankings(List<String> lines) {
    var rankings = new LinkedHashMap<String, List<String>>();
    var last = new LinkedHashMap<String, Double>();
    for (String line : lines) {
      assertThat(line).matches("\\S+ Q0 [a-z0-9-]+ \\d+ \\d+\\.\\d+ \\S+");
      String[] columns = line.split(" ", -1);
      List<String> ranking = rankings.computeIfAbsent(columns[0], q -> new ArrayList<>());
      ranking.add(columns[2]);
      assertThat(Integer.parseInt(columns[3])).isEqualTo(ranking.size());
      double score = Double.parseDouble(columns[4]);
      assertThat(score).isLessThan(last.getOrDefault(columns[0], Double.POSITIVE_INFINITY));
      last.put(columns[0], score);
    }
    return rankings;
  }

  @Test
  void anIdWithSpacesStaysOneColumn() throws IOException {
    Files.writeString(file("q.jsonl"), "{\"id\":\"q 1\\t\\nx\",\"q\":\"clay?\",\"gold\":[]}\n");

    eval("--run", file("run").toString()).done();

    assertThat(rankings(Files.readAllLines(file("run"))).keySet()).containsExactly("q_1__x");
  }

  @Test
  void whatIsReportedFollowsFromTheFiles() throws IOException {
    List<String> all = Files.readAllLines(Shell.shippedGuide().resolve("questions.jsonl"));
    var some = new ArrayList<String>();
    for (int i = 0; i < all.size(); i += 15) {
      some.add(all.get(i));
    }
    Files.write(file("some.jsonl"), some);

    JsonNode overall =
        Shell.withShippedGuide()
            .run(
                "eval",
                "--json",
                "--run",
                file("run").toString(),
                "--answers",
                file("answers").toString(),
                file("some.jsonl").toString())
            .done()
            .json()
            .path("overall");

    Map<String, List<String>> rankings = rankings(Files.readAllLines(file("run")));
    Map<String, JsonNode> answers = byId(Files.readAllLines(file("answers")));
    long sections = rankings.values().stream().mapToInt(List::size).max().orElseThrow();
    assertThat(rankings.values()).allSatisfy(r -> assertThat(r).hasSize((int) sections));
    // Also for what is refused, so that others can measure the ranking alone.
    assertThat(rankings.keySet()).containsExactlyElementsOf(answers.keySet());
    assertThat(answers.values())
        .anySatisfy(a -> assertThat(a.path("outcome").asText()).isEqualTo("unknown"));
    var counted = new Recount();
    some.stream().map(Shell::json).forEach(q -> counted.add(q, rankings, answers));
    assertThat(overall.path("n").asInt()).isEqualTo(some.size());
    assertThat(overall.path("success@1").asDouble()).isCloseTo(counted.first(), within(1e-4));
    assertThat(overall.path("success@3").asDouble()).isCloseTo(counted.third(), within(1e-4));
    assertThat(overall.path("mrr@10").asDouble()).isCloseTo(counted.mrr(), within(1e-4));
    assertThat(overall.path("ndcg@10").asDouble()).isCloseTo(counted.ndcg(), within(1e-4));
    assertThat(overall.path("answered-right").asDouble()).isCloseTo(counted.right(), within(1e-4));
  }

  /** The measures anew, written down from their definitions. */
  private static final class Recount {
    private double answerable;
    private double first;
    private double third;
    private double reciprocal;
    private double gain;
    private double right;

    void add(JsonNode question, Map<String, List<String>> rankings, Map<String, JsonNode> answers) {
      String id = question.path("id").asText();
      Set<String> gold = new HashSet<>();
      question.path("gold").forEach(g -> gold.add(g.asText()));
      JsonNode answer = answers.get(id);
      if (gold.isEmpty() || answer == null) {
        return;
      }
      answerable++;
      List<String> ranking = rankings.getOrDefault(id, List.of());
      first += hits(ranking, gold, 1);
      third += hits(ranking, gold, 3);
      double ideal = 0;
      double found = 0;
      boolean before = false;
      for (int i = 0; i < 10; i++) {
        double discount = Math.log(2) / Math.log(i + 2);
        ideal += i < gold.size() ? discount : 0;
        if (i < ranking.size() && gold.contains(ranking.get(i))) {
          found += discount;
          reciprocal += before ? 0 : 1.0 / (i + 1);
          before = true;
        }
      }
      gain += found / ideal;
      List<String> sources = AnswerShape.sources(answer);
      right +=
          answer.path("outcome").asText().equals("answer") && gold.contains(sources.getFirst())
              ? 1
              : 0;
    }

    private static double hits(List<String> ranking, Set<String> gold, int most) {
      return ranking.stream().limit(most).anyMatch(gold::contains) ? 1 : 0;
    }

    double first() {
      return first / answerable;
    }

    double third() {
      return third / answerable;
    }

    double mrr() {
      return reciprocal / answerable;
    }

    double ndcg() {
      return gain / answerable;
    }

    double right() {
      return right / answerable;
    }
  }

  @Test
  void onlyAHalf() {
    assertThat(eval("--json", "--half", "tune").done().json().path("overall").path("n").asInt())
        .isEqualTo(1);
    assertThat(eval("--json", "--half=report").done().json().path("overall").path("n").asInt())
        .isEqualTo(2);
    assertThat(eval("--half", "third").failure())
        .isEqualTo(file("q.jsonl") + " has no question marked \"half\":\"third\"");
  }

  @Test
  void comparedWithThreeOthers() {
    List<String> rows =
        eval("--compare").done().lines().stream().map(l -> l.split("\\|", -1)[1].strip()).toList();
    assertThat(rows.subList(2, 6))
        .satisfiesExactly(
            r -> assertThat(r).contains("BM25", "StandardAnalyzer"),
            r -> assertThat(r).contains("BM25", "EnglishAnalyzer"),
            r -> assertThat(r).containsIgnoringCase("encoder alone"),
            r -> assertThat(r).isEqualTo("Waymark"));

    JsonNode json = eval("--compare", "--json").done().json();
    assertThat(json.path("systems")).hasSize(4);
    json.path("systems")
        .forEach(
            s -> {
              assertThat(s.path("n").asInt()).isEqualTo(6);
              assertThat(s.path("success@1").asDouble()).isBetween(0.0, 1.0);
            });
    assertThat(json.path("overall").path("n").asInt()).isEqualTo(6);
    assertThat(json.path("systems").path("Waymark").path("success@1"))
        .isEqualTo(json.path("overall").path("success@1"));
  }

  @Test
  void questionsThatAreAllRefusedOrAllAnswerableAreMeasuredToo() throws IOException {
    Files.writeString(file("q.jsonl"), "{\"id\":\"a\",\"q\":\"?\",\"gold\":[]}\n");
    assertThat(eval("--compare").done().out()).contains("| Waymark ");

    Files.writeString(file("q.jsonl"), "{\"id\":\"a\",\"q\":\"clay?\",\"gold\":[\"elsewhere\"]}\n");
    assertThat(eval("--compare", "--json").done().json().path("overall").path("success@3").asInt())
        .isZero();
  }
}
