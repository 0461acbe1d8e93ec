package dev.waymark.cli;

import dev.waymark.answer.Answer;
import dev.waymark.answer.AskableGuide;
import dev.waymark.answer.Question;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./waymark ask "question"}: one answer. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Answers one question. Exit 0: answered or offered a choice; 3: refused.")
final class AskCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private GuideOptions guide = new GuideOptions();

  @Option(names = "--json", description = "Prints one JSON object on one line.")
  private boolean json;

  @Option(
      names = "--after",
      paramLabel = "QUESTION",
      description = "A question asked before, the oldest first; may be given again.")
  private List<String> after = List.of();

  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "What you want to know.")
  private List<String> question = List.of();

  AskCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    String text = String.join(" ", question);
    try (AskableGuide waymark = console.open(guide)) {
      Answer answer = waymark.finder().find(new Question(text, after));
      if (json) {
        console.out().println(AnswerJson.of(text, answer));
      } else {
        console.out().print(new AnswerPrinter(waymark.guide(), console.isTerminal()).print(answer));
      }
      return answer instanceof Answer.Unknown ? Exit.REFUSED : Exit.OK;
    }
  }
}
