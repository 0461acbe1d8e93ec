package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.Placement;
import dev.waymark.roadmap.StepState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /start}: a few taps on what the member can already do, then a first step to begin with.
 * The state of the questions is in the buttons' ids: {@code
 * start:yes:guide:edition:known:most:taps}.
 */
final class StartCommand implements ChatCommand {

  private final GuideShelf shelf;
  private final Standings standings;
  private final Steps steps;

  StartCommand(GuideShelf shelf, Standings standings) {
    this.shelf = shelf;
    this.standings = standings;
    this.steps = new Steps(standings);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("start", "Finds your first step by a few questions on what you can do")
        .asDialog();
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Standing standing = standings.of(request);
    if (standing.progress().steps().isEmpty()) {
      return ChatReply.notice("This guide has no steps. Ask it a question instead.");
    }
    return standing.tell(ask(standing, Placement.of(standing.progress().steps().size())));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    Optional<GuideShelf.Book> book =
        words.size() < 3 ? Optional.empty() : shelf.byKey(words.get(1));
    if (book.isEmpty() || !words.get(2).equals(edition(book.get()))) {
      return handle(request).replacing(true);
    }
    Standing standing = standings.of(request, book.get());
    try {
      return (words.getFirst().equals("at")
              ? place(request, standing, number(words, 3))
              : answered(standing, words))
          .replacing(true);
    } catch (IllegalArgumentException e) {
      // Not one of our ids, or of a guide that had other steps: begin again.
      return handle(request).replacing(true);
    }
  }

  private static int number(List<String> words, int at) {
    if (at >= words.size()) {
      throw new IllegalArgumentException("too short");
    }
    return Integer.parseInt(words.get(at));
  }

  private static ChatReply answered(Standing standing, List<String> words) {
    var placement = new Placement(number(words, 3), number(words, 4), number(words, 5));
    int steps = standing.progress().steps().size();
    if (placement.most() > steps || placement.isDecided()) {
      throw new IllegalArgumentException("no question of this guide");
    }
    Placement next = placement.answered(words.getFirst().equals("yes"));
    return next.isDecided() ? suggest(standing, next.known()) : ask(standing, next);
  }

  private static String edition(GuideShelf.Book book) {
    return Integer.toString(book.guide().info().version());
  }

  private static ChatReply ask(Standing standing, Placement placement) {
    Section step = standing.progress().steps().get(placement.asks()).step();
    String of =
        String.join(
            ":",
            "",
            standing.book().key(),
            edition(standing.book()),
            Integer.toString(placement.known()),
            Integer.toString(placement.most()),
            Integer.toString(placement.taps()));
    return ChatReply.notice("**" + step.title() + "**\n\n" + question(step))
        .titled("Question " + (placement.taps() + 1) + " of at most " + Placement.MAX_TAPS)
        .offering(
            List.of(
                Choice.of("start:yes" + of, "Yes, I can"), Choice.of("start:no" + of, "Not yet")));
  }

  private static String question(Section section) {
    String doneWhen = section.details() instanceof Step step ? step.doneWhen() : "";
    return doneWhen.isEmpty() ? "Can you do this already?" : "Is this true of you? " + doneWhen;
  }

  private static ChatReply suggest(Standing standing, int known) {
    List<StepState> steps = standing.progress().steps();
    String of = ":" + standing.book().key() + ":" + edition(standing.book()) + ":";
    Choice fromTheStart = Choice.of("start:at" + of + 0, "Start at step 1");
    if (known == 0) {
      return ChatReply.notice(
              "Step 1 is the place to begin: **" + steps.getFirst().step().title() + "**.")
          .titled("Start here")
          .offering(List.of(Choice.main("start:at" + of + 0, "Start at step 1")));
    }
    if (known >= steps.size()) {
      return ChatReply.notice(
              "You can do all of it already. You may mark every step as skipped, or begin at step 1 and see what is new to"
                  + " you.")
          .titled("You know this way")
          .offering(List.of(Choice.of("start:at" + of + known, "Skip all steps"), fromTheStart));
    }
    StepState first = steps.get(known);
    return ChatReply.notice(
            "Begin with step "
                + first.number()
                + ": **"
                + first.step().title()
                + "**.\n\nThe "
                + (known == 1 ? "step" : known + " steps")
                + " before it will count as skipped, not as done. `/undo` takes it back.")
        .titled("Start here")
        .offering(
            List.of(
                Choice.main("start:at" + of + known, "Start at step " + first.number()),
                fromTheStart));
  }

  private ChatReply place(ChatRequest request, Standing standing, int known) {
    List<StepState> all = standing.progress().steps();
    if (known < 0 || known > all.size()) {
      throw new IllegalArgumentException("no step of this guide");
    }
    String skipped =
        all.stream().limit(known).map(s -> s.step().id()).collect(Collectors.joining(","));
    Section at = all.get(Math.min(known, all.size() - 1)).step();
    return steps.next(standings.record(request, standing, Entry.Kind.PLACED, at, skipped));
  }
}
