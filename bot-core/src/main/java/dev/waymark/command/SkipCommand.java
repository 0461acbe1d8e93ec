package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.roadmap.Entry;

/** {@code /skip}: goes past a step that the member knows already. */
final class SkipCommand implements ChatCommand {

  private final Standings standings;
  private final Steps steps;

  SkipCommand(Standings standings) {
    this.standings = standings;
    this.steps = new Steps(standings);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("skip", "Skips your step because you know it, and shows the next one");
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    return steps.close(request, standings.of(request), Entry.Kind.SKIPPED, "");
  }
}
