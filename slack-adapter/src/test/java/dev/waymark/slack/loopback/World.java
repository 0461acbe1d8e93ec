package dev.waymark.slack.loopback;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All that this Slack knows: people, channels, messages, interactions, views. Thread-safe. */
final class World {

  private static final long FIRST_ID = 36L * 36 * 36 * 36 * 36 * 36 * 36;

  private final Options options;
  private final AtomicLong ids = new AtomicLong(FIRST_ID);
  private final AtomicLong moments = new AtomicLong();
  private final Signal signal = new Signal();
  private final Violations violations = new Violations();
  private final Recorded recorded = new Recorded(signal);
  private final Replies replies = new Replies(this);
  private final Views views = new Views(this);
  private final Uploads uploads = new Uploads();
  private final Deliveries deliveries = new Deliveries(this);
  private final Events events = new Events(this);
  private final Playing playing = new Playing(this);
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final Map<String, Channel> named = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<Member, Channel> conversations = new ConcurrentHashMap<>();
  private final Map<String, Message> messages = new ConcurrentSkipListMap<>();
  private final Map<String, Interaction> byTrigger = new ConcurrentHashMap<>();
  private final Map<String, Interaction> byResponse = new ConcurrentHashMap<>();
  private final Map<String, AssistantPane> panes = new ConcurrentHashMap<>();
  private final Workspace workspace;
  private final String appId;
  private final String botId;
  private final String botUserId;
  private volatile String address = "";
  private volatile String tokenError = "";

  World(Options options) {
    this.options = options;
    this.workspace = new Workspace(this);
    this.appId = newId("A");
    this.botId = newId("B");
    this.botUserId = newId("U");
  }

  Options options() {
    return options;
  }

  Clock clock() {
    return options.clock();
  }

  Instant now() {
    return clock().instant();
  }

  Signal signal() {
    return signal;
  }

  Violations violations() {
    return violations;
  }

  Recorded recorded() {
    return recorded;
  }

  Replies replies() {
    return replies;
  }

  Views views() {
    return views;
  }

  Uploads uploads() {
    return uploads;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  Events events() {
    return events;
  }

  Playing playing() {
    return playing;
  }

  Workspace workspace() {
    return workspace;
  }

  String appId() {
    return appId;
  }

  String botId() {
    return botId;
  }

  String botUserId() {
    return botUserId;
  }

  /** An id of Slack's kind, which begins with a letter: {@code C01000001}. */
  String newId(String kind) {
    return kind + Long.toString(ids.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
  }

  /** A moment as Slack writes it, and as no other message has it. */
  String newTs() {
    return "%d.%06d".formatted(now().getEpochSecond(), moments.incrementAndGet());
  }

  /** Where this server is, {@code http://127.0.0.1:PORT}. */
  String address() {
    return address;
  }

  void address(String url) {
    address = url;
  }

  /** Why the bot's token is taken no more; empty while it is. */
  String tokenError() {
    return tokenError;
  }

  void tokenError(String error) {
    tokenError = error;
  }

  Member member(String name) {
    return members.computeIfAbsent(name, n -> new Member(this, n));
  }

  Optional<Member> memberById(String id) {
    return members.values().stream().filter(member -> member.id().equals(id)).findFirst();
  }

  Channel channelNamed(String name) {
    if (!name.startsWith("#")) {
      throw new AssertionError("A channel's name begins with #, not as " + name);
    }
    return named.computeIfAbsent(name, n -> known(new Channel(this, n, null)));
  }

  /** The conversation of a member with the bot. */
  Channel conversation(Member member) {
    return conversations.computeIfAbsent(member, m -> known(new Channel(this, "@" + m.name(), m)));
  }

  private Channel known(Channel channel) {
    channels.put(channel.id(), channel);
    return channel;
  }

  Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id)).filter(channel -> !channel.isDeleted());
  }

  void add(Message message) {
    messages.put(message.channel().id() + message.ts(), message);
  }

  Optional<Message> message(Channel channel, String ts) {
    return Optional.ofNullable(messages.get(channel.id() + ts)).filter(m -> !m.isDeleted());
  }

  Optional<Message> message(SeenMessage seen) {
    return channels.values().stream()
        .filter(channel -> channel.name().equals(seen.channel()))
        .findFirst()
        .flatMap(channel -> message(channel, seen.ts()));
  }

  /** The messages that all in a channel see, oldest first. */
  List<Message> messagesIn(Channel channel) {
    return messages.values().stream()
        .filter(message -> message.channel() == channel && message.onlyFor().isEmpty())
        .filter(message -> !message.isDeleted())
        .sorted(Comparator.comparing(Message::ts))
        .toList();
  }

  void add(Interaction interaction) {
    byTrigger.put(interaction.trigger(), interaction);
    byResponse.put(interaction.responseId(), interaction);
    recorded.add(interaction);
  }

  Optional<Interaction> interactionByTrigger(String trigger) {
    return Optional.ofNullable(byTrigger.get(trigger));
  }

  Optional<Interaction> interactionByResponse(String id) {
    return Optional.ofNullable(byResponse.get(id));
  }

  void add(AssistantPane pane) {
    panes.put(pane.thread(), pane);
  }

  Optional<AssistantPane> pane(String thread) {
    return Optional.ofNullable(panes.get(thread));
  }

  void violation(Rule rule, String where, String what) {
    violations.add(new Violation(rule, where, what));
    signal.changed();
  }
}
