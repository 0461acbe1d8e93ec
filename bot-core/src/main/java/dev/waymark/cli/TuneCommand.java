package dev.waymark.cli;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.AskableGuide;
import dev.waymark.answer.Weights;
import dev.waymark.evaluation.BareGuide;
import dev.waymark.evaluation.JudgedQuestion;
import dev.waymark.evaluation.QuestionsFile;
import dev.waymark.evaluation.WeightsFitter;
import dev.waymark.guide.Guide;
import dev.waymark.search.GuideIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./waymark tune QUESTIONS.jsonl}: learns the weights of the answer's signals. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description =
        "Learns how much each signal counts, from the questions marked \"half\":\"tune\", over the guide and over"
            + " the same guide as an imported article would be.")
final class TuneCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private GuideOptions guide = new GuideOptions();

  @Parameters(paramLabel = "QUESTIONS.jsonl", description = "Judged questions.")
  private @Nullable Path questions;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Writes the weights there; the shipped ones are weights.json.")
  private @Nullable Path file;

  TuneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path from = questions == null ? Path.of("questions.jsonl") : questions;
    List<JudgedQuestion> tune =
        QuestionsFile.read(from).stream().filter(q -> q.half().equals("tune")).toList();
    if (tune.isEmpty()) {
      throw new Console.CannotDo(from + " has no question marked \"half\":\"tune\"");
    }
    OutputFile.check(file, from);
    var fitter = new WeightsFitter();
    WeightsFitter alone;
    try (AskableGuide waymark = console.open(guide)) {
      fitter.add(waymark.finder(), waymark.guide().byId().keySet(), tune);
      // A guide without refusals is one that brings its own phrasings: only those can be told
      // apart.
      alone = fitter.withoutRefusals();
      Guide bare = BareGuide.of(waymark.guide());
      if (!bare.sections().isEmpty()) {
        addBare(bare, fitter, tune);
      }
    }
    WeightsFitter.Fit fit = fitter.fit();
    WeightsFitter.Fit fitAlone = alone.fit();
    Weights weights =
        new Weights(
            fit.weights().ranking(),
            fit.weights().answering(),
            fitAlone.weights().answering(),
            fit.weights().choiceLead());
    console.out().println(fit.report());
    console.out().println("without refusals: " + fitAlone.report());
    if (file == null) {
      console.out().print(weights.toJson());
    } else {
      OutputFile.write(file, weights.toJson());
    }
    return Exit.OK;
  }

  private void addBare(Guide bare, WeightsFitter fitter, List<JudgedQuestion> tune) {
    var cache = console.settings().cache();
    try (GuideIndex index = GuideIndex.build(bare, cache, GuideIndex.loadEncoder(cache))) {
      fitter.add(new AnswerFinder(bare, index, Weights.none()), bare.byId().keySet(), tune);
    }
  }
}
