package dev.waymark.cli;

import dev.waymark.article.ArticleImporter;
import dev.waymark.text.Line;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./waymark import ARTICLE DIR}: an article becomes a guide folder. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Turns an article (text, Markdown or HTML) into a guide folder.")
final class ImportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "ARTICLE", description = "The article's file.")
  private @Nullable Path article;

  @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is new or empty.")
  private @Nullable Path folder;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (article == null || folder == null) {
      return Exit.USAGE;
    }
    String report = ArticleImporter.importArticle(article, folder).text();
    report.lines().forEach(l -> console.out().println(Line.of(l)));
    return Exit.OK;
  }
}
