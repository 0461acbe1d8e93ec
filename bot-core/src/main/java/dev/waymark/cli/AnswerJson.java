package dev.waymark.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.answer.Answer;

/** An answer as {@code ask --json} prints it. */
final class AnswerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AnswerJson() {}

  /** One JSON object on one line. */
  static String of(String question, Answer answer) {
    return object(question, answer).toString();
  }

  static ObjectNode object(String question, Answer answer) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("question", question);
    json.put(
        "outcome",
        switch (answer) {
          case Answer.Found found -> "answer";
          case Answer.Choice choice -> "choice";
          case Answer.Unknown unknown -> "unknown";
        });
    json.put("confidence", rounded(answer.confidence()));
    json.put("text", answer.text());
    ArrayNode sources = json.putArray("sources");
    for (Answer.Source source : answer.sources()) {
      sources
          .addObject()
          .put("id", source.id())
          .put("title", source.title())
          .put("score", rounded(source.score()));
    }
    ArrayNode related = json.putArray("related");
    answer.related().forEach(r -> related.add(r.id()));
    if (answer instanceof Answer.Unknown unknown) {
      json.put("reason", unknown.reason().code());
    }
    if (answer instanceof Answer.Found found && !found.notCovered().isEmpty()) {
      ArrayNode notCovered = json.putArray("notCovered");
      found.notCovered().forEach(notCovered::add);
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
