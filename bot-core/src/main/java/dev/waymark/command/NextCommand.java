package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.roadmap.Entry;
import java.util.List;
import java.util.Optional;

/** {@code /next}: the step to do now; its buttons mark it done, skipped or for later. */
final class NextCommand implements ChatCommand {

  private final GuideShelf shelf;
  private final Standings standings;
  private final Steps steps;

  NextCommand(GuideShelf shelf, Standings standings) {
    this.shelf = shelf;
    this.standings = standings;
    this.steps = new Steps(standings);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("next", "Shows your next step: why, what to learn, an exercise");
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    return steps.next(standings.of(request));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    Optional<Entry.Kind> kind = kind(words.getFirst());
    if (kind.isEmpty() || words.size() != 3) {
      return handle(request);
    }
    return shelf
        .byKey(words.get(1))
        .map(book -> steps.mark(request, standings.of(request, book), kind.get(), words.get(2)))
        .orElseGet(
            () ->
                ChatReply.notice(
                    "The guide of that step is not here any more. What you did in it is kept: `/my-data` shows it."))
        .replacing(true);
  }

  private static Optional<Entry.Kind> kind(String word) {
    return switch (word) {
      case "done" -> Optional.of(Entry.Kind.DONE);
      case "skip" -> Optional.of(Entry.Kind.SKIPPED);
      case "later" -> Optional.of(Entry.Kind.LATER);
      default -> Optional.empty();
    };
  }
}
