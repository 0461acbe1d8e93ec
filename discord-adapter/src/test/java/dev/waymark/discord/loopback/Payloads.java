package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** People, servers and channels as Discord's JSON. Stateless. */
final class Payloads {

  /** The bot's name. */
  static final String BOT_NAME = "waymark";

  private static final String JOINED = "2026-01-01T00:00:00+00:00";
  private static final int MEMBER_OVERWRITE = 1;

  private Payloads() {}

  static ObjectNode bot(World world) {
    return user(world.botId(), BOT_NAME).put("bot", true);
  }

  static ObjectNode user(Person person) {
    return user(person.id(), person.name());
  }

  private static ObjectNode user(String id, String name) {
    return Json.object()
        .put("id", id)
        .put("username", name)
        .put("discriminator", "0")
        .put("public_flags", 0)
        .put("flags", 0)
        .putNull("global_name")
        .putNull("avatar")
        .putNull("primary_guild");
  }

  static ObjectNode application(World world) {
    ObjectNode application =
        Json.object()
            .put("id", world.botId())
            .put("name", BOT_NAME)
            .putNull("icon")
            .put("description", "")
            .putNull("type")
            .put("verify_key", "0".repeat(64))
            .put("flags", world.options().messageContent() ? 1 << 19 : 0)
            .put("flags_new", "0")
            .put("bot_public", true)
            .put("bot_require_code_grant", false)
            .putNull("interactions_endpoint_url")
            .putNull("role_connections_verification_url")
            .put("approximate_guild_count", world.guilds().size())
            .put("approximate_user_install_count", 0)
            .put("approximate_user_authorization_count", 0)
            .put("explicit_content_filter", 0)
            .putNull("team");
    application.putArray("redirect_uris");
    application.putArray("eligible_oauth2_scopes");
    application.set("owner", user(world.person("owner")));
    application.set("bot", bot(world));
    ObjectNode types = application.putObject("integration_types_config");
    types.putObject("0");
    types.putObject("1");
    return application;
  }

  static ObjectNode guild(World world, Guild guild) {
    ObjectNode json =
        Json.object()
            .put("id", guild.id())
            .put("name", guild.name())
            .put("owner_id", world.person("owner").id())
            .put("region", "")
            .put("afk_timeout", 300)
            .put("system_channel_flags", 0)
            .put("widget_enabled", false)
            .put("verification_level", 0)
            .put("default_message_notifications", 0)
            .put("mfa_level", 0)
            .put("explicit_content_filter", 0)
            .put("max_members", 500_000)
            .put("max_stage_video_channel_users", 50)
            .put("max_video_channel_users", 25)
            .put("premium_tier", 0)
            .put("premium_subscription_count", 0)
            .put("preferred_locale", "en-US")
            .put("premium_progress_bar_enabled", false)
            .put("nsfw", false)
            .put("nsfw_level", 0);
    for (String none :
        List.of(
            "icon",
            "description",
            "home_header",
            "splash",
            "discovery_splash",
            "banner",
            "application_id",
            "afk_channel_id",
            "system_channel_id",
            "widget_channel_id",
            "max_presences",
            "vanity_url_code",
            "rules_channel_id",
            "safety_alerts_channel_id",
            "public_updates_channel_id",
            "incidents_data")) {
      json.putNull(none);
    }
    json.putArray("features");
    json.putArray("emojis");
    json.putArray("stickers");
    json.set("roles", Json.array(roles(guild)));
    return json;
  }

  /** A server as the gateway brings it, with what is in it. */
  static ObjectNode guildCreate(World world, Guild guild) {
    ObjectNode json = guild(world, guild);
    json.put("joined_at", JOINED).put("large", false).put("unavailable", false);
    json.put("member_count", guild.members().size() + 2);
    json.set(
        "channels", Json.array(guild.channels().stream().map(c -> channel(world, c)).toList()));
    json.set("threads", Json.array(guild.threads().stream().map(c -> channel(world, c)).toList()));
    json.putArray("members").add(botMember(world, guild));
    json.putArray("guild_scheduled_events");
    json.putArray("stage_instances");
    json.putArray("voice_states");
    json.putArray("presences");
    return json;
  }

  static List<ObjectNode> roles(Guild guild) {
    Set<Permission> botMay = guild.botPermissions();
    Set<Permission> everyone =
        Set.of(Permission.USE_APPLICATION_COMMANDS, Permission.MESSAGE_ADD_REACTION);
    var admins = new HashSet<>(Guild.USUAL);
    admins.addAll(Guild.OF_ADMINS);
    return List.of(
        role(guild.id(), "@everyone", everyone, 0, false),
        role(guild.botRoleId(), BOT_NAME, botMay, 1, true),
        role(guild.adminRoleId(), "admins", admins, 2, false));
  }

  private static ObjectNode role(
      String id, String name, Collection<Permission> permissions, int position, boolean managed) {
    ObjectNode role =
        Json.object()
            .put("id", id)
            .put("name", name)
            .put("permissions", bits(permissions))
            .put("position", position)
            .put("color", 0)
            .put("hoist", false)
            .put("managed", managed)
            .put("mentionable", false)
            .putNull("icon")
            .putNull("unicode_emoji")
            .put("flags", 0);
    role.putObject("colors")
        .put("primary_color", 0)
        .putNull("secondary_color")
        .putNull("tertiary_color");
    return role;
  }

  static String bits(Collection<Permission> permissions) {
    return Long.toString(Permission.getRaw(permissions));
  }

  static ObjectNode botMember(World world, Guild guild) {
    ObjectNode member = member(List.of(guild.botRoleId()));
    member.set("user", bot(world));
    return member;
  }

  /** A member with the user inside. */
  static ObjectNode member(Guild guild, Person person) {
    ObjectNode member = memberOnly(guild, person);
    member.set("user", user(person));
    return member;
  }

  /** A member without the user, as it stands beside an author. */
  static ObjectNode memberOnly(Guild guild, Person person) {
    return member(guild.isAdmin(person) ? List.of(guild.adminRoleId()) : List.of());
  }

  private static ObjectNode member(List<String> roles) {
    ObjectNode member =
        Json.object()
            .putNull("avatar")
            .putNull("banner")
            .putNull("communication_disabled_until")
            .put("flags", 0)
            .put("joined_at", JOINED)
            .putNull("nick")
            .put("pending", false)
            .putNull("premium_since")
            .put("mute", false)
            .put("deaf", false);
    roles.forEach(member.putArray("roles")::add);
    return member;
  }

  static ObjectNode channel(World world, Channel channel) {
    ObjectNode json =
        Json.object()
            .put("id", channel.id())
            .put("type", channel.kind().number())
            .put("flags", 0)
            .putNull("last_message_id");
    channel.person().ifPresent(person -> json.putArray("recipients").add(user(person)));
    if (channel.kind() == Channel.Kind.GROUP) {
      json.put("name", channel.bareName()).putNull("icon").put("owner_id", world.botId());
    }
    channel.guild().ifPresent(guild -> json.put("guild_id", guild.id()));
    if (channel.guild().isPresent()) {
      json.put("name", channel.bareName());
    }
    if (channel.isThread()) {
      thread(world, channel, json);
    } else if (channel.guild().isPresent()) {
      json.put("position", 0).put("nsfw", false).putNull("topic").putNull("parent_id");
      overwrites(world, channel, json);
      if (channel.kind() == Channel.Kind.FORUM) {
        json.putArray("available_tags");
        json.put("default_forum_layout", 0).putNull("default_sort_order");
      }
    }
    return json;
  }

  private static void overwrites(World world, Channel channel, ObjectNode json) {
    var overwrites = json.putArray("permission_overwrites");
    Set<Permission> denied = channel.denied();
    if (!denied.isEmpty()) {
      overwrites
          .addObject()
          .put("id", world.botId())
          .put("type", MEMBER_OVERWRITE)
          .put("allow", "0")
          .put("deny", bits(denied));
    }
  }

  private static void thread(World world, Channel thread, ObjectNode json) {
    json.put("owner_id", thread.ownerId())
        .put("message_count", 0)
        .put("member_count", 1)
        .put("total_message_sent", 0)
        .put("rate_limit_per_user", 0);
    thread.parent().ifPresent(parent -> json.put("parent_id", parent.id()));
    json.putObject("thread_metadata")
        .put("archived", false)
        .put("archive_timestamp", world.timestamp())
        .put("auto_archive_duration", 1440)
        .put("locked", thread.isLocked())
        .put("create_timestamp", world.timestamp());
    if (thread.ownerId().equals(world.botId())) {
      json.putObject("member")
          .put("id", thread.id())
          .put("user_id", world.botId())
          .put("join_timestamp", world.timestamp())
          .put("flags", 0);
    }
  }
}
