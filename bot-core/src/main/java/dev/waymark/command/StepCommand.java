package dev.waymark.command;

import dev.waymark.answer.Answer;
import dev.waymark.answer.Question;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Suggestion;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.StepState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /step which}: any step, by its number or in words. */
final class StepCommand implements ChatCommand {

  private static final Pattern NUMBER =
      Pattern.compile("(?:step[ -]?)?(\\d{1,3})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private final Standings standings;

  StepCommand(Standings standings) {
    this.standings = standings;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "step",
        "Shows any step, by its number or in words",
        List.of(
            new CommandInfo.Option(
                "which",
                "A number, or words such as databases",
                CommandInfo.Option.Kind.SUGGESTED,
                true)));
  }

  @Override
  public boolean means(String words) {
    return NUMBER.matcher(words).matches();
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Standing standing = standings.of(request);
    String which = request.option("which").orElse("");
    List<StepState> found = find(which, standing);
    if (found.isEmpty()) {
      return standing.tell(none(which, standing.progress()));
    }
    if (found.size() == 1) {
      return standing.tell(StepCard.of(found.getFirst(), standing));
    }
    return standing.tell(
        ChatReply.notice("Which of these steps do you mean?")
            .offering(
                found.stream()
                    .limit(5)
                    .map(s -> Choice.of("step:show:" + s.step().id(), label(s)))
                    .toList()));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    Standing standing = standings.of(request);
    return standing.progress().resolve(words.getLast()).stream()
        .findFirst()
        .map(s -> StepCard.of(s, standing))
        .orElseGet(() -> none(words.getLast(), standing.progress()));
  }

  private static ChatReply none(String which, Progress progress) {
    int steps = progress.steps().size();
    if (steps == 0) {
      return ChatReply.notice("This guide has no steps. Ask it a question instead.");
    }
    String why =
        NUMBER.matcher(which).matches()
            ? "There is no such step: they go from 1 to " + steps + "."
            : "I found no step for these words. Give me its number, from 1 to "
                + steps
                + ", or other words.";
    return ChatReply.notice(why).offering(List.of(Choice.of("roadmap", "All steps")));
  }

  private static List<StepState> find(String which, Standing standing) {
    Progress progress = standing.progress();
    Matcher number = NUMBER.matcher(which);
    List<StepState> byId = progress.resolve(which.toLowerCase(Locale.ROOT));
    if (!byId.isEmpty()) {
      return byId;
    }
    if (number.matches()) {
      int n = Integer.parseInt(number.group(1));
      return progress.steps().stream().filter(s -> s.number() == n).toList();
    }
    List<StepState> byTitle = progress.steps().stream().filter(s -> holds(s, which)).toList();
    return byTitle.isEmpty() ? bySense(which, standing).stream().toList() : byTitle;
  }

  /** The step nearest in meaning, when the guide has anything to say on these words at all. */
  private static Optional<StepState> bySense(String which, Standing standing) {
    var findings = standing.book().finder().get().findAll(Question.of(which));
    if (findings.answer() instanceof Answer.Unknown) {
      return Optional.empty();
    }
    return findings.ranking().stream()
        .flatMap(
            s -> standing.progress().steps().stream().filter(t -> t.step().id().equals(s.id())))
        .findFirst();
  }

  /** Whether each word begins one of the title's. */
  private static boolean holds(StepState state, String typed) {
    List<String> title = words(state.step().title()).toList();
    return words(typed).allMatch(w -> title.stream().anyMatch(t -> t.startsWith(w)));
  }

  private static Stream<String> words(String text) {
    return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty());
  }

  private static String label(StepState state) {
    return state.number() + ". " + state.step().title();
  }

  @Override
  public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    Matcher number = NUMBER.matcher(typed.strip());
    String digits = number.matches() ? number.group(1) : "";
    return Progress.of(standings.book(request).guide(), List.of()).steps().stream()
        .filter(
            s ->
                digits.isEmpty()
                    ? holds(s, typed)
                    : Integer.toString(s.number()).startsWith(digits))
        .map(s -> new Suggestion(s.step().id(), label(s)))
        .toList();
  }
}
