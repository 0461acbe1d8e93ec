package dev.waymark.discord.loopback;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The part of Discord's REST API that this server has, by the specification's own paths. */
public enum Endpoint {
  GATEWAY("GET", "/gateway"),
  GATEWAY_BOT("GET", "/gateway/bot"),
  ME("GET", "/users/@me"),
  MY_GUILDS("GET", "/users/@me/guilds"),
  MY_MEMBER("GET", "/users/@me/guilds/{guild_id}/member"),
  LEAVE_GUILD("DELETE", "/users/@me/guilds/{guild_id}"),
  OPEN_DIRECT_MESSAGES("POST", "/users/@me/channels"),
  USER("GET", "/users/{user_id}"),
  APPLICATION("GET", "/applications/@me"),
  OAUTH_APPLICATION("GET", "/oauth2/applications/@me"),
  COMMANDS("GET", "/applications/{application_id}/commands"),
  REPLACE_COMMANDS("PUT", "/applications/{application_id}/commands"),
  GUILD("GET", "/guilds/{guild_id}"),
  GUILD_CHANNELS("GET", "/guilds/{guild_id}/channels"),
  GUILD_ROLES("GET", "/guilds/{guild_id}/roles"),
  GUILD_MEMBER("GET", "/guilds/{guild_id}/members/{user_id}"),
  CHANNEL("GET", "/channels/{channel_id}"),
  TYPING("POST", "/channels/{channel_id}/typing"),
  MESSAGES("GET", "/channels/{channel_id}/messages"),
  CREATE_MESSAGE("POST", "/channels/{channel_id}/messages"),
  MESSAGE("GET", "/channels/{channel_id}/messages/{message_id}"),
  EDIT_MESSAGE("PATCH", "/channels/{channel_id}/messages/{message_id}"),
  DELETE_MESSAGE("DELETE", "/channels/{channel_id}/messages/{message_id}"),
  START_THREAD_AT("POST", "/channels/{channel_id}/messages/{message_id}/threads"),
  START_THREAD("POST", "/channels/{channel_id}/threads"),
  CALLBACK("POST", "/interactions/{interaction_id}/{interaction_token}/callback"),
  FOLLOW_UP("POST", "/webhooks/{webhook_id}/{webhook_token}"),
  ORIGINAL("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"),
  EDIT_ORIGINAL("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"),
  DELETE_ORIGINAL("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"),
  FOLLOW_UP_MESSAGE("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"),
  EDIT_FOLLOW_UP("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"),
  DELETE_FOLLOW_UP("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}");

  private final String method;
  private final String template;

  Endpoint(String method, String template) {
    this.method = method;
    this.template = template;
  }

  String method() {
    return method;
  }

  /** Its path in the specification, {@code /channels/{channel_id}}. */
  String template() {
    return template;
  }

  /** Interactions are known by their token and need no other. */
  boolean needsBotToken() {
    return !template.startsWith("/interactions/") && !template.startsWith("/webhooks/");
  }

  /** The endpoint of a request; the first that fits, so literal paths stand before patterns. */
  static Optional<Endpoint> find(String method, String path) {
    for (Endpoint endpoint : values()) {
      if (endpoint.method.equals(method) && endpoint.match(path).isPresent()) {
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }

  /** The values of the parameters in a path, unless it is another path. */
  Optional<Map<String, String>> match(String path) {
    String[] parts = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (given.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        values.put(parts[i].substring(1, parts[i].length() - 1), given[i]);
      } else if (!parts[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
