package dev.waymark.cli;

import dev.waymark.answer.AskableGuide;
import dev.waymark.evaluation.Comparison;
import dev.waymark.evaluation.Evaluation;
import dev.waymark.evaluation.JudgedQuestion;
import dev.waymark.evaluation.QuestionsFile;
import dev.waymark.search.Baseline;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./waymark eval QUESTIONS.jsonl}: measures on judged questions. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Measures on judged questions.")
final class EvalCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private GuideOptions guide = new GuideOptions();

  @Parameters(paramLabel = "QUESTIONS.jsonl", description = "Judged questions.")
  private @Nullable Path questions;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(
      names = "--half",
      paramLabel = "HALF",
      description = "Only the questions marked so: tune or report.")
  private String half = "";

  @Option(
      names = "--compare",
      description = "Measures plain Lucene and the encoder alone beside Waymark.")
  private boolean compare;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Writes what ask --json would print for each question.")
  private @Nullable Path answers;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Writes the full ranking as a TREC run.")
  private @Nullable Path run;

  EvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path file = questions == null ? Path.of("questions.jsonl") : questions;
    List<JudgedQuestion> asked =
        QuestionsFile.read(file).stream()
            .filter(q -> half.isEmpty() || q.half().equals(half))
            .toList();
    if (asked.isEmpty()) {
      throw new Console.CannotDo(file + " has no question marked \"half\":\"" + half + "\"");
    }
    OutputFile.check(answers, file);
    OutputFile.check(run, file);
    if (answers != null && answers.equals(run)) {
      throw new Console.CannotDo("--answers and --run name the same file: name two");
    }
    try (AskableGuide waymark = console.open(guide)) {
      Evaluation evaluation = Evaluation.run(waymark.finder(), asked);
      OutputFile.write(answers, EvalFiles.answers(evaluation));
      OutputFile.write(run, EvalFiles.run(evaluation));
      Map<String, Evaluation> systems = new LinkedHashMap<>();
      if (compare) {
        for (Baseline baseline :
            List.of(
                Baseline.bm25(waymark.guide(), false),
                Baseline.bm25(waymark.guide(), true),
                waymark.index().encoderAlone())) {
          systems.put(baseline.name(), Comparison.run(baseline, asked));
        }
      }
      systems.put("Waymark", evaluation);
      console.out().print(json ? EvalTable.json(systems) : EvalTable.text(systems));
    }
    return Exit.OK;
  }
}
