package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that an object is what CONTRACT promises of {@code ask --json}. */
final class AnswerShape {

  private static final Set<String> REASONS =
      Set.of("off-topic", "not-covered", "small-talk", "language", "care");

  private AnswerShape() {}

  static void check(JsonNode json) {
    assertThat(json.isObject()).isTrue();
    assertThat(json.path("question").isTextual()).isTrue();
    assertThat(json.path("outcome").asText()).isIn("answer", "choice", "unknown");
    assertThat(json.path("confidence").isNumber()).isTrue();
    assertThat(json.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.path("text").isTextual()).isTrue();
    assertThat(json.path("text").asText()).isNotBlank();
    assertThat(json.path("sources").isArray()).isTrue();
    json.path("sources").forEach(AnswerShape::checkSource);
    assertThat(json.path("related").isArray()).isTrue();
    json.path("related").forEach(r -> assertThat(r.isTextual()).isTrue());
    switch (json.path("outcome").asText()) {
      case "answer" -> assertThat(json.path("sources")).isNotEmpty();
      case "choice" -> assertThat(json.path("sources")).hasSizeGreaterThan(1);
      default -> assertThat(json.path("sources")).isEmpty();
    }
    if (json.path("outcome").asText().equals("unknown")) {
      assertThat(REASONS).contains(json.path("reason").asText());
    } else {
      assertThat(json.has("reason")).isFalse();
    }
  }

  private static void checkSource(JsonNode source) {
    assertThat(source.path("id").isTextual()).isTrue();
    assertThat(source.path("title").isTextual()).isTrue();
    assertThat(source.path("title").asText()).isNotBlank();
    assertThat(source.path("score").isNumber()).isTrue();
    assertThat(source.path("score").asDouble()).isBetween(0.0, 1.0);
  }

  /** The exit code that goes with the outcome. */
  static int exitCode(JsonNode json) {
    return json.path("outcome").asText().equals("unknown") ? 3 : 0;
  }

  private static JsonNode there(@Nullable JsonNode json) {
    return Objects.requireNonNull(json, "there is no such answer");
  }

  /** The ids of the sections that an answer rests on. */
  static List<String> sources(@Nullable JsonNode json) {
    return Objects.requireNonNull(json, "there is no such answer")
        .path("sources")
        .findValuesAsText("id");
  }

  static Set<String> fields(JsonNode json) {
    var names = new TreeSet<String>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The section that is nearest to the question, whether or not it was thought to answer it. */
  static String nearest(@Nullable JsonNode json) {
    List<String> sources = sources(json);
    return sources.isEmpty() ? there(json).path("related").path(0).asText() : sources.getFirst();
  }
}
