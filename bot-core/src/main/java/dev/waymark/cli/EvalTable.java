package dev.waymark.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.evaluation.Evaluation;
import dev.waymark.evaluation.Measures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code eval} prints. */
final class EvalTable {

  private static final List<String> COLUMNS =
      List.of(
          "n",
          "success@1",
          "success@3",
          "mrr@10",
          "ndcg@10",
          "right",
          "answered-right",
          "answered-wrong",
          "choice-holds",
          "refusal-precision",
          "refusal-recall",
          "refusal-f1",
          "refusal-macro-f1",
          "p50-ms",
          "p99-ms");

  private EvalTable() {}

  /** A Markdown table: one row a system, and below the rows of Waymark by kind. */
  static String text(Map<String, Evaluation> systems) {
    var rows = new LinkedHashMap<String, Measures>();
    systems.forEach((name, evaluation) -> rows.put(name, evaluation.overall()));
    Evaluation waymark = systems.get("Waymark");
    if (waymark != null) {
      waymark.byKind().forEach((kind, measures) -> rows.put(kind.isEmpty() ? "-" : kind, measures));
    }
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(4);
    var text = new StringBuilder();
    text.append("| ").append(pad("", width));
    COLUMNS.forEach(c -> text.append(" | ").append(c));
    text.append(" |\n|").append("-".repeat(width + 2));
    COLUMNS.forEach(c -> text.append('|').append("-".repeat(c.length() + 1)).append(':'));
    text.append("|\n");
    rows.forEach(
        (name, measures) -> {
          text.append("| ").append(pad(name, width));
          for (String column : COLUMNS) {
            text.append(" | ");
            String value = value(column, measures.get(column));
            text.append(" ".repeat(Math.max(0, column.length() - value.length()))).append(value);
          }
          text.append(" |\n");
        });
    return text.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String value(String column, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return switch (column) {
      case "n" -> String.format(Locale.ROOT, "%.0f", value);
      case "p50-ms", "p99-ms" -> String.format(Locale.ROOT, "%.1f", value);
      default -> String.format(Locale.ROOT, "%.3f", value);
    };
  }

  /**
   * One object: Waymark's measures overall and by kind, and those of the other systems when
   * compared.
   */
  static String json(Map<String, Evaluation> systems) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    Evaluation waymark = systems.get("Waymark");
    if (waymark != null) {
      put(json.putObject("overall"), waymark.overall());
      ObjectNode kinds = json.putObject("kinds");
      waymark.byKind().forEach((kind, measures) -> put(kinds.putObject(kind), measures));
    }
    if (systems.size() > 1) {
      ObjectNode compared = json.putObject("systems");
      systems.forEach((name, evaluation) -> put(compared.putObject(name), evaluation.overall()));
    }
    return json + "\n";
  }

  private static void put(ObjectNode node, Measures measures) {
    measures
        .values()
        .forEach(
            (name, value) -> {
              if (Double.isNaN(value)) {
                node.putNull(name);
              } else if (name.equals("n") || name.equals("answerable")) {
                node.put(name, value.longValue());
              } else {
                node.put(name, Math.round(value * 1e4) / 1e4);
              }
            });
  }
}
