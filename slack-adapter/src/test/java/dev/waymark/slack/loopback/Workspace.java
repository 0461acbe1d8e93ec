package dev.waymark.slack.loopback;

/** Where people and the bot meet. Everything is made when it is first named. Thread-safe. */
public final class Workspace {

  private final World world;
  private final String id;

  Workspace(World world) {
    this.world = world;
    this.id = world.newId("T");
  }

  /** Slack's id of it. */
  public String id() {
    return id;
  }

  /** The member of a name. */
  public Member member(String name) {
    return world.member(name);
  }

  /** The member of a name, who may administer the workspace. */
  public Member admin(String name) {
    Member member = world.member(name);
    member.makeAdmin();
    return member;
  }

  /** The channel of a name, {@code #general}; public, with the bot in it. */
  public Channel channel(String name) {
    return world.channelNamed(name);
  }
}
