package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Discord's own OpenAPI description, which says what a request's body and its answer may be.
 * Immutable but for a cache, and thread-safe.
 */
final class Spec {

  // Beside the project, which does without it: github.com/discord/discord-api-spec has it.
  private static final Path FILE =
      Path.of(System.getProperty("waymark.specs", "../../shared/specs"), "discord-openapi.json");
  private static final Logger LOG = Logger.getLogger(Spec.class.getName());
  private static final String ADDRESS = "https://discord.test/openapi.json";
  // A fault inside a choice is reported once for every alternative; the deepest are the useful
  // ones.
  private static final int MOST_FAULTS = 3;

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

  private Spec(String text) throws IOException {
    this.document = Json.parse(text);
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, text)));
  }

  /** The description, read once for all tests of a run: it has 1.2 million characters. */
  static Spec shared() {
    return Holder.SPEC;
  }

  private static final class Holder {
    static final Spec SPEC = read();
  }

  private static Spec read() {
    try {
      if (Files.exists(FILE)) {
        return new Spec(Files.readString(FILE));
      }
      LOG.info("Bodies are not checked against Discord's specification: there is no " + FILE);
      return new Spec("{}");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /** Whether the specification is on this machine; without it no body is at fault. */
  static boolean isHere() {
    return Files.exists(FILE);
  }

  /** What is wrong with a request's body; nothing when the endpoint takes none. */
  List<FormError> faultsOfRequest(Endpoint endpoint, JsonNode body) {
    String pointer = pointer(endpoint) + "/requestBody/content/application~1json/schema";
    JsonNode asSpecified = body.deepCopy();
    inSpecifiedTypes(asSpecified);
    return faults(endpoint == Endpoint.CALLBACK ? ofType(pointer, body) : pointer, asSpecified);
  }

  /** Of the alternatives the one for the body's type, so that the faults of no other are told. */
  private String ofType(String pointer, JsonNode body) {
    for (JsonNode alternative : document.at(pointer + "/anyOf")) {
      String schema = alternative.path("$ref").asText().substring(1);
      for (JsonNode type : document.at(schema + "/properties/type/enum")) {
        if (type.equals(body.path("type"))) {
          return schema;
        }
      }
    }
    return pointer;
  }

  /** What is wrong with an answer of this server. */
  List<FormError> faultsOfResponse(Endpoint endpoint, int status, JsonNode body) {
    return faults(
        pointer(endpoint) + "/responses/" + status + "/content/application~1json/schema", body);
  }

  private static String pointer(Endpoint endpoint) {
    return "/paths/"
        + endpoint.template().replace("/", "~1")
        + "/"
        + endpoint.method().toLowerCase(Locale.ROOT);
  }

  private List<FormError> faults(String pointer, JsonNode body) {
    Optional<Schema> schema = schemas.computeIfAbsent(pointer, this::schema);
    if (schema.isEmpty()) {
      return List.of();
    }
    List<Error> errors =
        schema
            .get()
            .validate(
                body,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream()
        .sorted(
            Comparator.comparing(Spec::isOfOtherAlternative)
                .thenComparing(Spec::depth, Comparator.reverseOrder()))
        .map(error -> new FormError(field(error), "BASE_TYPE", error.getMessage()))
        .distinct()
        .limit(MOST_FAULTS)
        .toList();
  }

  private Optional<Schema> schema(String pointer) {
    return document.at(pointer).isMissingNode()
        ? Optional.empty()
        : Optional.of(registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)));
  }

  /** That it is of another type says nothing about what it is. */
  private static boolean isOfOtherAlternative(Error error) {
    return field(error).endsWith("type") || error.getMessage().contains("null expected");
  }

  private static int depth(Error error) {
    return error.getInstanceLocation().getNameCount();
  }

  private static String field(Error error) {
    String path = error.getInstanceLocation().toString().replace('/', '.');
    return path.startsWith(".") ? path.substring(1) : path;
  }

  /** Discord takes numbers as strings and ids as numbers too, and JDA sends them so. */
  private static void inSpecifiedTypes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.of("contexts", "integration_types")) {
        if (object.path(name) instanceof ArrayNode array) {
          for (int i = 0; i < array.size(); i++) {
            array.set(i, number(array.get(i)));
          }
        }
      }
      for (String name :
          List.copyOf(object.properties()).stream().map(Map.Entry::getKey).toList()) {
        JsonNode value = object.path(name);
        if (name.equals("default_member_permissions")) {
          object.set(name, number(value));
        } else if (name.endsWith("_id") && value.isIntegralNumber()) {
          object.put(name, value.asText());
        } else if (name.equals("attachments")) {
          value.forEach(Spec::textId);
        }
      }
    }
    node.forEach(Spec::inSpecifiedTypes);
  }

  private static JsonNode number(JsonNode value) {
    boolean digits = value.isTextual() && value.asText().matches("\\d{1,18}");
    return digits ? LongNode.valueOf(Long.parseLong(value.asText())) : value;
  }

  private static void textId(JsonNode attachment) {
    if (attachment instanceof ObjectNode object && object.path("id").isIntegralNumber()) {
      object.put("id", object.path("id").asText());
    }
  }
}
