package dev.waymark.command;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.Status;
import dev.waymark.roadmap.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A step as members see it: why, what, an exercise, how they know they are done, hours, and what to
 * press.
 */
final class StepCard {

  private static final Pattern ORDERED = Pattern.compile("(?m)^\\s{0,3}1[.)] ");

  private StepCard() {}

  /** The card with what can be done with the step. */
  static ChatReply of(StepState state, Standing standing) {
    return plain(state, standing.progress()).offering(choices(state, standing.book()));
  }

  private static ChatReply plain(StepState state, Progress progress) {
    return ChatReply.content(markdown(state.step()))
        .titled(
            "Step "
                + state.number()
                + " of "
                + progress.steps().size()
                + ": "
                + state.step().title());
  }

  private static List<Choice> choices(StepState state, GuideShelf.Book book) {
    String of = ":" + book.key() + ":" + state.step().id();
    var choices = new ArrayList<Choice>();
    if (!state.status().isClosed()) {
      choices.add(Choice.main("next:done" + of, "Done"));
      choices.add(Choice.of("next:skip" + of, "Skip, I know this"));
    }
    if (state.status() == Status.OPEN) {
      choices.add(Choice.of("next:later" + of, "Later"));
    }
    choices.add(Choice.of("roadmap", "Roadmap"));
    return choices;
  }

  /** The step's text with what its front matter adds. */
  static String markdown(Section section) {
    var parts = new ArrayList<String>();
    parts.add(section.body());
    if (section.details() instanceof Step step) {
      if (!step.checklist().isEmpty() && !ORDERED.matcher(section.body()).find()) {
        parts.add(
            step.checklist().stream()
                .map(c -> "- " + c)
                .collect(Collectors.joining("\n", "**Learn in this order:**\n\n", "")));
      }
      if (!step.doneWhen().isEmpty()) {
        parts.add("**Done when:** " + step.doneWhen());
      }
      step.hours().ifPresent(h -> parts.add("**Takes:** " + h.min() + " to " + h.max() + " hours"));
      if (!step.links().isEmpty()) {
        parts.add(
            step.links().stream()
                .map(l -> "[" + l.title() + "](" + l.url() + ")")
                .collect(Collectors.joining(" · ", "**Read:** ", "")));
      }
    }
    return String.join("\n\n", parts);
  }
}
