package dev.waymark.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each signal counts, learned from judged questions: see {@code ./waymark tune}.
 * Immutable.
 *
 * @param ranking by signal of a section, how much it speaks for that section
 * @param answering by signal of a question, how much it speaks for there being an answer
 * @param bias what is added to these
 * @param threshold least probability of there being an answer at which one is given
 * @param choiceLead least lead of the best section over the next at which it is given alone
 */
public record Weights(
    Map<String, Double> ranking,
    Map<String, Double> answering,
    double bias,
    double threshold,
    double choiceLead) {

  public Weights {
    ranking = Map.copyOf(ranking);
    answering = Map.copyOf(answering);
  }

  /** The weights that ship with Waymark. */
  public static Weights shipped() {
    try (InputStream in = Weights.class.getResourceAsStream("weights.json")) {
      if (in == null) {
        throw new IllegalStateException("weights.json is not on the class path");
      }
      return read(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("weights.json cannot be read", e);
    }
  }

  /** No opinion: every signal counts nothing. Where learning begins. */
  public static Weights none() {
    return new Weights(Map.of(), Map.of(), 0, 0.5, 0);
  }

  private static Weights read(JsonNode json) {
    return new Weights(
        numbers(json.path("ranking")),
        numbers(json.path("answering")),
        json.path("bias").asDouble(),
        json.path("threshold").asDouble(),
        json.path("choiceLead").asDouble());
  }

  private static Map<String, Double> numbers(JsonNode json) {
    var numbers = new LinkedHashMap<String, Double>();
    json.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    return numbers;
  }

  /** The weights as the file holds them: the signals in their own order. */
  public String toJson() {
    var mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    ObjectNode rankingNode = json.putObject("ranking");
    Signals.names().forEach(n -> rankingNode.put(n, ranking.getOrDefault(n, 0.0)));
    ObjectNode answeringNode = json.putObject("answering");
    Doubts.names().forEach(n -> answeringNode.put(n, answering.getOrDefault(n, 0.0)));
    json.put("bias", bias).put("threshold", threshold).put("choiceLead", choiceLead);
    return json.toPrettyString() + "\n";
  }

  double[] rankingInOrder() {
    return inOrder(Signals.names(), ranking);
  }

  double[] answeringInOrder() {
    return inOrder(Doubts.names(), answering);
  }

  private static double[] inOrder(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }
}
