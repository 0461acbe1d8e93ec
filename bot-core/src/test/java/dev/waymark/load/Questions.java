package dev.waymark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The judged questions of the shipped guide, to be asked over and over. */
public final class Questions {

  private static final Path FILE = Path.of("../data/backend-systems-developer/questions.jsonl");

  private final List<String> all;

  private Questions(List<String> all) {
    this.all = all;
  }

  public static Questions read() throws IOException {
    var mapper = new ObjectMapper();
    var found = new ArrayList<String>();
    for (String line : Files.readAllLines(FILE)) {
      JsonNode question = mapper.readTree(line);
      found.add(question.path("q").asText());
    }
    return new Questions(found.stream().filter(q -> !q.isBlank()).toList());
  }

  public String get(int i) {
    return all.get(i % all.size());
  }
}
