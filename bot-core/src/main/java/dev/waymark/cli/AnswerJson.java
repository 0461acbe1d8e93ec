package dev.waymark.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.answer.Answer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An answer as {@code ask --json} prints it. */
final class AnswerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  // Jackson writes those below U+0020 as escapes anyway.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\x7F-\\x9F\\u2028-\\u202E\\u2066-\\u2069]");

  private AnswerJson() {}

  /** One JSON object on one line. */
  static String of(String question, Answer answer) {
    return line(object(question, answer));
  }

  /**
   * An object on one line, whatever counts as a line's end, and with what would move a terminal's
   * cursor written as an escape: it still reads as the same object.
   */
  static String line(ObjectNode json) {
    return UNSEEN
        .matcher(json.toString())
        .replaceAll(m -> String.format(Locale.ROOT, "\\\\u%04x", (int) m.group().charAt(0)));
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
