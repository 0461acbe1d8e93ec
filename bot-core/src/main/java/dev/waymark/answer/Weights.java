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
 * @param answering whether there is an answer
 * @param alone the same for a guide that has no refusals to compare with
 * @param choiceLead least lead of the best section over the next at which it is given alone
 */
public record Weights(
    Map<String, Double> ranking, Answering answering, Answering alone, double choiceLead) {

  /**
   * Whether there is an answer.
   *
   * @param signals by signal of a question, how much it speaks for there being one
   * @param bias what is added to these
   * @param threshold least probability at which an answer is given
   */
  public record Answering(Map<String, Double> signals, double bias, double threshold) {

    /** No opinion. */
    public static final Answering NONE = new Answering(Map.of(), 0, 0.5);

    public Answering {
      signals = Map.copyOf(signals);
    }

    double[] inOrder() {
      return Weights.inOrder(Doubts.names(), signals);
    }
  }

  public Weights {
    ranking = Map.copyOf(ranking);
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
    return new Weights(Map.of(), Answering.NONE, Answering.NONE, 0);
  }

  private static Weights read(JsonNode json) {
    return new Weights(
        numbers(json.path("ranking")),
        answering(json.path("answering")),
        answering(json.path("alone")),
        json.path("choiceLead").asDouble());
  }

  private static Answering answering(JsonNode json) {
    return new Answering(
        numbers(json.path("signals")),
        json.path("bias").asDouble(),
        json.path("threshold").asDouble());
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
    put(json.putObject("answering"), answering);
    put(json.putObject("alone"), alone);
    json.put("choiceLead", choiceLead);
    return json.toPrettyString() + "\n";
  }

  private static void put(ObjectNode json, Answering answering) {
    ObjectNode signals = json.putObject("signals");
    Doubts.names().forEach(n -> signals.put(n, answering.signals().getOrDefault(n, 0.0)));
    json.put("bias", answering.bias()).put("threshold", answering.threshold());
  }

  double[] rankingInOrder() {
    return inOrder(Signals.names(), ranking);
  }

  private static double[] inOrder(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }
}
