package dev.waymark.search;

/**
 * How well one section, or one refusal, fits a question. All numbers but the words' and the learned
 * one are cosines, at most 1.
 *
 * @param id the section's or the refusal's
 * @param title meaning of the title
 * @param ask meaning of the nearest phrasing of its own, at least the title's
 * @param asks meaning of its three nearest phrasings, on average; the title's when it has none
 * @param phrasing meaning of the nearest shared phrasing, at least the title's
 * @param spaced the nearest phrasing, shared or its own, in the space learned from the guide's
 *     phrasings
 * @param center the middle of its phrasings in that space
 * @param learned what the classifier learned from the guide's phrasings says for it, a logit
 * @param sentence meaning of the nearest sentence
 * @param passage meaning of the nearest passage
 * @param lateText the nearest passage word by word: each word of the question against the word
 *     nearest to it, the rare words counting more ("late interaction")
 * @param lateSection the whole text word by word, each word of the question wherever it fits best
 * @param lateAsk the nearest phrasing or title, word by word
 * @param words BM25 of the stemmed words, as a share of the best section's
 * @param grams BM25 of pieces of 3 and 4 letters, as a share of the best section's
 * @param coverage share of the question's words, the rare ones counting more, that the section
 *     holds
 */
public record Hit(
    String id,
    double title,
    double ask,
    double asks,
    double phrasing,
    double spaced,
    double center,
    double learned,
    double sentence,
    double passage,
    double lateText,
    double lateSection,
    double lateAsk,
    double words,
    double grams,
    double coverage) {

  /** The nearest of its meanings: a first, rough order. */
  public double nearest() {
    return Math.max(Math.max(ask, phrasing), Math.max(sentence, passage));
  }

  /** The middle between two hits of the same section, for a question read in two ways. */
  public Hit mean(Hit other) {
    return new Hit(
        id,
        (title + other.title) / 2,
        (ask + other.ask) / 2,
        (asks + other.asks) / 2,
        (phrasing + other.phrasing) / 2,
        (spaced + other.spaced) / 2,
        (center + other.center) / 2,
        (learned + other.learned) / 2,
        (sentence + other.sentence) / 2,
        (passage + other.passage) / 2,
        (lateText + other.lateText) / 2,
        (lateSection + other.lateSection) / 2,
        (lateAsk + other.lateAsk) / 2,
        (words + other.words) / 2,
        (grams + other.grams) / 2,
        (coverage + other.coverage) / 2);
  }
}
