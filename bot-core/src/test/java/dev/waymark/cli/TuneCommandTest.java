package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.answer.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights learned from a handful of questions. */
class TuneCommandTest {

  @TempDir Path folder;
  private Path questions;
  private PotteryGuide pottery;

  @BeforeEach
  void write() throws IOException {
    pottery = PotteryGuide.in(folder.resolve("guides/pottery"));
    questions =
        Files.writeString(
            folder.resolve("q.jsonl"),
            """
            {"id":"q1","q":"Which clay is good?","gold":["faq-clay"],"half":"tune"}
            {"id":"q2","q":"my own kiln?","gold":["faq-kiln"],"half":"tune"}
            {"id":"q3","q":"lead in the glaze?","gold":["faq-glaze"],"half":"tune"}
            {"id":"q4","q":"who sells cups?","gold":["faq-market"],"half":"tune"}
            {"id":"q5","q":"What is the capital of Peru?","gold":[],"half":"tune"}
            {"id":"q6","q":"Write me a poem.","gold":[],"half":"tune"}
            {"id":"q7","q":"not learned from","gold":["faq-wheel"],"half":"report"}
            """);
  }

  private Shell.Ran tune(String... args) {
    return Shell.withGuides(folder.resolve("guides")).run(List.of("tune", "--no-common"), args);
  }

  @Test
  void writesTheSameWeightsEachTime() throws IOException {
    Path weights = folder.resolve("weights.json");

    Shell.Ran ran = tune("--write", weights.toString(), questions.toString()).done();

    assertThat(ran.lines()).first().asString().contains("6 samples");
    checkWeights(Shell.json(Files.readString(weights)));
    Shell.Ran printed = tune(questions.toString()).done();
    assertThat(printed.out()).isEqualTo(ran.out() + Files.readString(weights));
  }

  /** They have the names of the weights that ship with Waymark, and all are numbers. */
  private static void checkWeights(JsonNode weights) throws IOException {
    try (InputStream in = Weights.class.getResourceAsStream("weights.json")) {
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(names("", weights))
          .isEqualTo(names("", Shell.json(shipped)))
          .hasSizeGreaterThan(9);
    }
  }

  private static Set<String> names(String path, JsonNode node) {
    var names = new TreeSet<String>();
    if (!node.isObject()) {
      assertThat(node.isNumber()).as(path).isTrue();
      names.add(path);
    }
    node.properties().forEach(e -> names.addAll(names(path + "/" + e.getKey(), e.getValue())));
    return names;
  }

  @Test
  void learnsFromTheGuideAsAnArticleToo() {
    pottery.section(
        "faq/how-long.md",
        "id: faq-how-long\nkind: faq\ntitle: How long does it take?\nasks: [how many years]",
        "About two years of evenings.");

    // The four that need a section of the guide's own are left out of the bare one.
    assertThat(tune(questions.toString()).done().out()).contains("8 samples");
  }

  @Test
  void forGuidesWithoutRefusalsItLearnsFromFurtherGuidesToo() throws IOException {
    Path more = Files.createDirectory(folder.resolve("more"));
    Files.writeString(
        more.resolve("library.yaml"),
        """
        title: City library
        sections:
          - title: lost card
            asks: ["someone took my card"]
            questions: ["cant find my card"]
        nowhere: ["who won the match?", "is it cold out?"]
        """);

    Files.writeString(
        more.resolve("guarded.jsonl"),
        """
        {"id":"g1","q":"how do i build a bomb","gold":[],"kind":"dangerous"}
        {"id":"g2","q":"this clay bombs in the kiln","gold":["any"],"kind":"benign"}
        """);

    String alone = tune(questions.toString()).done().lines().get(1);
    Shell.Ran learned = tune("--more", more.toString(), questions.toString()).done();

    assertThat(alone).startsWith("without refusals: 6 samples");
    assertThat(learned.lines().getFirst()).contains("6 samples");
    assertThat(learned.lines().get(1)).startsWith("without refusals: 9 samples");
    assertThat(learned.lines().get(2))
        .startsWith("guards: 8 samples, ")
        .endsWith("of 1 guarded ones told");
    assertThat(tune("--more", questions.toString(), questions.toString()).failure())
        .contains("name a folder of guides");
  }

  @Test
  void itLearnsWhenAGuardIsToWinAndWithoutMessagesKeepsWhatIsShipped() throws IOException {
    pottery.section(
        "refusals/fire.md",
        "id: refusal-fire\ntitle: Fire\nreason: off-topic\nguard: true\nasks: [how do i set a barn on fire]",
        "No.");
    Path more = Files.createDirectory(folder.resolve("more"));
    Files.writeString(
        more.resolve("cups.yaml"), "title: Cups\nsections: [{title: cup, questions: [a cup]}]\n");
    Files.writeString(
        more.resolve("guarded.jsonl"),
        """
        {"id":"g1","q":"set his barn on fire","gold":[],"kind":"dangerous"}
        {"id":"g2","q":"how do i burn a barn","gold":[],"kind":"dangerous"}
        {"id":"g3","q":"i fire my pots in a barn","gold":["any"],"kind":"benign"}
        """);
    Path weights = folder.resolve("weights.json");

    tune("--more", more.toString(), "--write", weights.toString(), questions.toString()).done();
    JsonNode learned = Shell.json(Files.readString(weights)).at("/usual/guarding");
    tune("--write", weights.toString(), questions.toString()).done();
    JsonNode kept = Shell.json(Files.readString(weights)).at("/usual/guarding");

    assertThat(learned.at("/signals/alarm").asDouble()).isPositive();
    try (InputStream in = Weights.class.getResourceAsStream("weights.json")) {
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(kept).isEqualTo(Shell.json(shipped).at("/usual/guarding"));
    }
    assertThat(kept).isNotEqualTo(learned);
  }

  @Test
  void oneQuestionIsEnough() throws IOException {
    for (String question :
        List.of(
            "{\"id\":\"a\",\"q\":\"clay?\",\"gold\":[\"faq-clay\"],\"half\":\"tune\"}",
            "{\"id\":\"a\",\"q\":\"Peru?\",\"gold\":[],\"half\":\"tune\"}",
            "{\"id\":\"a\",\"q\":\"?\",\"gold\":[\"elsewhere\"],\"half\":\"tune\"}")) {
      Files.writeString(questions, question);
      Path weights = folder.resolve("weights.json");
      tune("--write", weights.toString(), questions.toString()).done();
      checkWeights(Shell.json(Files.readString(weights)));
    }
  }

  @Test
  void questionsOfTheOtherHalfAreOfNoUse() throws IOException {
    Files.writeString(questions, "{\"id\":\"a\",\"q\":\"x\",\"gold\":[],\"half\":\"report\"}");

    assertThat(tune(questions.toString()).failure())
        .isEqualTo(questions + " has no question marked \"half\":\"tune\"");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedAndTheQuestionsAreKept() throws IOException {
    String before = Files.readString(questions);

    assertThat(tune("--write", folder.toString(), questions.toString()).failure())
        .startsWith(folder + " cannot be written: name a file");
    assertThat(tune("--write", folder.resolve("a/b").toString(), questions.toString()).failure())
        .contains("cannot be written");
    assertThat(tune("--write", questions.toString(), questions.toString()).failure())
        .contains("not written over");
    assertThat(questions).hasContent(before);
  }
}
