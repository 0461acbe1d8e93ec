package dev.waymark.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A guide with the places its parts were read from.
 *
 * @param folder the guide's
 * @param common the folder of what every guide shares, if it is used
 * @param sections by id
 * @param refusals by id
 * @param lost ids of sections that cannot be read, which is reported
 * @param phrasings the shared ones
 */
record GuideSource(
    Path folder,
    Optional<Path> common,
    Guide guide,
    Map<String, SectionFile> sections,
    Map<String, RefusalFile> refusals,
    Set<String> lost,
    List<SharedReader.PhrasingEntry> phrasings) {

  /** A section with the place it was read from. */
  record SectionFile(Section section, SectionText text) {

    Path file() {
      return text.file();
    }

    FrontMatter front() {
      return text.front();
    }
  }

  /** A refusal with the place it was read from. */
  record RefusalFile(Refusal refusal, SectionText text) {

    Path file() {
      return text.file();
    }

    FrontMatter front() {
      return text.front();
    }
  }

  /** Whether there is such a section, or was meant to be one. */
  boolean knows(String sectionId) {
    return sections.containsKey(sectionId) || lost.contains(sectionId);
  }
}
