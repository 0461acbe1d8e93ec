package dev.waymark.command;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.Status;
import dev.waymark.roadmap.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What members do with their steps, whichever command or button they use for it. Thread-safe. */
final class Steps {

  private static final int FORTNIGHT = 14;

  private final Standings standings;

  Steps(Standings standings) {
    this.standings = standings;
  }

  /** The step to do now. */
  ChatReply next(Standing standing) {
    return next(standing, "");
  }

  /** The step to do now, after a word on what was done. */
  private ChatReply next(Standing standing, String before) {
    ChatReply card =
        standing
            .progress()
            .next()
            .map(s -> StepCard.of(s, standing))
            .orElseGet(() -> finished(standing));
    return standing.tell(before.isEmpty() ? card : card.saying(before + "\n\n" + card.markdown()));
  }

  private static ChatReply finished(Standing standing) {
    Progress progress = standing.progress();
    if (progress.steps().isEmpty()) {
      return ChatReply.notice(
          "This guide has no steps to walk through. Ask it a question instead.");
    }
    return ChatReply.notice(
            "That was the last step: "
                + progress.count(Status.DONE)
                + " done, "
                + progress.count(Status.SKIPPED)
                + " skipped. `/my-data` gives you a learning log to keep, and questions are welcome any time.")
        .titled("You have come to the end of the way")
        .offering(List.of(Choice.main("roadmap", "Roadmap"), Choice.of("my-data", "Learning log")));
  }

  /** Closes the member's current step. */
  ChatReply close(ChatRequest request, Standing standing, Entry.Kind kind, String note) {
    return standing
        .progress()
        .next()
        .map(s -> mark(request, standing, kind, s, note))
        .orElseGet(() -> next(standing));
  }

  /** Marks a step that was named by an id of this or an earlier edition. */
  ChatReply mark(ChatRequest request, Standing standing, Entry.Kind kind, String id) {
    List<StepState> now = standing.progress().resolve(id);
    if (now.isEmpty()) {
      String gone =
          standing.progress().change(id).isPresent()
              ? "That step is no longer part of the guide."
              : "I do not know that step any more.";
      return next(standing, gone + " This is where you are now:");
    }
    Optional<StepState> open = now.stream().filter(s -> !s.status().isClosed()).findFirst();
    if (open.isEmpty()) {
      StepState closed = now.getFirst();
      return next(
          standing,
          "“"
              + closed.step().title()
              + "” is "
              + word(closed.status())
              + " already. This is where you are now:");
    }
    return mark(request, standing, kind, open.get(), "");
  }

  private ChatReply mark(
      ChatRequest request, Standing standing, Entry.Kind kind, StepState state, String note) {
    Standing after = standings.record(request, standing, kind, state.step(), note);
    return next(after, said(kind, state, after, note));
  }

  private String said(Entry.Kind kind, StepState state, Standing after, String proof) {
    String step = "Step " + state.number() + ", “" + state.step().title() + "”";
    return switch (kind) {
      case DONE ->
          step
              + ", is done"
              + (proof.isEmpty() ? "" : ", with your proof kept")
              + ". "
              + tally(after);
      case SKIPPED -> step + ", is skipped: you know it. " + tally(after);
      case LATER ->
          step
              + ", can wait. It comes back when no other step is open; `/step "
              + state.number()
              + "` shows it any time.";
      default -> throw new IllegalArgumentException(kind + " marks no step");
    };
  }

  /** How far they are, without a word of reproach. */
  private String tally(Standing standing) {
    Progress progress = standing.progress();
    int skipped = progress.count(Status.SKIPPED);
    var tally = new StringBuilder();
    tally
        .append(progress.count(Status.DONE))
        .append(" of ")
        .append(progress.steps().size())
        .append(" done");
    tally.append(skipped == 0 ? "" : ", " + skipped + " skipped");
    long active = standings.activeDays(standing.person(), FORTNIGHT);
    if (active > 1) {
      tally
          .append("; active on ")
          .append(active)
          .append(" of the last ")
          .append(FORTNIGHT)
          .append(" days");
    }
    return tally.append('.').toString();
  }

  /** Takes back the latest thing that holds. */
  ChatReply undo(ChatRequest request, Standing standing) {
    Optional<Entry> last = standing.progress().lastAction();
    if (last.isEmpty()) {
      return standing.tell(ChatReply.notice("There is nothing to take back."));
    }
    Standing after = standings.record(request, standing, Entry.Kind.UNDONE);
    var choices = new ArrayList<Choice>();
    if (after.progress().lastAction().isPresent()) {
      choices.add(Choice.of("undo", "Undo one more"));
    }
    choices.add(Choice.main("next", "My next step"));
    choices.add(Choice.of("roadmap", "Roadmap"));
    return after.tell(ChatReply.notice("Taken back: " + what(last.get()) + ".").offering(choices));
  }

  private static String what(Entry entry) {
    String step = "“" + entry.title() + "”";
    return switch (entry.kind()) {
      case DONE -> step + " was marked done";
      case SKIPPED -> step + " was skipped";
      case LATER -> step + " was put off";
      case PLACED -> "you were placed at " + step;
      case FOLLOWED, UNDONE, TOLD ->
          throw new IllegalArgumentException(entry.kind() + " is never taken back");
    };
  }

  /** A status as people say it. */
  static String word(Status status) {
    return switch (status) {
      case OPEN -> "open";
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case LATER -> "for later";
    };
  }
}
