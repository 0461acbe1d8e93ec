package dev.waymark.search;

/**
 * A question made ready to be compared.
 *
 * @param meaning what the sentence encoder makes of it
 * @param spaced its meaning in the guide's {@link PhrasingSpace}
 * @param tokens the vectors of its word pieces
 * @param weights how much each of its word pieces counts, adding up to 1
 * @param words what Lucene says of it
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one question only
record Query(
    Vector8 meaning, Vector8 spaced, byte[][] tokens, float[] weights, WordIndex.Scores words) {}
