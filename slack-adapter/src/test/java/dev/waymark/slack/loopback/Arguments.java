package dev.waymark.slack.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the arguments of a method: from a form, from JSON, or from the address. */
final class Arguments {

  private static final List<String> JSON =
      List.of("blocks", "files", "metadata", "prompts", "view");

  private Arguments() {}

  /** All arguments by name; of those given twice the first. */
  static ObjectNode read(Context context, byte[] body) {
    ObjectNode arguments = Json.object();
    context.queryParamMap().forEach((name, values) -> arguments.put(name, values.getFirst()));
    String text = new String(body, StandardCharsets.UTF_8);
    String type = String.valueOf(context.contentType());
    if (type.startsWith("application/json")) {
      if (object(text) instanceof ObjectNode given) {
        arguments.setAll(given);
      } else {
        throw ApiError.broken(Rule.ARGUMENT, "invalid_json", "no JSON object");
      }
    } else {
      form(text, arguments);
    }
    readable(arguments);
    return arguments;
  }

  /** What is JSON within a form is read as such, unless it is none. */
  private static void readable(ObjectNode arguments) {
    for (String name : JSON) {
      JsonNode parsed = object(arguments.path(name).asText(""));
      if (arguments.path(name).isTextual() && !parsed.isMissingNode()) {
        arguments.set(name, parsed);
      }
    }
  }

  private static void form(String text, ObjectNode arguments) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = decode(pair.substring(0, equals));
        if (!arguments.has(name)) {
          arguments.put(name, decode(pair.substring(equals + 1)));
        }
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode object(String text) {
    try {
      return text.isEmpty() ? Json.object() : Json.parse(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** An argument that is JSON itself, as text within a form; missing when it is not given. */
  static JsonNode json(JsonNode arguments, String name) {
    JsonNode value = arguments.path(name);
    if (!value.isTextual()) {
      return Json.given(value) ? value : MissingNode.getInstance();
    }
    JsonNode parsed = object(value.asText());
    if (!value.asText().isEmpty() && parsed.isMissingNode()) {
      String error = name.equals("blocks") ? "invalid_blocks_format" : "invalid_arguments";
      throw ApiError.broken(Rule.ARGUMENT, error, name + " is no JSON");
    }
    return parsed;
  }

  /** Fails unless all these are given. */
  static void require(JsonNode arguments, List<String> names) {
    List<String> missing =
        names.stream().filter(name -> !arguments.hasNonNull(name)).distinct().toList();
    if (!missing.isEmpty()) {
      throw ApiError.explained(
          Rule.ARGUMENT,
          "invalid_arguments",
          missing.stream().map(name -> "missing required field: " + name).toList());
    }
  }
}
