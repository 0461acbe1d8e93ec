package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;

/** {@code /undo}: takes back the latest done, skip, later or placement, as often as one likes. */
final class UndoCommand implements ChatCommand {

  private final Standings standings;
  private final Steps steps;

  UndoCommand(Standings standings) {
    this.standings = standings;
    this.steps = new Steps(standings);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("undo", "Takes back your latest done, skip, later or placement");
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    return steps.undo(request, standings.of(request));
  }
}
