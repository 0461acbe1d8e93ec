package dev.waymark.search;

/**
 * What the sentence encoder makes of a text. The arrays are shared and must not be written to.
 *
 * @param vector the text's meaning: 384 numbers of length 1
 * @param tokens the ids of its word pieces, without the marks of begin and end
 * @param tokenVectors a vector for each of the tokens in turn, each of length 1 times 127, rounded
 */
@SuppressWarnings("ArrayRecordComponent") // values travel from the encoder to the index only
record Encoded(float[] vector, int[] tokens, byte[][] tokenVectors) {

  /** Whether there may be more of the text than was read. */
  boolean isCut() {
    return tokens.length >= SentenceEncoder.MOST_TOKENS - 2;
  }
}
