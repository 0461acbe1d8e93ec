package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** Interactions as Discord's JSON. Stateless. */
final class InteractionPayloads {

  private static final String SERVER_INSTALL = "0";
  private static final String USER_INSTALL = "1";

  private InteractionPayloads() {}

  static ObjectNode of(World world, Interaction interaction, ObjectNode data) {
    Channel channel = interaction.channel();
    ObjectNode json =
        Json.object()
            .put("id", interaction.id())
            .put("application_id", world.botId())
            .put("type", interaction.kind().number())
            .put("token", interaction.token())
            .put("version", 1)
            .put("channel_id", channel.id())
            .put("context", channel.context())
            .put("locale", "en-US");
    json.putObject("channel").setAll(Payloads.channel(world, channel));
    json.set("data", data);
    json.putArray("entitlements");
    ObjectNode owners = json.putObject("authorizing_integration_owners");
    if (channel.guild().isPresent()) {
      inGuild(json, owners, channel.guild().get(), interaction);
    } else {
      json.set("user", Payloads.user(interaction.person()));
      json.put("app_permissions", Payloads.bits(List.of(Permission.values())));
      if (channel.botIsThere()) {
        owners.put(SERVER_INSTALL, "0");
      } else {
        owners.put(USER_INSTALL, interaction.person().id());
      }
    }
    interaction.pressed().ifPresent(message -> json.set("message", message.json()));
    return json;
  }

  private static void inGuild(
      ObjectNode json, ObjectNode owners, Guild guild, Interaction interaction) {
    Person person = interaction.person();
    json.put("guild_id", guild.id()).put("guild_locale", "en-US");
    json.putObject("guild").put("id", guild.id()).put("locale", "en-US").putArray("features");
    if (guild.hasBot()) {
      owners.put(SERVER_INSTALL, guild.id());
    } else {
      owners.put(USER_INSTALL, person.id());
    }
    String permissions = Payloads.bits(permissions(guild, person));
    ObjectNode member = Payloads.member(guild, person).put("permissions", permissions);
    json.set("member", member);
    json.withObjectProperty("channel").put("permissions", permissions);
    json.put(
        "app_permissions",
        Payloads.bits(
            guild.botPermissions().stream().filter(interaction.channel()::botMay).toList()));
  }

  private static Set<Permission> permissions(Guild guild, Person person) {
    Set<Permission> permissions = EnumSet.copyOf(Guild.USUAL);
    if (guild.isAdmin(person)) {
      permissions.addAll(Guild.OF_ADMINS);
    }
    return permissions;
  }
}
