package dev.waymark.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a guide folder as a whole or not at all: it is written beside the wanted folder and moved
 * there when it is complete.
 */
final class GuideWriter {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private GuideWriter() {}

  /** Refuses a folder that has files in it, or that is none. */
  static void checkFree(Path folder) throws ImportException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new ImportException(folder + " is a file: name a new folder for the guide.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw taken(folder, null);
      }
    } catch (IOException e) {
      throw new ImportException(
          folder + " cannot be looked into (" + reason(e) + "): name a new folder.", e);
    }
  }

  /** Writes the guide. */
  static void write(GuideInfo info, List<Section> sections, Path folder) throws ImportException {
    checkFree(folder);
    Path target = target(folder);
    Path parent = target.getParent();
    if (parent == null) {
      throw new ImportException(folder + " is no place for a guide: name a new folder.");
    }
    Path draft = parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID());
    @Nullable Path made = firstMissing(parent);
    boolean done = false;
    try {
      Files.createDirectories(draft);
      writeFile(draft.resolve("guide.yaml"), yaml(front(info)));
      for (Section section : sections) {
        Path file = draft.resolve(fileName(section));
        Files.createDirectories(draft.resolve(folderName(section.kind())));
        writeFile(file, "---\n" + yaml(front(section)) + "---\n" + section.body() + "\n");
      }
      // Replaces an empty folder only.
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      done = true;
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      throw taken(folder, e);
    } catch (IOException e) {
      throw new ImportException(
          folder + " cannot be written (" + reason(e) + "): name a folder where you may write.", e);
    } finally {
      if (!done) {
        delete(draft);
        if (made != null) {
          delete(made);
        }
      }
    }
  }

  // A link to an empty folder stays a link.
  private static Path target(Path folder) throws ImportException {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw new ImportException(
          folder + " cannot be followed (" + reason(e) + "): name a new folder.", e);
    }
  }

  private static ImportException taken(Path folder, @Nullable Throwable cause) {
    String message = folder + " has files in it and nothing is written over: name a new folder.";
    return cause == null ? new ImportException(message) : new ImportException(message, cause);
  }

  private static String reason(IOException e) {
    String kind =
        e.getClass().getSimpleName().replace("Exception", "").replaceAll("(?<=.)(?=\\p{Lu})", " ");
    return kind.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Path firstMissing(Path folder) {
    Path missing = null;
    for (Path p = folder; p != null && !Files.exists(p); p = p.getParent()) {
      missing = p;
    }
    return missing;
  }

  private static void writeFile(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private static String yaml(Map<String, Object> values) throws JsonProcessingException {
    return YAML.writeValueAsString(values);
  }

  private static String folderName(Section.Kind kind) {
    return switch (kind) {
      case STEP -> "steps";
      case FAQ -> "faq";
      case SKILL -> "skills";
      case ROLE -> "roles";
      case PATH -> "paths";
      case SALARY -> "salaries";
      case TOPIC -> "topics";
    };
  }

  // The folder tells the kind, so the name leaves it out; steps sort by two digits.
  private static String fileName(Section section) {
    String id = section.id();
    String name =
        section.details() instanceof Step step
            ? String.format(Locale.ROOT, "step-%02d", step.order())
            : section.kind() == Section.Kind.TOPIC ? id : id.substring(id.indexOf('-') + 1);
    return folderName(section.kind()) + "/" + name + ".md";
  }

  private static Map<String, Object> front(GuideInfo info) {
    var front = new LinkedHashMap<String, Object>();
    front.put("id", info.id());
    front.put("title", info.title());
    front.put("role", info.role());
    front.put("language", info.language());
    front.put("version", info.version());
    front.put("stop_words", info.stopWords());
    return front;
  }

  private static Map<String, Object> front(Section section) {
    var front = new LinkedHashMap<String, Object>();
    front.put("id", section.id());
    front.put("kind", section.kind().name().toLowerCase(Locale.ROOT));
    front.put("title", section.title());
    switch (section.details()) {
      case Step step -> front.put("order", step.order());
      case SalaryBand band -> {
        front.put("low", band.low());
        front.put("high", band.high());
        front.put("open_ended", band.openEnded());
        front.put("currency", band.currency());
        front.put("period", band.period());
        if (band.fromYears().isPresent()) {
          int from = band.fromYears().getAsInt();
          front.put(
              "years",
              band.toYears().isPresent() ? from + "-" + band.toYears().getAsInt() : from + "+");
        }
        front.put("region", band.region());
        front.put("source", band.source());
        front.put("as_of", band.asOf());
      }
      case Section.Plain plain -> {}
    }
    return front;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // What cannot be deleted stays hidden beside the folder; the first failure is what counts.
      folder.toFile().deleteOnExit();
    }
  }
}
