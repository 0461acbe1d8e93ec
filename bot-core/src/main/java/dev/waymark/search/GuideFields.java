package dev.waymark.search;

/** Names of the fields of Lucene's index, in one place. */
final class GuideFields {

  /** The section's id, as it is. */
  static final String ID = "id";

  /** The title's stems. */
  static final String TITLE = "title";

  /** The stems of all of the section's texts. */
  static final String WORDS = "words";

  /** The pieces of 3 and 4 letters of the same. */
  static final String GRAMS = "grams";

  private GuideFields() {}
}
