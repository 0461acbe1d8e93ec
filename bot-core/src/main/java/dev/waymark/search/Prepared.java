package dev.waymark.search;

/**
 * A text ready to be compared with a question.
 *
 * @param meaning its meaning
 * @param spaced its meaning in the guide's {@link PhrasingSpace}
 * @param tokens the ids of its word pieces; none where it is never compared word by word
 * @param tokenVectors a vector for each of them, of length 127
 */
@SuppressWarnings("ArrayRecordComponent") // one of thousands, never compared as a whole
record Prepared(Vector8 meaning, Vector8 spaced, int[] tokens, byte[][] tokenVectors) {}
