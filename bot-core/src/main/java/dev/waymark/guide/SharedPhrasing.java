package dev.waymark.guide;

import java.util.List;

/**
 * Ways to ask about something that guides of many professions hold, such as an internship or
 * working hours. They help a guide that brings no phrasings of its own, as one imported from an
 * article.
 *
 * @param about name of the idea
 * @param ids sections it belongs to by id, where the id means the same in every guide
 * @param title words of which a section's title must hold one; each may be several words
 * @param kinds kinds of sections it may belong to; empty for all
 * @param asks the phrasings
 */
public record SharedPhrasing(
    String about,
    List<String> ids,
    List<String> title,
    List<Section.Kind> kinds,
    List<String> asks) {

  public SharedPhrasing {
    ids = List.copyOf(ids);
    title = List.copyOf(title);
    kinds = List.copyOf(kinds);
    asks = List.copyOf(asks);
  }
}
