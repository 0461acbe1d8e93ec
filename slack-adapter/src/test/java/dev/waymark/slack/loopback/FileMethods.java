package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The methods {@code files.*}. */
final class FileMethods {

  static final String PATH = "/upload";
  private static final int MOST_ALT_TEXT = 1_000;
  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|webp)");

  private final World world;
  private final Drafts drafts;
  private final Places places;

  FileMethods(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
    this.places = new Places(world);
  }

  ObjectNode getUploadUrl(JsonNode arguments) {
    String name = arguments.path("filename").asText();
    String altText = arguments.path("alt_txt").asText(arguments.path("alt_text").asText(""));
    int length = arguments.path("length").asInt();
    if (length < 1) {
      throw ApiError.broken(Rule.ARGUMENT, "invalid_arguments", "a file of no length");
    }
    if (altText.length() > MOST_ALT_TEXT) {
      throw ApiError.broken(Rule.LIMIT, "alt_txt_too_large", altText.length() + " characters");
    }
    if (altText.isBlank() && PICTURE.matcher(name).matches()) {
      world.violation(
          Rule.ACCESSIBILITY, Method.FILES_GET_UPLOAD_URL.method(), "a picture without alt_txt");
    }
    var upload = new Uploads.Upload(world.newId("F"), name, altText, length);
    world.uploads().add(upload);
    return Json.object()
        .put("upload_url", world.address() + PATH + "/" + upload.id())
        .put("file_id", upload.id());
  }

  ObjectNode completeUpload(JsonNode arguments) {
    List<Uploads.Upload> uploads = new ArrayList<>();
    ArrayNode files = Json.array();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (JsonNode file : Arguments.json(arguments, "files")) {
      String id = file.path("id").asText();
      Uploads.Upload upload =
          world
              .uploads()
              .byId(id)
              .orElseThrow(() -> ApiError.broken(Rule.TARGET, "file_not_found", id));
      byte[] content =
          upload
              .content()
              .orElseThrow(
                  () -> ApiError.broken(Rule.TARGET, "file_not_found", id + " was not sent"));
      uploads.add(upload);
      contents.put(upload.name(), content);
      files.add(describe(upload, file.path("title").asText(upload.name()), content.length));
    }
    if (uploads.isEmpty()) {
      throw ApiError.broken(Rule.ARGUMENT, "invalid_arguments", "no files");
    }
    String where = arguments.path("channel_id").asText(arguments.path("channels").asText(""));
    if (!where.isEmpty()) {
      share(where, arguments, files, contents);
    }
    uploads.forEach(Uploads.Upload::complete);
    ObjectNode answer = Json.object();
    answer.set("files", files);
    return answer;
  }

  private void share(
      String where, JsonNode arguments, ArrayNode files, Map<String, byte[]> contents) {
    Channel channel = places.writable(where);
    String thread = drafts.thread(channel, arguments);
    ObjectNode words = Json.object();
    words.put("text", arguments.path("initial_comment").asText(""));
    words.set("blocks", Arguments.json(arguments, "blocks"));
    boolean silent = words.path("text").asText().isEmpty() && words.path("blocks").isEmpty();
    ObjectNode json =
        silent
            ? Payloads.botMessage(world, world.newTs()).put("text", "")
            : drafts.message(words, Method.FILES_COMPLETE_UPLOAD.method());
    json.put("subtype", "file_share");
    json.set("files", files);
    if (thread != null) {
      json.put("thread_ts", thread);
    }
    drafts.post(channel, null, json, arguments, contents);
  }

  private ObjectNode describe(Uploads.Upload upload, String title, int size) {
    return Json.object()
        .put("id", upload.id())
        .put("name", upload.name())
        .put("title", title)
        .put("alt_txt", upload.altText())
        .put("size", size)
        .put("user", world.botUserId());
  }
}
