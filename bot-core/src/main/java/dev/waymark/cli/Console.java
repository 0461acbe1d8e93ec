package dev.waymark.cli;

import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.answer.AskableGuide;
import dev.waymark.chat.Unavailable;
import dev.waymark.store.TransferException;
import dev.waymark.store.UnusableDatabase;
import dev.waymark.text.Line;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a command works with: where it prints, and the settings.
 *
 * @param out results
 * @param err what went wrong
 * @param settings what the environment says
 */
record Console(PrintStream out, PrintStream err, Settings settings) {

  /** A command that cannot be done; the message is one sentence that says what to do. */
  static final class CannotDo extends Exception {
    private static final long serialVersionUID = 1;

    CannotDo(String message) {
      super(message);
    }
  }

  /** Says in one sentence what went wrong. */
  int failed(Exception e) {
    boolean expected =
        e instanceof CannotDo
            || e instanceof AskableGuide.UnusableGuide
            || e instanceof Waymark.CannotOpen
            || e instanceof UnusableDatabase
            || e instanceof TransferException
            || e instanceof Unavailable
            || e instanceof dev.waymark.article.ImportException
            || e instanceof dev.waymark.evaluation.QuestionsFile.BadQuestions;
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    err.println("waymark: " + Line.of(expected ? message : "something went wrong: " + message));
    return Exit.FAILED;
  }

  /** Opens a guide. */
  AskableGuide open(GuideOptions options) throws AskableGuide.UnusableGuide, CannotDo {
    Path folder = guide(options);
    return AskableGuide.open(folder, options.common(settings, folder), settings.cache());
  }

  /** The guide that is meant: the one named, or the only one there is. */
  Path guide(GuideOptions options) throws CannotDo {
    if (options.guide != null) {
      return options.guide;
    }
    List<Path> guides = settings.guideFolders();
    if (guides.isEmpty()) {
      throw new CannotDo(
          settings.guides() + " holds no guide: name one with --guide DIR or set WAYMARK_GUIDES");
    }
    if (guides.size() > 1) {
      throw new CannotDo(
          settings.guides() + " holds " + guides.size() + " guides: name one with --guide DIR");
    }
    return guides.getFirst();
  }

  /** Whether a person reads the output on a terminal that shows bold. */
  boolean isTerminal() {
    return System.getenv("NO_COLOR") == null
        && !Optional.ofNullable(System.getenv("TERM")).orElse("dumb").equals("dumb")
        && Boolean.getBoolean("waymark.tty");
  }
}
