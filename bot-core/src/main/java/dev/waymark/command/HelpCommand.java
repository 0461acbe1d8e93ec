package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /help}: what one can do here, in the order in which a newcomer needs it. */
final class HelpCommand implements ChatCommand {

  private final Supplier<List<CommandInfo>> commands;

  /**
   * Makes it.
   *
   * @param commands all commands, this one among them
   */
  HelpCommand(Supplier<List<CommandInfo>> commands) {
    this.commands = commands;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("help", "Says what you can do here");
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    String lines =
        commands.get().stream()
            .filter(c -> c.access() == CommandInfo.Access.EVERYONE || request.manager())
            .map(HelpCommand::line)
            .collect(Collectors.joining("\n"));
    return ChatReply.notice(
            "Ask me anything about the guide in plain words. I answer from it and say where it stands, or tell you that I"
                + " do not know.\n\n"
                + lines)
        .titled("What you can do here")
        .offering(
            List.of(Choice.main("start", "Find my place"), Choice.of("next", "My next step")));
  }

  @Override
  public boolean dependsOnManager() {
    return commands.get().stream().anyMatch(c -> c.access() == CommandInfo.Access.MANAGERS);
  }

  private static String line(CommandInfo info) {
    String what = info.subcommands().isEmpty() ? options(info) : subcommands(info);
    return "- `/" + info.name() + what + "` " + info.description();
  }

  private static String options(CommandInfo info) {
    return info.options().stream()
        .filter(o -> o.kind() != CommandInfo.Option.Kind.FLAG)
        .map(o -> o.required() ? " " + o.name() : " [" + o.name() + "]")
        .collect(Collectors.joining());
  }

  private static String subcommands(CommandInfo info) {
    return info.subcommands().stream()
        .map(CommandInfo::name)
        .collect(Collectors.joining(" · ", " ", ""));
  }
}
