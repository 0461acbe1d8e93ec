package dev.waymark.guide;

import dev.waymark.text.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds files that an editor believes to be part of the guide, but that are never read: a section
 * in a folder that does not exist, {@code tip.yaml}. Other files, such as a licence or a picture,
 * are let be. Not thread-safe, since its faults are not.
 */
final class FolderLint {

  private static final Set<String> GUIDE_FILES =
      Set.of("guide.yaml", "tips.yaml", "synonyms.txt", "questions.jsonl");
  private static final Set<String> COMMON_FILES =
      Set.of("phrasings.yaml", "languages.yaml", "synonyms.txt", "fillers.txt", "occupations.txt");

  private final GuideSource source;
  private final GuideFiles files;
  private final Faults faults;

  FolderLint(GuideSource source, GuideFiles files, Faults faults) {
    this.source = source;
    this.files = files;
    this.faults = faults;
  }

  void check() {
    var folders = new HashSet<>(Set.of("refusals"));
    for (Section.Kind kind : Section.Kind.values()) {
      folders.add(SectionText.folder(kind));
    }
    check(source.folder(), folders, GUIDE_FILES);
    source.common().ifPresent(common -> check(common, Set.of("refusals"), COMMON_FILES));
  }

  private void check(Path parent, Set<String> folders, Set<String> known) {
    for (Path entry : files.entries(parent)) {
      String name = name(entry);
      if (folders.contains(name)) {
        checkSectionFolder(entry);
      } else if (Files.isDirectory(entry)) {
        checkOtherFolder(entry, folders);
      } else if (isSection(name)) {
        faults.mend(entry, 0, "is not read: move it to a folder of sections, such as faq");
      } else if (!known.contains(name)) {
        Optional<String> near = NearestWord.of(name, known);
        near.ifPresent(n -> faults.mend(entry, 0, "is not read: did you mean \"" + n + "\"?"));
      }
    }
  }

  private void checkSectionFolder(Path folder) {
    for (Path entry : files.entries(folder)) {
      if (Files.isDirectory(entry) && !files.entries(entry).isEmpty()) {
        faults.mend(entry, 0, "is not read: move its files up into " + name(folder));
      } else if (!name(entry).endsWith(".md") && !Files.isDirectory(entry)) {
        faults.mend(entry, 0, "is not read: a section's file ends in .md, rename or remove it");
      }
    }
  }

  private void checkOtherFolder(Path folder, Set<String> folders) {
    List<Path> sections = files.markdown(folder);
    // A guide within a guide, or the folder common, has its own files.
    if (!sections.isEmpty() && !Files.exists(folder.resolve("guide.yaml"))) {
      faults.mend(
          folder,
          0,
          "holds .md files, but is not read: " + NearestWord.advice(name(folder), folders));
    }
  }

  /** README.md and its like are for people who read the folder. */
  private static boolean isSection(String name) {
    return name.endsWith(".md")
        && name.chars().limit(name.length() - 3L).anyMatch(Character::isLowerCase);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
