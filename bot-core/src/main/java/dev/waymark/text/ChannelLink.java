package dev.waymark.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A channel in Markdown: a link that each platform shows as it shows its channels. */
public final class ChannelLink {

  private static final Pattern ADDRESS = Pattern.compile("channel:(\\w+)");
  private static final Pattern LINK = Pattern.compile("\\[#]\\(channel:(\\w+)\\)");

  private ChannelLink() {}

  /** The link to a channel. */
  public static String to(String channel) {
    return "[#](channel:" + channel + ")";
  }

  /** The channel that a link's address leads to, if it leads to one. */
  public static Optional<String> channel(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** A Markdown text with what a platform writes for its channels, {@code $1} being their ids. */
  public static String written(String markdown, String as) {
    return LINK.matcher(markdown).replaceAll(as);
  }
}
