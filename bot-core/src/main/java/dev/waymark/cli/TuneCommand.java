package dev.waymark.cli;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.AskableGuide;
import dev.waymark.answer.Weights;
import dev.waymark.answer.WeightsFile;
import dev.waymark.evaluation.AskedGuide;
import dev.waymark.evaluation.GuardFit;
import dev.waymark.evaluation.GuideForms;
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
            + " the other forms that guides have: as an imported article, and as a list of what is asked.")
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

  @Option(
      names = "--more",
      paramLabel = "DIR",
      description =
          "What else is learned from: for guides without refusals further guides with their questions, each in a"
              + " .yaml file; for the guards the messages in guarded.jsonl; without it they stay as they ship.")
  private @Nullable Path more;

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
    List<AskedGuide> asked = more == null ? List.of() : AskedGuide.readAll(more);
    List<JudgedQuestion> guarded =
        more == null ? List.of() : QuestionsFile.read(more.resolve("guarded.jsonl"));
    var usual = WeightsFitter.usual();
    var alone = WeightsFitter.alone();
    try (AskableGuide waymark = console.open(guide)) {
      usual.add(waymark.finder(), waymark.guide().byId().keySet(), tune);
      learn(usual, GuideForms.bare(waymark.guide()), tune);
      learn(alone, GuideForms.phrasings(waymark.guide()), tune);
      asked.forEach(a -> learn(alone, a.guide(), a.questions()));
      WeightsFitter.Fit fit = usual.fit();
      WeightsFitter.Fit fitAlone = alone.fit();
      console.out().println(fit.report());
      console.out().println("without refusals: " + fitAlone.report());
      Weights.Decision guarding = Weights.shipped(waymark.guide()).guarding();
      if (!guarded.isEmpty()) {
        var guard = new GuardFit(fit.weights());
        guard.addQuestions(waymark.finder(), tune);
        guard.addMessages(waymark.finder(), guarded);
        GuardFit.Fit fitGuard = guard.fit();
        console.out().println("guards: " + fitGuard.report());
        guarding = fitGuard.guarding();
      }
      write(new WeightsFile(fit.weights().withGuarding(guarding), fitAlone.weights()), file);
    }
    return Exit.OK;
  }

  private void write(WeightsFile weights, @Nullable Path to) throws Console.CannotDo {
    if (to == null) {
      console.out().print(weights.toJson());
    } else {
      OutputFile.write(to, weights.toJson());
    }
  }

  private void learn(WeightsFitter fitter, Guide form, List<JudgedQuestion> tune) {
    if (form.sections().isEmpty()) {
      return;
    }
    var cache = console.settings().cache();
    try (GuideIndex index = GuideIndex.build(form, cache, GuideIndex.loadEncoder(cache))) {
      fitter.add(new AnswerFinder(form, index, Weights.none()), form.byId().keySet(), tune);
    }
  }
}
