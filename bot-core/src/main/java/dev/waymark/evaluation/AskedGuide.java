package dev.waymark.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.waymark.answer.Question;
import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A guide that is a list of what is asked, in one file with its judged questions: what weights for
 * guides without refusals are learned from, beside the shipped guide.
 *
 * <pre>{@code
 * title: City library
 * sections:
 *   - title: lost card
 *     asks: ["someone took my card"]          # what the guide brings
 *     questions: ["cant find my card pls help"]  # what is asked
 * nowhere: ["who won the match"]                 # what no section answers
 * }</pre>
 *
 * @param guide its sections, without texts and without what guides share
 * @param questions judged, with ids that are unique among all guides whose files differ in name
 */
public record AskedGuide(Guide guide, List<JudgedQuestion> questions) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** The file as it is written. */
  private record Content(
      @Nullable String title, @Nullable List<Asked> sections, @Nullable List<String> nowhere) {}

  private record Asked(
      @Nullable String title, @Nullable List<String> asks, @Nullable List<String> questions) {}

  /**
   * Reads every {@code .yaml} file of a folder, in the order of their names.
   *
   * @throws QuestionsFile.BadQuestions when there is none or one cannot be used; the message says
   *     which, where and what to do
   */
  public static List<AskedGuide> readAll(Path folder) throws QuestionsFile.BadQuestions {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw bad(folder, "cannot be read: name a folder of guides, each a .yaml file");
    }
    if (files.isEmpty()) {
      throw bad(folder, "holds no .yaml file: name a folder of guides, each in one");
    }
    var guides = new ArrayList<AskedGuide>();
    for (Path file : files) {
      guides.add(read(file));
    }
    return guides;
  }

  private static AskedGuide read(Path file) throws QuestionsFile.BadQuestions {
    Content content;
    try {
      content = YAML.readValue(Files.readString(file), Content.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new QuestionsFile.BadQuestions(
          file + ":" + line + ": is no list of what is asked: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw bad(file, "cannot be read as UTF-8 text: check what it is and its permissions");
    }
    if (content == null || content.title() == null || content.sections() == null) {
      throw bad(file, "needs a \"title\" and \"sections\"");
    }
    // A name of its own, since what is prepared is kept by it.
    String id = "tuning-" + file.getFileName().toString().replace(".yaml", "");
    var sections = new ArrayList<Section>();
    var questions = new ArrayList<JudgedQuestion>();
    for (Asked asked : orNone(content.sections())) {
      if (asked == null || asked.title() == null) {
        throw bad(file, "has a section without a \"title\": each needs one");
      }
      String section = asked.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      if (sections.stream().anyMatch(s -> s.id().equals(section))) {
        throw bad(file, "has two sections of title \"" + asked.title() + "\": keep one");
      }
      sections.add(section(section, asked.title(), orNone(asked.asks())));
      for (String question : orNone(asked.questions())) {
        questions.add(judged(id + "-" + questions.size(), question, Set.of(section)));
      }
    }
    for (String question : orNone(content.nowhere())) {
      questions.add(judged(id + "-" + questions.size(), question, Set.of()));
    }
    var info = new GuideInfo(id, content.title(), "", "en", 1, "", List.of());
    return new AskedGuide(
        new Guide(info, sections, List.of(), List.of(), GuideWords.NONE, List.of(), List.of()),
        List.copyOf(questions));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static Section section(String id, String title, List<String> asks) {
    return new Section(
        id, Section.Kind.FAQ, title, "", asks, List.of(), title, new Section.Plain());
  }

  private static JudgedQuestion judged(String id, String text, Set<String> gold) {
    return new JudgedQuestion(id, Question.of(text), "", gold, List.of(), "tune", false);
  }

  private static QuestionsFile.BadQuestions bad(Path file, String what) {
    return new QuestionsFile.BadQuestions(file + ": " + what);
  }
}
