package dev.waymark;

import dev.waymark.answer.Answer;
import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Question;
import dev.waymark.answer.Weights;
import dev.waymark.evaluation.JudgedQuestion;
import dev.waymark.evaluation.QuestionsFile;
import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideReader;
import dev.waymark.guide.Section;
import dev.waymark.search.GuideIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long an answer takes in process, and how many there are in a second: the judged questions of the shipped guide, one
 * after another. {@code copies} shows the growth: the guide's sections that many times over, under other ids.
 */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class AnswerBenchmark {

  /** How many times over the guide's sections are there. */
  @Param({"1", "10", "100"})
  public int copies;

  private final AtomicInteger next = new AtomicInteger();
  private List<Question> questions = List.of();
  private Optional<GuideIndex> index = Optional.empty();
  private Optional<AnswerFinder> finder = Optional.empty();

  /** Reads and indexes the guide. */
  @Setup
  public void open() throws QuestionsFile.BadQuestions {
    Path data = Path.of(System.getProperty("waymark.data", "../data"));
    Path folder = data.resolve("backend-systems-developer");
    Guide guide = GuideReader.read(folder, Optional.of(data.resolve("common"))).guide();
    var sections = new ArrayList<Section>();
    for (int copy = 0; copy < copies; copy++) {
      for (Section s : guide.sections()) {
        String id = copy == 0 ? s.id() : s.id() + "-copy-" + copy;
        sections.add(
            new Section(id, s.kind(), s.title(), s.summary(), s.asks(), s.see(), s.body(), s.details()));
      }
    }
    Guide grown =
        new Guide(
            guide.info(),
            sections,
            guide.refusals(),
            guide.tips(),
            guide.words(),
            guide.phrasings(),
            guide.languages());
    questions =
        QuestionsFile.read(folder.resolve("questions.jsonl")).stream()
            .map(JudgedQuestion::question)
            .toList();
    GuideIndex made =
        GuideIndex.build(grown, Optional.empty(), GuideIndex.loadEncoder(Optional.empty()));
    index = Optional.of(made);
    finder = Optional.of(new AnswerFinder(grown, made, Weights.shipped(grown)));
  }

  @TearDown
  public void close() {
    index.ifPresent(GuideIndex::close);
  }

  private Answer one() {
    Question question = questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
    return finder.orElseThrow().find(question);
  }

  /** One asker: the time of an answer. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Answer answer() {
    return one();
  }

  /** Two askers at once: answers a second. */
  @Benchmark
  @Threads(2)
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public Answer answers() {
    return one();
  }
}
