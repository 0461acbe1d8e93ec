package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;

/** Slack's own description of its methods, which says what arguments they need. Immutable. */
final class Spec {

  // Beside the project, which does without it: github.com/slackapi/slack-api-specs has it.
  private static final Path FILE =
      Path.of(
          System.getProperty("waymark.specs", "../../shared/specs"), "slack-web-api-swagger.json");
  private static final Logger LOG = Logger.getLogger(Spec.class.getName());

  private final JsonNode document;

  private Spec(JsonNode document) {
    this.document = document;
  }

  /** The description, read once for all tests of a run. */
  static Spec shared() {
    return Holder.SPEC;
  }

  private static final class Holder {
    static final Spec SPEC = read();
  }

  private static Spec read() {
    try {
      if (isHere()) {
        return new Spec(Json.parse(Files.readString(FILE)));
      }
      LOG.info("Arguments are not checked against Slack's specification: there is no " + FILE);
      return new Spec(Json.object());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /** Whether the specification is on this machine; without it no argument is at fault. */
  static boolean isHere() {
    return Files.exists(FILE);
  }

  /** Whether it knows a method at all: it is from 2021. */
  boolean knows(Method method) {
    return document.path("paths").has("/" + method.method());
  }

  /** The arguments that a method needs, but for the token, of which is judged elsewhere. */
  List<String> required(Method method) {
    JsonNode operations = document.path("paths").path("/" + method.method());
    return Json.list(operations.findPath("parameters")).stream()
        .filter(parameter -> parameter.path("required").asBoolean())
        .map(parameter -> parameter.path("name").asText())
        .filter(name -> !name.equals("token"))
        .toList();
  }
}
