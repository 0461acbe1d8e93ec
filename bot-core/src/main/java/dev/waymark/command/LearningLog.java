package dev.waymark.command;

import dev.waymark.guide.Guide;
import dev.waymark.roadmap.Mark;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a member learned, in Markdown that they can put beside a CV. */
final class LearningLog {

  private LearningLog() {}

  /** The log of all guides in which something is done. */
  static String of(List<Progress> ways) {
    var parts = new ArrayList<String>();
    parts.add("# Learning log");
    ways.stream().map(LearningLog::way).filter(w -> !w.isEmpty()).forEach(parts::add);
    if (parts.size() == 1) {
      parts.add("Nothing is marked as done yet.");
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String way(Progress progress) {
    var done = new ArrayList<Mark>(progress.former().values());
    var lines = new ArrayList<String>();
    progress
        .steps()
        .forEach(
            s -> done.add(new Mark(s.status(), s.step().title(), s.mark().proof(), s.mark().at())));
    done.stream()
        .filter(m -> m.status() == Status.DONE && !m.title().isEmpty())
        .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::title))
        .map(
            m ->
                "- "
                    + Days.of(m.at())
                    + ": "
                    + m.title()
                    + (m.proof().isEmpty() ? "" : ". " + m.proof()))
        .distinct()
        .forEach(lines::add);
    if (lines.isEmpty()) {
      return "";
    }
    Guide guide = progress.guide();
    return "## "
        + guide.info().title()
        + "\n\n"
        + progress.count(Status.DONE)
        + " of "
        + progress.steps().size()
        + " steps done.\n\n"
        + String.join("\n", lines);
  }
}
