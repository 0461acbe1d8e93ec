package dev.waymark.discord;

import dev.waymark.Environment;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ApplicationInfo;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * {@code ./waymark doctor}, its part about Discord: what is configured, what is missing, and the
 * mend for each.
 */
final class DiscordDoctor {

  /** All that the bot can use in a server; nothing that it does not. */
  static final Set<Permission> PERMISSIONS =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY);

  private final PrintStream out;
  private boolean wrong;

  private DiscordDoctor(PrintStream out) {
    this.out = out;
  }

  /**
   * Looks at everything.
   *
   * @return the exit code: 0 when nothing needs a mend
   */
  static int run(Map<String, String> variables, PrintStream out) {
    var environment = new Environment(variables);
    DiscordSettings settings = DiscordSettings.from(environment);
    var doctor = new DiscordDoctor(out);
    try {
      environment.check();
      doctor.look(settings);
    } catch (Environment.BadSettings e) {
      doctor.wrong("settings: " + e.getMessage());
    } catch (InvalidTokenException e) {
      doctor.wrong(
          "token: Discord does not know it; copy a new one from discord.com/developers, your application, Bot, Reset Token");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      doctor.wrong("Discord cannot be reached: look at the network and at status.discord.com");
    }
    return doctor.wrong ? 1 : 0;
  }

  private void look(DiscordSettings settings) throws InterruptedException {
    var intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
    JDABuilder builder =
        JDABuilder.createLight(settings.token(), intents)
            .setSessionController(new DiscordSessions(settings.gatewayUrl()))
            .setEnableShutdownHook(false);
    settings.apiUrl().ifPresent(url -> builder.setRestConfig(new RestConfig().setBaseUrl(url)));
    JDA jda = builder.build();
    try {
      right("token: belongs to " + jda.getSelfUser().getName());
      application(jda.retrieveApplicationInfo().complete(), settings);
      right("invite: " + jda.getInviteUrl(PERMISSIONS));
      jda.awaitReady();
      List<Guild> guilds = jda.getGuilds();
      if (guilds.isEmpty()) {
        wrong("servers: the bot is in none; open the invite above and choose yours");
      }
      guilds.forEach(this::server);
    } finally {
      jda.shutdownNow();
    }
  }

  private void application(ApplicationInfo application, DiscordSettings settings) {
    boolean content =
        application.getFlags().contains(ApplicationInfo.Flag.GATEWAY_MESSAGE_CONTENT)
            || application
                .getFlags()
                .contains(ApplicationInfo.Flag.GATEWAY_MESSAGE_CONTENT_LIMITED);
    if (settings.askChannels().isEmpty()) {
      right(
          "intents: none that need Discord's leave; mentions, commands and direct messages work without");
    } else if (content) {
      right(
          "intents: message content is on, for " + settings.askChannels().size() + " ask channels");
    } else {
      wrong(
          "intents: DISCORD_ASK_CHANNELS needs the message content intent; switch it on at discord.com/developers, your"
              + " application, Bot, Privileged Gateway Intents, or leave the setting out");
    }
  }

  private void server(Guild guild) {
    List<String> everywhere =
        lacks(PERMISSIONS.stream().filter(p -> !guild.getSelfMember().hasPermission(p)).toList());
    if (!everywhere.isEmpty()) {
      wrong(
          guild.getName()
              + ": lacks "
              + String.join(", ", everywhere)
              + "; grant it under Server Settings, Roles, or invite the bot again by the link above");
      return;
    }
    int closed = 0;
    for (TextChannel channel : guild.getTextChannels()) {
      List<String> here =
          lacks(
              PERMISSIONS.stream()
                  .filter(p -> !guild.getSelfMember().hasPermission(channel, p))
                  .toList());
      if (here.size() == PERMISSIONS.size()
          || !guild.getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL)) {
        closed++;
      } else if (!here.isEmpty()) {
        wrong(
            guild.getName()
                + " #"
                + channel.getName()
                + ": lacks "
                + String.join(", ", here)
                + "; grant it under the channel's settings, Permissions");
      }
    }
    right(
        guild.getName()
            + ": ready"
            + (closed == 0 ? "" : ", " + closed + " channels are closed to the bot"));
  }

  private static List<String> lacks(List<Permission> permissions) {
    return permissions.stream().map(Permission::getName).sorted().collect(Collectors.toList());
  }

  private void right(String what) {
    out.println("ok    " + what);
  }

  private void wrong(String what) {
    wrong = true;
    out.println("mend  " + what);
  }
}
