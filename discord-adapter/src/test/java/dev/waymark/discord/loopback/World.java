package dev.waymark.discord.loopback;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All that this Discord knows: people, servers, channels, messages, interactions. Thread-safe. */
final class World {

  private final Options options;
  private final Snowflakes ids;
  private final String botId;
  private final Signal signal = new Signal();
  private final Violations violations = new Violations();
  private final Recorded recorded;
  private final Replies replies;
  private final Gateway gateway;
  private final Events events;
  private final Playing playing;
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final Map<String, Guild> guilds = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, Channel> conversations = new ConcurrentHashMap<>();
  private final Map<String, Channel> groups = new ConcurrentHashMap<>();
  private final Map<String, Message> messages = new ConcurrentHashMap<>();
  private final Map<String, Interaction> interactions = new ConcurrentHashMap<>();
  private final Map<String, Interaction> byToken = new ConcurrentHashMap<>();

  World(Options options) {
    this.options = options;
    this.ids = new Snowflakes(options.clock());
    this.botId = ids.next();
    this.recorded = new Recorded(signal);
    this.replies = new Replies(this);
    this.gateway = new Gateway(this);
    this.events = new Events(this, gateway);
    this.playing = new Playing(this);
  }

  Options options() {
    return options;
  }

  Clock clock() {
    return options.clock();
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

  Gateway gateway() {
    return gateway;
  }

  Events events() {
    return events;
  }

  Playing playing() {
    return playing;
  }

  String newId() {
    return ids.next();
  }

  /** The bot's id, as a user and as an application. */
  String botId() {
    return botId;
  }

  String timestamp() {
    return OffsetDateTime.ofInstant(clock().instant(), ZoneOffset.UTC).toString();
  }

  /** The person of a name; made when there is none. */
  Person person(String name) {
    return people.computeIfAbsent(name, n -> new Person(this, n));
  }

  Optional<Person> personById(String id) {
    return people.values().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /** The server of a name; made when there is none, and the bot is told. */
  Guild guild(String name) {
    Optional<Guild> there =
        guilds.values().stream().filter(guild -> guild.name().equals(name)).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    Guild guild = new Guild(this, name);
    guilds.put(guild.id(), guild);
    events.guildJoined(guild);
    return guild;
  }

  Optional<Guild> guildById(String id) {
    return Optional.ofNullable(guilds.get(id)).filter(Guild::hasBot);
  }

  Collection<Guild> guilds() {
    return guilds.values().stream().filter(Guild::hasBot).toList();
  }

  void add(Channel channel, Map<String, Channel> byName) {
    byName.put(channel.bareName(), channel);
    add(channel);
  }

  void add(Channel channel) {
    channels.put(channel.id(), channel);
  }

  Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id)).filter(channel -> !channel.isDeleted());
  }

  /** The private conversation of a person with the bot. */
  Channel conversation(Person person) {
    return conversations.computeIfAbsent(
        person.id(),
        id -> {
          Channel channel = Channel.with(this, person);
          add(channel);
          return channel;
        });
  }

  /** The conversation of a person with her friends. */
  Channel group(Person person) {
    return groups.computeIfAbsent(
        person.id(),
        id -> {
          Channel channel = Channel.among(this, person);
          add(channel);
          return channel;
        });
  }

  Channel channelOf(SeenMessage message) {
    return channel(message.json().path("channel_id").asText())
        .orElseThrow(() -> new AssertionError("The channel of the message is gone."));
  }

  void add(Message message) {
    messages.put(message.id(), message);
  }

  Optional<Message> message(String id) {
    return Optional.ofNullable(messages.get(id)).filter(message -> !message.isDeleted());
  }

  /** The messages that stand in a channel for all to see, newest first. */
  List<Message> messagesIn(Channel channel) {
    return messages.values().stream()
        .filter(message -> message.channel() == channel && message.onlyFor().isEmpty())
        .filter(message -> !message.isDeleted() && !message.isLoading())
        .sorted((a, b) -> Long.compare(Long.parseLong(b.id()), Long.parseLong(a.id())))
        .toList();
  }

  void add(Interaction interaction) {
    interactions.put(interaction.id(), interaction);
    byToken.put(interaction.token(), interaction);
    recorded.add(interaction);
  }

  Optional<Interaction> interaction(String id) {
    return Optional.ofNullable(interactions.get(id));
  }

  Optional<Interaction> interactionByToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }
}
