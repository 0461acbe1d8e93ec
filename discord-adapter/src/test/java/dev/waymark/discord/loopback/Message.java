package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A message as the server keeps it, through all its edits. Thread-safe. */
public final class Message {

  static final int SUPPRESS_EMBEDS = 1 << 2;
  static final int EPHEMERAL = 1 << 6;
  static final int LOADING = 1 << 7;
  static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
  static final int COMPONENTS_V2 = 1 << 15;

  /** What an edit replaces, all at once. */
  private record State(
      ObjectNode json, JsonNode sent, Map<String, byte[]> files, int edits, boolean deleted) {}

  private final Channel channel;
  private final @Nullable Person onlyFor;
  private final AtomicReference<State> state;

  /**
   * Makes a message.
   *
   * @param onlyFor the one person who sees it, or null when everyone in the channel does
   * @param sent the body that the bot sent
   */
  Message(
      Channel channel,
      @Nullable Person onlyFor,
      ObjectNode json,
      JsonNode sent,
      Map<String, byte[]> files) {
    this.channel = channel;
    this.onlyFor = onlyFor;
    this.state = new AtomicReference<>(new State(json, sent, files, 0, false));
  }

  /** Discord's id of it. */
  public String id() {
    return state().json().path("id").asText();
  }

  /** As a person sees it now. */
  public SeenMessage seen() {
    State now = state();
    return new SeenMessage(
        id(), channel.name(), onlyFor != null, now.json(), now.sent(), now.files(), now.edits());
  }

  private State state() {
    State now = state.get();
    if (now == null) {
      throw new IllegalStateException("A message has a state from the start.");
    }
    return now;
  }

  Channel channel() {
    return channel;
  }

  Optional<Person> onlyFor() {
    return Optional.ofNullable(onlyFor);
  }

  ObjectNode json() {
    return state().json().deepCopy();
  }

  String authorId() {
    return state().json().path("author").path("id").asText();
  }

  Instant written() {
    return OffsetDateTime.parse(state().json().path("timestamp").asText()).toInstant();
  }

  int flags() {
    return state().json().path("flags").asInt();
  }

  boolean isLoading() {
    return (flags() & LOADING) != 0;
  }

  boolean isDeleted() {
    return state().deleted();
  }

  /** Replaces what it says; files given now come to those it had. */
  void edit(ObjectNode json, JsonNode sent, Map<String, byte[]> files) {
    state.updateAndGet(
        before -> {
          Map<String, byte[]> all = new LinkedHashMap<>(before.files());
          all.putAll(files);
          return new State(json, sent, all, before.edits() + 1, before.deleted());
        });
  }

  void delete() {
    state.updateAndGet(
        before -> new State(before.json(), before.sent(), before.files(), before.edits(), true));
  }
}
