package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.Permission;

/** The bot itself, its commands, and the servers and people it can see. */
final class GuildApi {

  private final World world;
  private final AtomicReference<JsonNode> commands = new AtomicReference<>(Json.array());

  GuildApi(World world) {
    this.world = world;
  }

  ApiResponse gateway() {
    return ApiResponse.ok(Json.object().put("url", world.gateway().address()));
  }

  ApiResponse gatewayBot() {
    ObjectNode json = Json.object().put("url", world.gateway().address());
    json.put("shards", world.options().shards());
    json.putObject("session_start_limit")
        .put("total", 1_000)
        .put("remaining", 1_000 - world.recorded().identifies().size())
        .put("reset_after", 86_400_000)
        .put("max_concurrency", world.options().maxConcurrency());
    return ApiResponse.ok(json);
  }

  ApiResponse me() {
    return ApiResponse.ok(
        Payloads.bot(world).put("mfa_enabled", false).put("locale", "en-US").put("verified", true));
  }

  ApiResponse application() {
    return ApiResponse.ok(Payloads.application(world));
  }

  ApiResponse user(ApiRequest request) {
    String id = request.param("user_id");
    return ApiResponse.ok(
        id.equals(world.botId()) ? Payloads.bot(world) : Payloads.user(person(id)));
  }

  private Person person(String id) {
    return world.personById(id).orElseThrow(() -> ApiError.of(404, 10_013, "Unknown User"));
  }

  ApiResponse openDirectMessages(ApiRequest request) {
    Person person = person(request.body().path("recipient_id").asText());
    return ApiResponse.ok(Payloads.channel(world, world.conversation(person)));
  }

  ApiResponse commands() {
    return ApiResponse.ok(known());
  }

  private JsonNode known() {
    JsonNode now = commands.get();
    return now == null ? Json.array() : now;
  }

  ApiResponse replaceCommands(ApiRequest request) {
    CommandLimits.check(request.body());
    var registered = Json.array();
    for (JsonNode command : request.body()) {
      ObjectNode copy = command.deepCopy();
      copy.put("id", world.newId()).put("application_id", world.botId());
      copy.put("version", world.newId()).put("type", command.path("type").asInt(1));
      copy.put("description", command.path("description").asText(""));
      if (!copy.has("default_member_permissions")) {
        copy.putNull("default_member_permissions");
      }
      numbers(copy, "contexts");
      numbers(copy, "integration_types");
      leaveOutWhatIsUsual(copy);
      registered.add(copy);
    }
    commands.set(registered);
    // First for people: whoever waits for the registration lets them use it at once.
    world.playing().commands(registered);
    world.recorded().registered(request.body());
    return ApiResponse.ok(registered);
  }

  /** Discord says nothing of what an option is not, nor of options that there are not. */
  private static void leaveOutWhatIsUsual(ObjectNode item) {
    for (String flag : List.of("required", "autocomplete")) {
      if (!item.path(flag).asBoolean()) {
        item.remove(flag);
      }
    }
    if (item.path("options").isEmpty()) {
      item.remove("options");
    }
    for (JsonNode option : item.path("options")) {
      leaveOutWhatIsUsual((ObjectNode) option);
    }
  }

  private static void numbers(ObjectNode command, String field) {
    List<JsonNode> values = Json.list(command.path(field));
    if (!values.isEmpty()) {
      var numbers = command.putArray(field);
      values.forEach(value -> numbers.add(value.asInt()));
    }
  }

  ApiResponse myGuilds() {
    return ApiResponse.ok(
        Json.array(
            world.guilds().stream()
                .map(
                    guild -> {
                      ObjectNode json =
                          Json.object()
                              .put("id", guild.id())
                              .put("name", guild.name())
                              .putNull("icon")
                              .putNull("banner")
                              .put("owner", false)
                              .put("permissions", Payloads.bits(guild.botPermissions()));
                      json.putArray("features");
                      return json;
                    })
                .toList()));
  }

  ApiResponse myMember(ApiRequest request) {
    return ApiResponse.ok(Payloads.botMember(world, guild(request)));
  }

  ApiResponse leave(ApiRequest request) {
    guild(request).removeBot();
    return ApiResponse.nothing();
  }

  ApiResponse details(ApiRequest request) {
    return ApiResponse.ok(Payloads.guild(world, guild(request)));
  }

  ApiResponse channels(ApiRequest request) {
    return ApiResponse.ok(
        Json.array(
            guild(request).channels().stream().map(c -> Payloads.channel(world, c)).toList()));
  }

  ApiResponse roles(ApiRequest request) {
    return ApiResponse.ok(Json.array(Payloads.roles(guild(request))));
  }

  ApiResponse member(ApiRequest request) {
    Guild guild = guild(request);
    String id = request.param("user_id");
    if (id.equals(world.botId())) {
      return ApiResponse.ok(Payloads.botMember(world, guild));
    }
    return guild.members().stream()
        .filter(member -> member.id().equals(id))
        .findFirst()
        .map(member -> ApiResponse.ok(Payloads.member(guild, member.person())))
        .orElseThrow(() -> ApiError.of(404, 10_007, "Unknown Member"));
  }

  ApiResponse channel(ApiRequest request) {
    Channel channel =
        world.channel(request.param("channel_id")).orElseThrow(ApiError::unknownChannel);
    if (!channel.botIsThere()) {
      throw ApiError.of(403, 50_001, "Missing Access");
    }
    if (!channel.botMay(Permission.VIEW_CHANNEL)) {
      throw ApiError.broken(Rule.PERMISSION, 403, 50_001, "Missing Access");
    }
    return ApiResponse.ok(Payloads.channel(world, channel));
  }

  private Guild guild(ApiRequest request) {
    return world
        .guildById(request.param("guild_id"))
        .orElseThrow(() -> ApiError.of(404, 10_004, "Unknown Guild"));
  }
}
