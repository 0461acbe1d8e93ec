package dev.waymark.cli;

import dev.waymark.text.Line;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command as it was written. */
final class UsageMessage {

  private UsageMessage() {}

  static String of(ParameterException e) {
    List<String> unmatched = unmatched(e);
    if (!unmatched.isEmpty()) {
      return unmatched(unmatched.getFirst(), e.getCommandLine().getParent() == null);
    }
    return Line.of(String.valueOf(e.getMessage()));
  }

  /** What no option and no parameter took; an unknown option explains more than what lacks. */
  private static List<String> unmatched(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched();
    }
    return e instanceof MissingParameterException
        ? e.getCommandLine().getUnmatchedArguments()
        : List.of();
  }

  private static String unmatched(String argument, boolean noCommand) {
    String quoted = Line.quoted(argument);
    if (argument.startsWith("-") && argument.length() > 1) {
      return "there is no option "
          + quoted
          + (noCommand ? "" : "; before a text like it, write --");
    }
    return noCommand
        ? "there is no command " + quoted + ": to ask a question, write ask before it"
        : quoted + " is one argument too many: put quotes around what belongs together";
  }
}
