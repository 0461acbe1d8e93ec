package dev.waymark.roadmap;

import dev.waymark.guide.Section;

/**
 * A step of the guide as it is now, and how a member stands with it.
 *
 * @param number its place among the steps, from 1
 * @param step the section, of kind step
 * @param mark what they left at it; an open one where there is nothing
 */
public record StepState(int number, Section step, Mark mark) {

  /** How they stand with it. */
  public Status status() {
    return mark.status();
  }
}
