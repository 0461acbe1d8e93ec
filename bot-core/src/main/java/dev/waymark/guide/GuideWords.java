package dev.waymark.guide;

import java.util.List;

/**
 * The words people use.
 *
 * @param synonyms rules of the field, in Solr's format, in lower case
 * @param slang rules of chat, in Solr's format: {@code u => you}
 * @param fillers words and phrases that carry no question
 * @param occupations names of professions, singular, in lower case
 */
public record GuideWords(
    List<String> synonyms, List<String> slang, List<String> fillers, List<String> occupations) {

  /** No words at all, as with {@code --no-common} and no synonyms. */
  public static final GuideWords NONE = new GuideWords(List.of(), List.of(), List.of(), List.of());

  public GuideWords {
    synonyms = List.copyOf(synonyms);
    slang = List.copyOf(slang);
    fillers = List.copyOf(fillers);
    occupations = List.copyOf(occupations);
  }
}
