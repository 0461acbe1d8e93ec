package dev.waymark.cli;

import dev.waymark.answer.AskableGuide;
import dev.waymark.text.Line;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./waymark search "exact phrase" +must -not pre*}: sections by their words. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Lists sections by their words: \"exact phrase\", +must, -not, pre*, a | b.")
final class SearchCommand implements Callable<Integer> {

  private static final int MOST = 10;

  private final Console console;

  @Mixin private GuideOptions guide = new GuideOptions();

  @Parameters(
      paramLabel = "QUERY",
      arity = "1..*",
      description = "Words to look for; write -- before a query that begins with a dash.")
  private List<String> query = List.of();

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (AskableGuide waymark = console.open(guide)) {
      List<String> found = waymark.index().search(String.join(" ", query), MOST);
      for (String id : found) {
        waymark
            .guide()
            .section(id)
            .ifPresent(s -> console.out().println(s.id() + "  " + Line.of(s.title())));
      }
      if (found.isEmpty()) {
        console.out().println("No section holds these words.");
      }
      return found.isEmpty() ? Exit.REFUSED : Exit.OK;
    }
  }
}
