package dev.waymark.cli;

import dev.waymark.guide.Fault;
import dev.waymark.guide.GuideReader;
import dev.waymark.text.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./waymark lint DIR}: every fault of a guide folder. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Lists every fault of a guide folder as file:line: what. Exit 1 if any.")
final class LintCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The guide's folder.")
  private @Nullable Path folder;

  @Option(names = "--no-common", description = "Without what every guide shares.")
  private boolean noCommon;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path guide = folder == null ? Path.of(".") : folder;
    var options = new GuideOptions();
    options.noCommon = noCommon;
    List<Fault> faults =
        GuideReader.lint(guide, options.common(console.settings(), guide)).faults();
    faults.forEach(f -> console.out().println(Line.of(f.toString())));
    if (faults.isEmpty()) {
      console.out().println("No faults.");
    }
    return faults.isEmpty() ? Exit.OK : Exit.FAILED;
  }
}
