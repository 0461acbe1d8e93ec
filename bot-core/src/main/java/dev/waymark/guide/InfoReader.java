package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code guide.yaml}. Not thread-safe, since its faults are not. */
final class InfoReader {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "role",
          "language",
          "version",
          "reviewed",
          "sources",
          "stop_words",
          "changes");

  private final Path folder;
  private final Path file;
  private final GuideFiles files;
  private final Faults faults;

  InfoReader(Path folder, GuideFiles files, Faults faults) {
    this.folder = folder;
    this.file = folder.resolve("guide.yaml");
    this.files = files;
    this.faults = faults;
  }

  /** What the guide is; named after its folder where the file does not say. */
  GuideInfo read() {
    if (!GuideFiles.exists(file)) {
      faults.unusable(file, 0, "is missing: " + adviceForMissing());
      return unnamed();
    }
    return files
        .text(file)
        .flatMap(text -> FrontMatter.parse(file, text, 1, faults))
        .map(this::info)
        .orElseGet(this::unnamed);
  }

  /** The folder of the guides is easily taken for that of a guide. */
  private String adviceForMissing() {
    List<String> guides =
        files.entries(folder).stream()
            .filter(entry -> GuideFiles.exists(entry.resolve("guide.yaml")))
            .map(Path::toString)
            .toList();
    return guides.isEmpty()
        ? "write it, with at least \"id: my-guide\" and \"title: My guide\""
        : "name a guide's own folder, such as " + guides.getFirst();
  }

  /** What can be said of a guide without its file. */
  GuideInfo unnamed() {
    return new GuideInfo(name(), name(), "", "en", 1, "", List.of());
  }

  private String name() {
    return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
        .map(Path::toString)
        .orElse("guide");
  }

  private GuideInfo info(FrontMatter front) {
    front.allowOnly(KEYS, "guide");
    for (FrontMatter source : front.mappings("sources")) {
      source.allowOnly(Set.of("name", "note", "url"), "source");
    }
    OptionalInt version = front.number("version");
    if (version.isPresent() && version.getAsInt() < 1) {
      faults.mend(file, front.line("version"), "\"version\" counts from 1: write 1 or more");
    }
    return new GuideInfo(
        required(front, "id"),
        required(front, "title"),
        front.text("role"),
        language(front),
        Math.max(1, version.orElse(1)),
        reviewed(front),
        front.texts("stop_words").stream().map(w -> w.toLowerCase(Locale.ROOT)).toList(),
        changes(front, version.orElse(1)));
  }

  private List<GuideChange> changes(FrontMatter front, int version) {
    var changes = new ArrayList<GuideChange>();
    for (FrontMatter change : front.mappings("changes")) {
      change.allowOnly(Set.of("edition", "id", "now", "note"), "change");
      int edition = change.number("edition").orElse(0);
      String id = change.text("id");
      if (id.isEmpty()) {
        faults.mend(
            file, change.line(), "the change names no step: add \"id\", the step's id before it");
      } else if (edition < 2 || edition > version) {
        faults.mend(
            file,
            change.line("edition"),
            "the change of "
                + id
                + " needs \"edition\", the version that brought it: from 2 to the guide's own, "
                + version);
      } else {
        changes.add(new GuideChange(edition, id, change.texts("now"), change.text("note")));
      }
    }
    return changes;
  }

  private String required(FrontMatter front, String key) {
    String text = front.text(key);
    if (!text.isEmpty()) {
      return text;
    }
    faults.unusable(file, front.line(key), "\"" + key + "\" is missing: every guide has one");
    return name();
  }

  private String language(FrontMatter front) {
    String language = front.text("language").toLowerCase(Locale.ROOT);
    if (language.isEmpty()) {
      return "en";
    }
    if (!language.matches("[a-z]{2}")) {
      faults.mend(
          file,
          front.line("language"),
          "language "
              + Faults.quote(language)
              + " is no ISO 639-1 code: write two letters, such as en");
    }
    return language;
  }

  private String reviewed(FrontMatter front) {
    String reviewed = front.text("reviewed");
    if (!reviewed.isEmpty() && !reviewed.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
      faults.mend(
          file,
          front.line("reviewed"),
          "reviewed " + Faults.quote(reviewed) + " is no date: write it as 2026-01-31");
    }
    return reviewed;
  }
}
