package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long, how many and what together: what Discord takes as a message. */
final class Limits {

  static final int MOST_BYTES = 25 * 1024 * 1024;

  private static final int CONTENT = 2_000;
  private static final int EMBEDS = 10;
  private static final int EMBEDS_TOGETHER = 6_000;
  private static final int NONCE = 25;
  private static final int FILES = 10;
  private static final int ALT_TEXT = 1_024;
  private static final int KNOWN_FLAGS =
      Message.SUPPRESS_EMBEDS
          | Message.EPHEMERAL
          | Message.SUPPRESS_NOTIFICATIONS
          | Message.COMPONENTS_V2;

  private Limits() {}

  /**
   * Checks a message.
   *
   * @param files what is sent with it, by number
   * @param flagsBefore those that the message to be edited has; 0 for a new one
   * @param isNew whether it must say something
   * @throws ApiError with all that is wrong
   */
  static void checkMessage(
      JsonNode body, Map<String, Multipart.Upload> files, int flagsBefore, boolean isNew) {
    var faults = new Faults();
    int flags = body.path("flags").asInt();
    boolean version2 = ((flags | flagsBefore) & Message.COMPONENTS_V2) != 0;
    if ((flags & ~KNOWN_FLAGS) != 0) {
      faults.add("flags", "MESSAGE_FLAGS_INVALID", "Flags are invalid: " + flags);
    }
    boolean kept = (flagsBefore & Message.COMPONENTS_V2) != 0;
    if (kept && Json.given(body.path("flags")) && (flags & Message.COMPONENTS_V2) == 0) {
      faults.add("flags", "MESSAGE_FLAGS_INVALID", "IS_COMPONENTS_V2 cannot be removed.");
    }
    if (version2) {
      nothingBesideComponents(body, faults);
    }
    faults.atMost("content", body.path("content"), CONTENT);
    faults.atMost("nonce", body.path("nonce"), NONCE);
    embeds(body.path("embeds"), faults);
    attachments(body.path("attachments"), files, faults);
    ComponentLimits.check(body.path("components"), version2, faults);
    faults.throwIfAny();
    if (isNew && files.isEmpty() && saysNothing(body)) {
      throw ApiError.broken(Rule.LIMIT, 400, 50_006, "Cannot send an empty message");
    }
  }

  /** Only whether it is private can be said before the answer itself. */
  static void checkDeferral(JsonNode data) {
    var faults = new Faults();
    if ((data.path("flags").asInt() & ~Message.EPHEMERAL) != 0) {
      faults.add("data.flags", "MESSAGE_FLAGS_INVALID", "Only EPHEMERAL may be set.");
    }
    faults.throwIfAny();
  }

  private static boolean saysNothing(JsonNode body) {
    return body.path("content").asText("").isBlank()
        && body.path("embeds").isEmpty()
        && body.path("components").isEmpty()
        && !Json.given(body.path("poll"))
        && body.path("sticker_ids").isEmpty();
  }

  private static void nothingBesideComponents(JsonNode body, Faults faults) {
    String code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
    for (String field : List.of("content", "embeds", "sticker_ids", "poll")) {
      JsonNode value = body.path(field);
      boolean used = value.isContainerNode() ? !value.isEmpty() : !value.asText("").isEmpty();
      if (Json.given(value) && used) {
        faults.add(
            field, code, "The '" + field + "' field cannot be used when using IS_COMPONENTS_V2.");
      }
    }
  }

  private static void embeds(JsonNode embeds, Faults faults) {
    faults.count("embeds", embeds.size(), 0, EMBEDS);
    int together = 0;
    for (int i = 0; i < embeds.size(); i++) {
      embed("embeds." + i + ".", embeds.get(i), faults);
      together += texts(embeds.get(i)).mapToInt(Json::length).sum();
    }
    if (together > EMBEDS_TOGETHER) {
      faults.add(
          "embeds",
          "MAX_EMBED_SIZE_EXCEEDED",
          "Embed size exceeds maximum size of " + EMBEDS_TOGETHER);
    }
  }

  private static void embed(String at, JsonNode embed, Faults faults) {
    faults.atMost(at + "title", embed.path("title"), 256);
    faults.atMost(at + "description", embed.path("description"), 4_096);
    faults.atMost(at + "footer.text", embed.path("footer").path("text"), 2_048);
    faults.atMost(at + "author.name", embed.path("author").path("name"), 256);
    JsonNode fields = embed.path("fields");
    faults.count(at + "fields", fields.size(), 0, 25);
    for (int i = 0; i < fields.size(); i++) {
      faults.between(at + "fields." + i + ".name", fields.get(i).path("name"), 1, 256);
      faults.between(at + "fields." + i + ".value", fields.get(i).path("value"), 1, 1_024);
    }
    for (String field : List.of("url", "image", "thumbnail")) {
      JsonNode url =
          embed.path(field).isObject() ? embed.path(field).path("url") : embed.path(field);
      if (Json.given(url) && !url.asText().matches("(?:https?|attachment)://.+")) {
        faults.add(at + field, "URL_TYPE_INVALID_SCHEME", "Not a well formed URL.");
      }
    }
  }

  /** What counts towards the length of all embeds together. */
  private static Stream<String> texts(JsonNode embed) {
    Stream<String> fields =
        Json.list(embed.path("fields")).stream()
            .flatMap(f -> Stream.of(f.path("name").asText(""), f.path("value").asText("")));
    return Stream.concat(
        fields,
        Stream.of(
            embed.path("title").asText(""),
            embed.path("description").asText(""),
            embed.path("footer").path("text").asText(""),
            embed.path("author").path("name").asText("")));
  }

  private static void attachments(
      JsonNode attachments, Map<String, Multipart.Upload> files, Faults faults) {
    faults.count("attachments", Math.max(files.size(), attachments.size()), 0, FILES);
    for (int i = 0; i < attachments.size(); i++) {
      JsonNode attachment = attachments.get(i);
      String at = "attachments." + i + ".";
      faults.atMost(at + "description", attachment.path("description"), ALT_TEXT);
      String id = attachment.path("id").asText();
      // A number of a file sent with this body, or the long id of one that is there already.
      if (id.length() < 3 && !files.containsKey(id)) {
        faults.add(at + "id", "ATTACHMENT_NOT_FOUND", "There is no file with the number " + id);
      }
    }
  }
}
