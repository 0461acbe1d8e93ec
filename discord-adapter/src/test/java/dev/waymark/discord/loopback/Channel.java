package dev.waymark.discord.loopback;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** A place where messages stand: a channel, a thread, a forum or a conversation. Thread-safe. */
public final class Channel {

  /** What kind of place, with Discord's number of it. */
  public enum Kind {
    TEXT(0),
    DIRECT_MESSAGES(1),
    GROUP(3),
    THREAD(11),
    FORUM(15);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  private final World world;
  private final String id;
  private final String name;
  private final Kind kind;
  private final @Nullable Guild guild;
  private final @Nullable Channel parent;
  private final @Nullable Person person;
  private final String ownerId;
  private final Set<Permission> denied = EnumSet.noneOf(Permission.class);
  private volatile boolean deleted;
  private volatile boolean locked;

  private Channel(
      World world,
      String id,
      String name,
      Kind kind,
      @Nullable Guild guild,
      @Nullable Channel parent,
      @Nullable Person person,
      String ownerId) {
    this.world = world;
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.guild = guild;
    this.parent = parent;
    this.person = person;
    this.ownerId = ownerId;
  }

  static Channel ofGuild(World world, Guild guild, String name, Kind kind) {
    return new Channel(world, world.newId(), name, kind, guild, null, null, "");
  }

  static Channel thread(World world, Channel parent, String id, String name, String ownerId) {
    return new Channel(world, id, name, Kind.THREAD, parent.guild, parent, null, ownerId);
  }

  static Channel with(World world, Person person) {
    String name = "@" + person.name();
    return new Channel(world, world.newId(), name, Kind.DIRECT_MESSAGES, null, null, person, "");
  }

  /** A conversation of people in which the bot is not. */
  static Channel among(World world, Person person) {
    String name = "friends of " + person.name();
    return new Channel(world, world.newId(), name, Kind.GROUP, null, null, person, "");
  }

  /** Discord's id of it. */
  public String id() {
    return id;
  }

  /**
   * Its name: {@code #general}, a thread's title, or {@code @ana} for the conversation with her.
   */
  public String name() {
    return kind == Kind.TEXT || kind == Kind.FORUM ? "#" + name : name;
  }

  /** What kind of place it is. */
  public Kind kind() {
    return kind;
  }

  /** Takes permissions away from the bot here, and tells it so. */
  public void botLacks(Permission... permissions) {
    synchronized (denied) {
      denied.addAll(List.of(permissions));
    }
    world.events().channelChanged(this);
  }

  /** Deletes it; the bot is told, and what it does here later meets an unknown channel. */
  public void delete() {
    deleted = true;
    world.events().channelDeleted(this);
  }

  /** Locks a thread, so that nobody writes in it any more. */
  public void lock() {
    locked = true;
    world.events().channelChanged(this);
  }

  String bareName() {
    return name;
  }

  Optional<Guild> guild() {
    return Optional.ofNullable(guild);
  }

  Optional<Channel> parent() {
    return Optional.ofNullable(parent);
  }

  Optional<Person> person() {
    return Optional.ofNullable(person);
  }

  String ownerId() {
    return ownerId;
  }

  /** Discord's number of where a command is used: a server, the bot's conversation, another one. */
  int context() {
    if (guild != null) {
      return 0;
    }
    return kind == Kind.DIRECT_MESSAGES ? 1 : 2;
  }

  /** Whether the bot itself is here, and not only brought along by a person. */
  boolean botIsThere() {
    return guild == null ? kind == Kind.DIRECT_MESSAGES : guild.hasBot();
  }

  boolean isThread() {
    return kind == Kind.THREAD;
  }

  boolean isDeleted() {
    return deleted;
  }

  boolean isLocked() {
    return locked;
  }

  /**
   * What the bot may not do here beyond what it may in the server; a thread's are its channel's.
   */
  Set<Permission> denied() {
    if (parent != null) {
      return parent.denied();
    }
    synchronized (denied) {
      return EnumSet.copyOf(denied.isEmpty() ? EnumSet.noneOf(Permission.class) : denied);
    }
  }

  /** Whether the bot may do this here; in a conversation it may do everything. */
  boolean botMay(Permission permission) {
    return guild == null
        || (guild.botPermissions().contains(permission) && !denied().contains(permission));
  }
}
