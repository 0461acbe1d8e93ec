package dev.waymark.chat;

/**
 * Where something is said.
 *
 * @param platform which platform
 * @param workspace a Slack workspace's or a Discord server's id; empty in direct messages and in
 *     the terminal
 * @param channel the channel's id, never empty
 * @param thread the thread's id; empty outside threads
 */
public record Place(Platform platform, String workspace, String channel, String thread) {

  /** What the address of a link to a channel begins with. */
  public static final String CHANNEL = "channel:";

  /** The channel in Markdown: a link that each platform shows as it shows its channels. */
  public String link() {
    return "[#](" + CHANNEL + channel + ")";
  }

  /** The place as one word, for keys. */
  public String key() {
    return String.join("/", platform.code(), workspace, channel, thread);
  }
}
