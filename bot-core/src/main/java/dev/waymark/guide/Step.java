package dev.waymark.guide;

import java.util.List;
import java.util.Optional;

/**
 * What a section that members complete has beyond a section.
 *
 * @param order its place in the guide, from 1
 * @param hours how long it takes to study, when the guide says
 * @param checklist what to learn, in order
 * @param doneWhen a sentence a member can check alone; empty when the guide gives none
 * @param links official documentation of what is taught
 */
public record Step(
    int order, Optional<Hours> hours, List<String> checklist, String doneWhen, List<Link> links)
    implements Section.Details {

  public Step {
    checklist = List.copyOf(checklist);
    links = List.copyOf(links);
  }

  /** A range of study hours, both ends included; {@code 0 < min <= max}. */
  public record Hours(int min, int max) {}

  /** A named address. */
  public record Link(String title, String url) {}
}
