package dev.waymark.discord.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A bot that sends whatever it is told, as the real client library would not. */
final class RawBot implements AutoCloseable {

  /** An answer: its status and its JSON. */
  record Answer(int status, JsonNode json) {
    int code() {
      return json.path("code").asInt();
    }
  }

  private static final String BOUNDARY = "----raw";

  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackDiscord discord;

  RawBot(LoopbackDiscord discord) {
    this.discord = discord;
  }

  Answer post(String path, JsonNode body) {
    return send("POST", path, body);
  }

  Answer send(String method, String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** With one file. */
  Answer post(String path, ObjectNode body, String fileName, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "--%1$s\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"%2$s\"\r\n\r\n"
            .formatted(BOUNDARY, fileName)
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes(
        "\r\n--%1$s\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n%2$s\r\n--%1$s--"
            .formatted(BOUNDARY, body)
            .getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
            .build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
        .header("User-Agent", "DiscordBot (https://example.test, 1)")
        .header("Authorization", "Bot " + discord.token());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode parse(String text) throws JsonProcessingException {
    return Json.parse(text.isEmpty() ? "null" : text);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
