package dev.waymark.guide;

import java.util.List;

/**
 * An addressable part of a guide.
 *
 * @param id stable for ever: members' progress and links hang on it
 * @param kind what the section is
 * @param title heading or question
 * @param summary one or two sentences that answer by themselves; empty when the guide gives none
 * @param asks other ways in which people put the question
 * @param see ids of the sections it rests on, the most important first
 * @param body CommonMark
 * @param details what only this kind of section has
 */
public record Section(
    String id,
    Kind kind,
    String title,
    String summary,
    List<String> asks,
    List<String> see,
    String body,
    Details details) {

  public Section {
    asks = List.copyOf(asks);
    see = List.copyOf(see);
  }

  /** What a section is; the names are those of the front matter's {@code kind}, in lower case. */
  public enum Kind {
    STEP,
    FAQ,
    SKILL,
    ROLE,
    PATH,
    SALARY,
    TOPIC
  }

  /** What only one kind of section has. */
  public sealed interface Details permits Plain, Step, SalaryBand {}

  /** A section with nothing of its own beyond the common fields. */
  public record Plain() implements Details {}
}
