package dev.waymark.discord;

import dev.waymark.Environment;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the environment says about Discord.
 *
 * @param token the bot's
 * @param apiUrl another REST endpoint than Discord's, for tests and proxies
 * @param gatewayUrl another gateway than the one that Discord names
 * @param shards which shards this process runs, of how many; as many as Discord recommends when
 *     empty
 * @param askChannels ids of channels and forums in which every question is answered that the bot is
 *     sure of; they need the message-content intent
 */
record DiscordSettings(
    String token,
    Optional<String> apiUrl,
    Optional<String> gatewayUrl,
    Optional<Shards> shards,
    Set<String> askChannels) {

  private static final Pattern SHARDS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?/(\\d{1,5})");
  private static final Pattern ID = Pattern.compile("\\d{15,20}");

  /**
   * A range of shards.
   *
   * @param from the first
   * @param to the last
   * @param total of how many
   */
  record Shards(int from, int to, int total) {}

  /** Reads the settings; what is wrong is noted in the environment. */
  static DiscordSettings from(Environment environment) {
    String token =
        environment.requiredSecret(
            "DISCORD_TOKEN",
            "copy it from discord.com/developers, your application, Bot, Reset Token");
    return new DiscordSettings(
        token,
        url(environment, "DISCORD_API_URL", "http"),
        url(environment, "DISCORD_GATEWAY_URL", "ws"),
        shards(environment),
        askChannels(environment));
  }

  private static Optional<String> url(Environment environment, String name, String scheme) {
    Optional<String> url = environment.text(name);
    if (url.isPresent() && !url.get().matches(scheme + "s?://.+")) {
      environment.fault(
          name + " is no address: write one such as " + scheme + "://127.0.0.1:8080/");
      return Optional.empty();
    }
    return url.map(u -> u.endsWith("/") ? u : u + "/");
  }

  private static Optional<Shards> shards(Environment environment) {
    Optional<String> text = environment.text("DISCORD_SHARDS");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = SHARDS.matcher(text.get());
    if (matcher.matches()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      int total = Integer.parseInt(matcher.group(3));
      if (from <= to && to < total) {
        return Optional.of(new Shards(from, to, total));
      }
    }
    environment.fault(
        "DISCORD_SHARDS is no range of shards: write it as 0-3/16, the first one being 0");
    return Optional.empty();
  }

  private static Set<String> askChannels(Environment environment) {
    Set<String> ids =
        Arrays.stream(environment.text("DISCORD_ASK_CHANNELS").orElse("").split("[,\\s]+", -1))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      environment.fault(
          "DISCORD_ASK_CHANNELS holds something that is no channel's id: copy ids in Discord's developer mode, with commas"
              + " between them");
    }
    return ids;
  }
}
