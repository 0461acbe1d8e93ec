package dev.waymark.conversation;

import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A platform that takes every post, for all to read. Not thread-safe. */
public final class Wall implements ChatChannel {

  private final List<ChatReply> posts = new ArrayList<>();
  private List<String> missing = List.of();

  /** What was posted. */
  public List<ChatReply> posts() {
    return posts;
  }

  /** From now on the bot may not post. */
  public void lacks(String... what) {
    missing = List.of(what);
  }

  @Override
  public Limits limits() {
    return new Limits(1_000, Duration.ZERO);
  }

  @Override
  public boolean reaches(Place place) {
    return true;
  }

  @Override
  public Posted post(Place place, ChatReply reply, PostKey key) {
    posts.add(reply);
    return new Posted.Sent("m" + posts.size());
  }

  @Override
  public Search find(Place place, PostKey key, Instant since) {
    return new Search.Absent();
  }

  @Override
  public List<String> missing(Place place) {
    return missing;
  }

  @Override
  public boolean tell(Member member, ChatReply reply) {
    return true;
  }
}
