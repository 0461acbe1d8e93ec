package dev.waymark.search;

/**
 * The word pieces of all texts, one text after another, each with its vector of length 127.
 * Thread-safe.
 *
 * @param ids the word pieces' ids
 * @param starts where each text's pieces begin, and where the last one's end
 * @param vectors a vector for each piece
 */
@SuppressWarnings("ArrayRecordComponent") // many thousands, never compared as a whole
record WordPieces(int[] ids, int[] starts, PackedVectors vectors) {

  /** For each vector of a question's word pieces the dot product with the nearest of one text's. */
  int[] nearest(int text, int[][] asked) {
    return vectors.nearest(starts[text], starts[text + 1], asked);
  }
}
