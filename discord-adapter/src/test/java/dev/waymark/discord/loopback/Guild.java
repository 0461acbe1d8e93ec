package dev.waymark.discord.loopback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.Permission;

/** A Discord server, as the API calls it, in which the bot is. Thread-safe. */
public final class Guild {

  /** What a member, and the bot, may do where nothing else is said. */
  static final Set<Permission> USUAL =
      Set.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY,
          Permission.USE_APPLICATION_COMMANDS);

  /** What admins may do beyond it. */
  static final Set<Permission> OF_ADMINS =
      Set.of(Permission.MANAGE_SERVER, Permission.MANAGE_CHANNEL);

  private final World world;
  private final String id;
  private final String name;
  private final String botRoleId;
  private final String adminRoleId;
  private final Set<Permission> botPermissions = EnumSet.copyOf(USUAL);
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final List<Channel> threads = new CopyOnWriteArrayList<>();
  private volatile boolean withBot = true;

  Guild(World world, String name) {
    this.world = world;
    this.id = world.newId();
    this.name = name;
    this.botRoleId = world.newId();
    this.adminRoleId = world.newId();
    world.add(Channel.ofGuild(world, this, "general", Channel.Kind.TEXT), channels);
  }

  /** Discord's id of it. */
  public String id() {
    return id;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The text channel of a name, {@code #general}; made when there is none. */
  public Channel channel(String channelName) {
    return channel(channelName, Channel.Kind.TEXT);
  }

  /** The forum of a name; made when there is none. */
  public Channel forum(String channelName) {
    return channel(channelName, Channel.Kind.FORUM);
  }

  /** The member of a name; joins when there is none. */
  public Member member(String memberName) {
    return members.computeIfAbsent(
        memberName, m -> new Member(world, this, world.person(m), false));
  }

  /** A member who may manage the server and its channels. */
  public Member admin(String memberName) {
    return members.computeIfAbsent(memberName, m -> new Member(world, this, world.person(m), true));
  }

  /** Takes permissions away from the bot in all channels, and tells it so. */
  public void botLacks(Permission... permissions) {
    synchronized (botPermissions) {
      List.of(permissions).forEach(botPermissions::remove);
    }
    world.events().rolesChanged(this);
  }

  /** Removes the bot from the server, and tells it so. */
  public void removeBot() {
    withBot = false;
    world.events().guildLeft(this);
  }

  /** Lets the server be out of order, and tells the bot so. */
  public void outage() {
    world.events().guildUnavailable(this);
  }

  /** Ends an outage. */
  public void outageEnds() {
    world.events().guildJoined(this);
  }

  private Channel channel(String channelName, Channel.Kind kind) {
    String bare = channelName.startsWith("#") ? channelName.substring(1) : channelName;
    synchronized (channels) {
      Channel there = channels.get(bare);
      if (there != null && !there.isDeleted()) {
        return there;
      }
      Channel made = Channel.ofGuild(world, this, bare, kind);
      world.add(made, channels);
      world.events().channelCreated(made);
      return made;
    }
  }

  Channel startThread(Channel parent, String threadId, String threadName, String ownerId) {
    Channel thread = Channel.thread(world, parent, threadId, threadName, ownerId);
    world.add(thread);
    threads.add(thread);
    return thread;
  }

  boolean isAdmin(Person person) {
    return members.values().stream().anyMatch(m -> m.id().equals(person.id()) && m.isAdmin());
  }

  boolean hasBot() {
    return withBot;
  }

  String botRoleId() {
    return botRoleId;
  }

  String adminRoleId() {
    return adminRoleId;
  }

  Set<Permission> botPermissions() {
    synchronized (botPermissions) {
      return EnumSet.copyOf(botPermissions);
    }
  }

  Collection<Channel> channels() {
    return channels.values().stream().filter(channel -> !channel.isDeleted()).toList();
  }

  List<Channel> threads() {
    return threads.stream().filter(channel -> !channel.isDeleted()).toList();
  }

  List<Member> members() {
    return new ArrayList<>(members.values());
  }
}
