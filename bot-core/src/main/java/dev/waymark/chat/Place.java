package dev.waymark.chat;

import dev.waymark.text.ChannelLink;

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

  /** The channel in Markdown. */
  public String link() {
    return ChannelLink.to(channel);
  }

  /** The place as one word, for keys. */
  public String key() {
    return String.join("/", platform.code(), workspace, channel, thread);
  }
}
