package dev.waymark.search;

import java.util.List;

/**
 * A question as the index reads it.
 *
 * @param text slang spelled out and typos mended
 * @param words its words in lower case, in order
 * @param unknown those of its words that neither the guide nor the language's vocabulary holds
 * @param unknownNames those unknown or foreign to the guide that are written with a capital inside
 *     a sentence
 * @param occupations other professions that it names
 * @param meaning its vector, so that it need not be encoded again
 */
public record Reading(
    String text,
    List<String> words,
    List<String> unknown,
    List<String> unknownNames,
    List<String> occupations,
    Meaning meaning) {

  public Reading {
    words = List.copyOf(words);
    unknown = List.copyOf(unknown);
    unknownNames = List.copyOf(unknownNames);
    occupations = List.copyOf(occupations);
  }

  /** A vector that only this package reads. */
  public static final class Meaning {
    private final Vector8 vector;

    Meaning(Vector8 vector) {
      this.vector = vector;
    }

    Vector8 vector() {
      return vector;
    }
  }
}
