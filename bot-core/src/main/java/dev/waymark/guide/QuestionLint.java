package dev.waymark.guide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.waymark.text.NearestWord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks the judged questions beside a guide: each line, the sections that are gold, and that no
 * phrasing of the guide is one of the questions, since what is measured must not be what is
 * indexed. Not thread-safe, since its faults are not.
 */
final class QuestionLint {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final GuideSource source;
  private final GuideFiles files;
  private final Faults faults;
  private final Path file;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, String> questions = new HashMap<>();

  QuestionLint(GuideSource source, GuideFiles files, Faults faults) {
    this.source = source;
    this.files = files;
    this.faults = faults;
    this.file = source.folder().resolve("questions.jsonl");
  }

  /** Checks the questions, if there are any, and the phrasings against them. */
  void check(PhraseLint lint) {
    if (!GuideFiles.exists(file)) {
      return;
    }
    int number = 0;
    for (String line : files.text(file).orElse("").split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        check(line, number);
      }
    }
    for (PhraseLint.Phrase phrase : lint.phrases()) {
      String id = questions.get(PhraseLint.normal(phrase.text()));
      if (id != null) {
        faults.mend(
            phrase.file(),
            phrase.line(),
            "ask "
                + Faults.quote(phrase.text())
                + " is question "
                + Faults.quote(id)
                + " of questions.jsonl: word it in another way, what is measured is not indexed");
      }
    }
  }

  private void check(String line, int number) {
    JsonNode question;
    try {
      question = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      faults.mend(file, number, "the line is no JSON: write one object, {\"id\": …, \"q\": …}");
      return;
    }
    if (!question.isObject()) {
      faults.mend(file, number, "the line is no JSON object: write {\"id\": …, \"q\": …}");
      return;
    }
    String id = text(question, "id", number);
    String q = text(question, "q", number);
    Integer before = id.isEmpty() ? null : ids.putIfAbsent(id, number);
    if (before != null) {
      faults.mend(
          file,
          number,
          "id " + Faults.quote(id) + " stands on line " + before + " too: give this one another");
    }
    if (!q.isEmpty()) {
      questions.putIfAbsent(PhraseLint.normal(q), id);
    }
    checkGold(question.path("gold"), number);
    checkTexts(question, "answer_must_contain", number);
    if (!question.path("context").isTextual()) {
      checkTexts(question, "context", number);
    }
  }

  private String text(JsonNode question, String key, int line) {
    JsonNode value = question.path(key);
    if (value.isTextual() && !value.textValue().isBlank()) {
      return value.textValue().strip();
    }
    faults.mend(file, line, "\"" + key + "\" is missing or no text: every question has one");
    return "";
  }

  private void checkGold(JsonNode gold, int line) {
    if (!gold.isArray()) {
      faults.mend(
          file, line, "\"gold\" is no list: name the right sections, or write [] for unknown");
      return;
    }
    for (JsonNode id : gold) {
      String text = id.asText();
      if (source.refusals().containsKey(text)) {
        faults.mend(
            file,
            line,
            "gold " + Faults.quote(text) + " is a refusal: write [], the right outcome is unknown");
      } else if (!source.knows(text)) {
        faults.mend(
            file,
            line,
            "gold "
                + Faults.quote(text)
                + " does not exist: "
                + NearestWord.of(text, source.sections().keySet())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("name a section of the guide"));
      }
    }
  }

  private void checkTexts(JsonNode question, String key, int line) {
    JsonNode list = question.path(key);
    boolean texts = list.isMissingNode() || list.isArray();
    for (JsonNode entry : list) {
      texts &= entry.isTextual();
    }
    if (!texts) {
      faults.mend(file, line, "\"" + key + "\" is no list of texts: write [\"…\", \"…\"]");
    }
  }
}
