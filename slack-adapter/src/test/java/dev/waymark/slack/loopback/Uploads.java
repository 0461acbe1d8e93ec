package dev.waymark.slack.loopback;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files that the bot uploads, in three steps: announced, sent, completed. Thread-safe. */
final class Uploads {

  /** A file. */
  static final class Upload {
    private final String id;
    private final String name;
    private final String altText;
    private final int length;
    private byte @Nullable [] content;
    private boolean complete;

    Upload(String id, String name, String altText, int length) {
      this.id = id;
      this.name = name;
      this.altText = altText;
      this.length = length;
    }

    String id() {
      return id;
    }

    String name() {
      return name;
    }

    String altText() {
      return altText;
    }

    synchronized void receive(byte[] bytes) {
      if (bytes.length != length) {
        throw ApiError.broken(
            Rule.ARGUMENT,
            "length_mismatch",
            "%d bytes, but %d announced".formatted(bytes.length, length));
      }
      content = bytes;
    }

    synchronized Optional<byte[]> content() {
      return Optional.ofNullable(content);
    }

    synchronized void complete() {
      complete = true;
    }

    synchronized boolean isComplete() {
      return complete;
    }
  }

  private final Map<String, Upload> all = new ConcurrentHashMap<>();

  void add(Upload upload) {
    all.put(upload.id(), upload);
  }

  Optional<Upload> byId(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Takes the bytes of an announced file. */
  void content(String id, byte[] bytes) {
    byId(id).orElseThrow(() -> ApiError.broken(Rule.METHOD, "file_not_found", id)).receive(bytes);
  }

  /** Whether blocks can show it. */
  boolean isComplete(String id) {
    return byId(id).filter(Upload::isComplete).isPresent();
  }
}
