package dev.waymark.discord;

import dev.waymark.chat.CommandInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** Descriptions of commands as Discord registers them. */
final class DiscordCommands {

  /** The entry in a message's menu. */
  static final String ANSWER_THIS = "Answer this";

  private DiscordCommands() {}

  /** All that is registered: a slash command for each command, and the message menu. */
  static List<CommandData> of(List<CommandInfo> commands) {
    var data = new ArrayList<CommandData>();
    commands.forEach(c -> data.add(offered(slash(c), c.access())));
    data.add(everywhere(Commands.message(ANSWER_THIS)));
    return data;
  }

  /**
   * Whether Discord has other commands than these; sending the same again would use up the day's
   * allowance.
   */
  static boolean differ(List<CommandData> wanted, List<Command> registered) {
    return !sorted(wanted)
        .equals(sorted(registered.stream().map(CommandData::fromCommand).toList()));
  }

  private static List<String> sorted(List<CommandData> data) {
    return data.stream()
        .map(d -> d.toData().toMap().toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static SlashCommandData slash(CommandInfo info) {
    SlashCommandData data = Commands.slash(info.name(), info.description());
    info.options().forEach(o -> data.addOptions(option(o)));
    info.subcommands().forEach(s -> data.addSubcommands(subcommand(s)));
    return data.setDefaultPermissions(
        switch (info.access()) {
          case EVERYONE -> DefaultMemberPermissions.ENABLED;
          case MANAGERS -> DefaultMemberPermissions.enabledFor(Permission.MANAGE_CHANNEL);
        });
  }

  private static SubcommandData subcommand(CommandInfo info) {
    var data = new SubcommandData(info.name(), info.description());
    info.options().forEach(o -> data.addOptions(option(o)));
    return data;
  }

  private static OptionData option(CommandInfo.Option option) {
    boolean flag = option.kind() == CommandInfo.Option.Kind.FLAG;
    return new OptionData(
        flag ? OptionType.BOOLEAN : OptionType.STRING,
        option.name(),
        option.description(),
        option.required(),
        option.kind() == CommandInfo.Option.Kind.SUGGESTED);
  }

  private static CommandData offered(CommandData data, CommandInfo.Access access) {
    return switch (access) {
      case EVERYONE -> everywhere(data);
      // A place that can be managed is in a server, and the bot has to be there.
      case MANAGERS ->
          data.setContexts(InteractionContextType.GUILD)
              .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
    };
  }

  private static CommandData everywhere(CommandData data) {
    return data.setContexts(
            Set.of(
                InteractionContextType.GUILD,
                InteractionContextType.BOT_DM,
                InteractionContextType.PRIVATE_CHANNEL))
        .setIntegrationTypes(Set.of(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL));
  }
}
