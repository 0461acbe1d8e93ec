package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as Slack keeps it. Thread-safe. */
final class Message {

  private final Channel channel;
  private final String ts;
  private final @Nullable String thread;
  private final @Nullable Member onlyFor;
  private final Map<String, byte[]> files;
  private ObjectNode json;
  private JsonNode sent;
  private int edits;
  private boolean deleted;

  /**
   * Keeps a message.
   *
   * @param onlyFor the one member who sees it, if it is ephemeral
   * @param sent the arguments that the bot sent for it
   * @param files the contents of its files by their names
   */
  Message(
      Channel channel,
      @Nullable Member onlyFor,
      ObjectNode json,
      JsonNode sent,
      Map<String, byte[]> files) {
    this.channel = channel;
    this.onlyFor = onlyFor;
    this.ts = json.path("ts").asText();
    this.thread = json.has("thread_ts") ? json.path("thread_ts").asText() : null;
    this.json = json;
    this.sent = sent;
    this.files = files;
  }

  String ts() {
    return ts;
  }

  Channel channel() {
    return channel;
  }

  /** The first message of its thread, unless it stands in none. */
  Optional<String> thread() {
    return Optional.ofNullable(thread);
  }

  /** The first message of the thread in which an answer to it stands. */
  String threadRoot() {
    return thread == null ? ts : thread;
  }

  boolean isReply() {
    return thread != null && !thread.equals(ts);
  }

  Optional<Member> onlyFor() {
    return Optional.ofNullable(onlyFor);
  }

  String author() {
    return json().path("user").asText();
  }

  synchronized ObjectNode json() {
    return json.deepCopy();
  }

  /** Replaces what it says, and keeps what it is. */
  synchronized void edit(ObjectNode content, JsonNode by, String at) {
    ObjectNode edited = json.deepCopy();
    edited.remove("blocks");
    edited.setAll(content);
    edited.putObject("edited").put("user", author()).put("ts", at);
    json = edited;
    sent = by;
    edits++;
  }

  synchronized void delete() {
    deleted = true;
  }

  synchronized boolean isDeleted() {
    return deleted;
  }

  synchronized SeenMessage seen() {
    return new SeenMessage(
        ts, channel.name(), thread(), onlyFor != null, json.deepCopy(), sent, files, edits);
  }
}
