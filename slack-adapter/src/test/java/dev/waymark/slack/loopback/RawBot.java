package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A bot that sends whatever it is told, as the real client library would not. */
final class RawBot implements AutoCloseable {

  /** An answer: its status and its JSON. */
  record Answer(int status, JsonNode json) {
    String error() {
      return json.path("error").asText("");
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackSlack slack;

  RawBot(LoopbackSlack slack) {
    this.slack = slack;
  }

  /** Calls a method with a form, as the client library does. */
  Answer call(String method, Map<String, String> arguments) {
    return call(method, slack.token(), arguments);
  }

  Answer call(String method, String token, Map<String, String> arguments) {
    String form =
        arguments.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  /** Posts JSON to an address of its own. */
  Answer post(String address, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String body = response.body();
      return new Answer(
          response.statusCode(), body.startsWith("{") ? Json.parse(body) : Json.object());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
