package dev.waymark.search;

/**
 * How much speaks for a text being one that must get no answer: someone in danger, an attack,
 * something dangerous.
 *
 * @param whole log-odds of the meaning of the text as a whole
 * @param sentence log-odds of the most alarming of its sentences, at least those of the whole
 * @param words log-odds of its words
 * @param nearest meaning of the nearest text that a guard is to refuse: a cosine
 * @param lookalike meaning of the nearest harmless text that only sounds like those: a cosine
 * @param refusal id of the guard that it sounds like most; empty when the guide has none
 */
public record Alarm(
    double whole, double sentence, double words, double nearest, double lookalike, String refusal) {

  /** Of a guide without guards. */
  public static final Alarm NONE = new Alarm(0, 0, 0, 0, 0, "");

  /** Two readings of the same message: of each number the higher one. */
  public Alarm or(Alarm other) {
    return new Alarm(
        Math.max(whole, other.whole),
        Math.max(sentence, other.sentence),
        Math.max(words, other.words),
        Math.max(nearest, other.nearest),
        Math.max(lookalike, other.lookalike),
        other.sentence > sentence ? other.refusal : refusal);
  }
}
