package dev.waymark.answer;

import dev.waymark.guide.Section;
import dev.waymark.search.Hit;

/**
 * A section that may answer a question.
 *
 * @param section the section
 * @param hit how well its words and meanings fit
 * @param figures how well its figures fit, from 0 to 1
 * @param named 1 when the question names it by number or as the one after another, otherwise 0
 */
record Candidate(Section section, Hit hit, double figures, double named) {}
