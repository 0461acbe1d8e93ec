package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.roadmap.Entry;
import java.util.List;

/** {@code /done}: completes the step and shows the next one; keeps evidence when it is given. */
final class DoneCommand implements ChatCommand {

  private static final int LONGEST_PROOF = 500;

  private final Standings standings;
  private final Steps steps;

  DoneCommand(Standings standings) {
    this.standings = standings;
    this.steps = new Steps(standings);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "done",
        "Marks your step as done and shows the next one",
        List.of(
            new CommandInfo.Option(
                "proof",
                "A link or a line that shows it, kept for your learning log",
                CommandInfo.Option.Kind.TEXT,
                false)));
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    String proof = request.option("proof").orElse("");
    if (proof.length() > LONGEST_PROOF) {
      return ChatReply.notice(
          "A proof has at most "
              + LONGEST_PROOF
              + " characters, and yours has "
              + proof.length()
              + ". Nothing is marked yet: keep the text elsewhere and give me a link to it.");
    }
    return steps.close(
        request, standings.of(request), Entry.Kind.DONE, proof.replaceAll("\\s+", " "));
  }

  @Override
  public boolean means(String words) {
    return words.startsWith("proof:");
  }
}
