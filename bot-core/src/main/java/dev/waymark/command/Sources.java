package dev.waymark.command;

import dev.waymark.chat.Source;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;

/** Sections as what a reply rests on. */
final class Sources {

  private Sources() {}

  /** A section with the date of the guide's last review. */
  static Source of(Section section, Guide guide) {
    return of(section.id(), section.title(), guide);
  }

  /** A section that is known by its id and title. */
  static Source of(String id, String title, Guide guide) {
    return new Source(id, title, guide.info().review());
  }
}
