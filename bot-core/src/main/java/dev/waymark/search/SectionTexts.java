package dev.waymark.search;

import dev.waymark.guide.PlainText;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts by which a section, or a refusal, is found.
 *
 * @param id the section's
 * @param title its title
 * @param asks its own phrasings
 * @param phrasings shared phrasings that belong to it
 * @param sentences the sentences of summary and body, in order
 * @param passages a few sentences each, with the title before them so that each says what it is
 *     about
 */
record SectionTexts(
    String id,
    String title,
    List<String> asks,
    List<String> phrasings,
    List<String> sentences,
    List<String> passages) {

  // About what the encoder reads well at once, beside the title.
  private static final int PASSAGE_WORDS = 70;

  static SectionTexts of(Section section, List<String> phrasings) {
    var sentences = new ArrayList<String>();
    if (!section.summary().isEmpty()) {
      sentences.addAll(PlainText.sentences(section.summary()));
    }
    PlainText.blocks(section.body()).forEach(b -> sentences.addAll(PlainText.sentences(b)));
    return new SectionTexts(
        section.id(),
        section.title(),
        section.asks(),
        phrasings,
        sentences,
        passages(section.title(), sentences));
  }

  static SectionTexts of(Refusal refusal) {
    return new SectionTexts(
        refusal.id(), refusal.title(), refusal.asks(), List.of(), List.of(), List.of());
  }

  /** Every text. */
  List<String> all() {
    var all = new ArrayList<String>();
    all.add(title);
    all.addAll(asks);
    all.addAll(phrasings);
    all.addAll(sentences);
    all.addAll(passages);
    return all;
  }

  /** The texts that are compared word by word: all but single sentences. */
  List<String> wordByWord() {
    return Stream.of(List.of(title), asks, phrasings, passages).flatMap(List::stream).toList();
  }

  /** Those of them that are its own and no shared phrasings. */
  List<String> ownWordByWord() {
    return Stream.of(List.of(title), asks, passages).flatMap(List::stream).toList();
  }

  /** All ways in which the section is asked for, its title among them. */
  List<String> phrased() {
    return Stream.of(List.of(title), asks, phrasings).flatMap(List::stream).toList();
  }

  private static List<String> passages(String title, List<String> sentences) {
    var passages = new ArrayList<String>();
    var passage = new StringBuilder();
    int words = 0;
    for (String sentence : sentences) {
      int n = sentence.split(" ", -1).length;
      if (words > 0 && words + n > PASSAGE_WORDS) {
        passages.add(title + ". " + passage);
        passage.setLength(0);
        words = 0;
      }
      passage.append(passage.isEmpty() ? "" : " ").append(sentence);
      words += n;
    }
    if (words > 0) {
      passages.add(title + ". " + passage);
    }
    return passages;
  }
}
