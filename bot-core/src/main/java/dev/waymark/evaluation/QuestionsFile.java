package dev.waymark.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.answer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a file of judged questions: a JSON object a line. Fields that it does not know are ignored.
 */
public final class QuestionsFile {

  // Two objects on one line are a fault: the second one would be lost.
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String WRITE = "write {\"id\":\"…\",\"q\":\"…\",\"gold\":[…]}";

  private QuestionsFile() {}

  /** A file of questions that cannot be used; the message says which line and what to do. */
  public static final class BadQuestions extends Exception {
    private static final long serialVersionUID = 1;

    BadQuestions(String message) {
      super(message);
    }
  }

  /**
   * Reads all questions.
   *
   * @throws BadQuestions when the file is missing, empty, or a line is no judged question
   */
  public static List<JudgedQuestion> read(Path file) throws BadQuestions {
    List<String> lines = lines(file);
    var questions = new ArrayList<JudgedQuestion>();
    var ids = new HashSet<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        // An editor may have put a byte order mark before the first line.
        String line = i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i);
        JudgedQuestion question = question(file, i + 1, line);
        if (!ids.add(question.id())) {
          throw bad(file, i + 1, "id \"" + question.id() + "\" is there twice: ids are unique");
        }
        questions.add(question);
      }
    }
    if (questions.isEmpty()) {
      throw bad(file, 0, "holds no questions: write a JSON object a line");
    }
    return questions;
  }

  private static List<String> lines(Path file) throws BadQuestions {
    if (!Files.exists(file)) {
      throw bad(file, 0, "is missing: name a file of judged questions");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw bad(file, 0, "cannot be read as UTF-8 text: check what it is and its permissions");
    }
  }

  private static JudgedQuestion question(Path file, int line, String text) throws BadQuestions {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String column = at == null ? "" : ", see column " + at.getColumnNr();
      throw bad(file, line, "is no JSON object" + column + ": " + WRITE);
    }
    if (!json.isObject()) {
      throw bad(file, line, "is no JSON object: " + WRITE);
    }
    for (String field : List.of("id", "q")) {
      if (!json.path(field).isTextual()) {
        throw bad(file, line, "has no text \"" + field + "\": " + WRITE);
      }
    }
    if (!json.path("gold").isArray()) {
      throw bad(file, line, "has no list \"gold\": [] says that a refusal is right");
    }
    for (JsonNode gold : json.path("gold")) {
      if (!gold.isTextual()) {
        throw bad(file, line, "\"gold\" holds " + gold + ": list ids of sections, each in quotes");
      }
    }
    JsonNode context = json.path("context");
    List<String> earlier = context.isTextual() ? List.of(context.asText()) : texts(context);
    return new JudgedQuestion(
        json.path("id").asText(),
        new Question(json.path("q").asText(), earlier),
        json.path("kind").asText(""),
        Set.copyOf(texts(json.path("gold"))),
        texts(json.path("answer_must_contain")),
        json.path("half").asText(""),
        json.path("abstain_ok").asBoolean(false));
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  private static BadQuestions bad(Path file, int line, String what) {
    return new BadQuestions(file + (line > 0 ? ":" + line : "") + ": " + what);
  }
}
