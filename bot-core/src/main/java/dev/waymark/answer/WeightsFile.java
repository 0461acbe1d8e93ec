package dev.waymark.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.guide.Guide;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights as they are kept in {@code weights.json}. Immutable.
 *
 * @param usual for guides with refusals to compare with, as nearly all are
 * @param alone for guides without: of these nothing is known but how their sections are asked for
 */
public record WeightsFile(Weights usual, Weights alone) {

  /** The file that ships with Waymark. */
  static WeightsFile shipped() {
    try (InputStream in = WeightsFile.class.getResourceAsStream("weights.json")) {
      if (in == null) {
        throw new IllegalStateException("weights.json is not on the class path");
      }
      JsonNode json = new ObjectMapper().readTree(in);
      return new WeightsFile(weights(json.path("usual")), weights(json.path("alone")));
    } catch (IOException e) {
      throw new UncheckedIOException("weights.json cannot be read", e);
    }
  }

  /** The weights for such a guide. */
  Weights of(Guide guide) {
    return guide.refusals().isEmpty() ? alone : usual;
  }

  private static Weights weights(JsonNode json) {
    return new Weights(
        numbers(json.path("ranking")),
        decision(json.path("answering")),
        decision(json.path("guarding")),
        json.path("choiceLead").asDouble());
  }

  private static Weights.Decision decision(JsonNode json) {
    return json.isMissingNode()
        ? Weights.Decision.NONE
        : new Weights.Decision(
            numbers(json.path("signals")),
            json.path("bias").asDouble(),
            json.path("threshold").asDouble());
  }

  private static Map<String, Double> numbers(JsonNode json) {
    var numbers = new LinkedHashMap<String, Double>();
    json.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    return numbers;
  }

  /** What stands in the file: the signals in their own order. */
  public String toJson() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    put(json.putObject("usual"), usual);
    put(json.putObject("alone"), alone);
    return json.toPrettyString() + "\n";
  }

  private static void put(ObjectNode json, Weights weights) {
    ObjectNode ranking = json.putObject("ranking");
    Signals.names().forEach(n -> ranking.put(n, weights.ranking().getOrDefault(n, 0.0)));
    put(json.putObject("answering"), weights.answering(), Doubts.names());
    put(json.putObject("guarding"), weights.guarding(), GuardSignals.names());
    json.put("choiceLead", weights.choiceLead());
  }

  private static void put(ObjectNode json, Weights.Decision decision, List<String> names) {
    ObjectNode signals = json.putObject("signals");
    names.forEach(n -> signals.put(n, decision.signals().getOrDefault(n, 0.0)));
    json.put("bias", decision.bias());
    json.put("threshold", decision.threshold());
  }
}
