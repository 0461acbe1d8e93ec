package dev.waymark.answer;

import dev.waymark.guide.Section;
import dev.waymark.search.Hit;

/**
 * A section that may answer a question.
 *
 * @param section the section
 * @param hit how well its words and meanings fit
 * @param figures how well its figures fit, from 0 to 1
 * @param pay 1 when the question asks for money and the section tells of it, otherwise 0
 * @param named whether the question names it, by its number or as the one after another
 * @param before 1 when it is what the question before was about, otherwise 0
 * @param fresh how much nearer it is to a follow-up than to the question before; 0 when there was
 *     none
 */
record Candidate(
    Section section,
    Hit hit,
    double figures,
    double pay,
    boolean named,
    double before,
    double fresh) {}
