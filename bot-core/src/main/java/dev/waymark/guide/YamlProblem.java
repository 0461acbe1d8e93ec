package dev.waymark.guide;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What SnakeYAML complains of, in words that an editor can act on.
 *
 * @param line lines before the faulty one, within the text that was parsed
 * @param what one sentence, with the mend
 */
record YamlProblem(int line, String what) {

  /** The problem of lists in lists in lists. */
  static final String TOO_DEEP = "nested too deep";

  static YamlProblem of(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (context.contains("quoted scalar") && problem.startsWith("found unexpected")) {
      return new YamlProblem(
          line(e.getContextMark()), "a quote is opened here and never closed: close it");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      return new YamlProblem(
          line(e.getContextMark()),
          "the list in [ ] or { } that begins here is not in order: close it, put a comma between"
              + " entries and quotes around a text with ? or :");
    }
    if (problem.contains("expected ':'")) {
      return new YamlProblem(
          line(e.getContextMark()),
          "the line is no \"key: value\": put a space after the colon, or indent the line if it"
              + " belongs to the one above");
    }
    return new YamlProblem(line(e.getProblemMark()), what(problem));
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getLine();
  }

  private static String what(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "a text that holds \": \" has to stand in quotes";
    }
    if (problem.equals(TOO_DEEP)) {
      return "lists and mappings are nested too deep here: write plain lists";
    }
    if (problem.contains("(TAB)")) {
      return "a tab stands where YAML wants spaces: indent with spaces";
    }
    if (problem.contains("cannot start any token")) {
      String sign = problem.replaceFirst(".*?'(.+?)'.*", "$1");
      return "a text that begins with \"" + sign + "\" has to stand in quotes";
    }
    if (problem.startsWith("unexpected character found")) {
      return "a text that begins with \"&\" or \"*\" has to stand in quotes";
    }
    if (problem.contains("<block end>")) {
      return "the line does not fit those above: indent entries alike, and put a text that begins"
          + " with a quote in quotes as a whole";
    }
    if (problem.contains("escape character")) {
      return "a backslash in double quotes has to be doubled: write \\\\";
    }
    return "the YAML does not parse (" + problem + "): put the text in quotes";
  }
}
