package dev.waymark.search;

import java.util.List;

/**
 * All that the index says about a question.
 *
 * @param reading how the question was read: slang spelled out, typos mended
 * @param sections the nearest sections with all their signals, nearest first, ties by id
 * @param others ids of all further sections, nearest first, ties by id
 * @param refusals the nearest refusals, nearest first, ties by id
 * @param unseen share of the question's words, stop words left out, that no section holds
 * @param alarm how much speaks for the question being one that must get no answer
 */
public record Findings(
    Reading reading,
    List<Hit> sections,
    List<String> others,
    List<Hit> refusals,
    double unseen,
    Alarm alarm) {

  public Findings {
    sections = List.copyOf(sections);
    others = List.copyOf(others);
    refusals = List.copyOf(refusals);
  }
}
