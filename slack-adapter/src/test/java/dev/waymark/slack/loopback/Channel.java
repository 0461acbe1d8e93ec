package dev.waymark.slack.loopback;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A channel, or the conversation of a member with the bot. Thread-safe. */
public final class Channel {

  /** What kind it is, with Slack's name in events and the beginning of its scopes. */
  public enum Kind {
    PUBLIC("channel", "channels"),
    PRIVATE("group", "groups"),
    DIRECT("im", "im");

    private final String type;
    private final String scopes;

    Kind(String type, String scopes) {
      this.type = type;
      this.scopes = scopes;
    }

    String type() {
      return type;
    }

    /** The scope to read or to know such a channel: {@code channels:history}. */
    String scope(String right) {
      return scopes + ":" + right;
    }
  }

  private final World world;
  private final String id;
  private final String name;
  private final @Nullable Member with;
  private final Set<Member> absent = ConcurrentHashMap.newKeySet();
  private volatile boolean secluded;
  private volatile boolean bot = true;
  private volatile boolean archived;
  private volatile boolean deleted;

  Channel(World world, String name, @Nullable Member with) {
    this.world = world;
    this.id = world.newId(with == null ? "C" : "D");
    this.name = name;
    this.with = with;
  }

  /** Slack's id of it. */
  public String id() {
    return id;
  }

  /** How a person calls it: {@code #general}, {@code @ana} for the conversation with the bot. */
  public String name() {
    return name;
  }

  /** What kind it is. */
  public Kind kind() {
    if (with != null) {
      return Kind.DIRECT;
    }
    return secluded ? Kind.PRIVATE : Kind.PUBLIC;
  }

  /** Makes it private. */
  public Channel secluded() {
    secluded = true;
    return this;
  }

  /** Takes the bot out, without a word. */
  public Channel withoutBot() {
    bot = false;
    return this;
  }

  /** Brings the bot in, and tells it so. */
  public void invitesBot() {
    bot = true;
    world.events().botJoined(this);
  }

  /** Throws the bot out, and tells it so. */
  public void removesBot() {
    bot = false;
    world.events().botLeft(this);
  }

  /** Lets a member not be in it. */
  public Channel without(Member member) {
    absent.add(member);
    return this;
  }

  /** Archives it: nobody writes there any more, and the bot is no more in it. */
  public void archive() {
    archived = true;
  }

  /** Deletes it. */
  public void delete() {
    deleted = true;
  }

  /** Whether the bot is in it. */
  public boolean hasBot() {
    return bot;
  }

  boolean has(Member member) {
    return with == null ? !absent.contains(member) : with == member;
  }

  /** The member whose conversation with the bot it is. */
  @Nullable Member with() {
    return with;
  }

  boolean isArchived() {
    return archived;
  }

  boolean isDeleted() {
    return deleted;
  }

  /** Its name without the sign before it. */
  String bareName() {
    return with == null ? name.substring(1) : "directmessage";
  }
}
