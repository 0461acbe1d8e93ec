package dev.waymark.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole content pack. Immutable, so it may be shared between threads.
 *
 * @param info what the guide is
 * @param sections all sections, in the order in which people read them: steps by their order, then
 *     the other kinds by id
 * @param refusals what the guide does not cover: its own and, unless left out, those every guide
 *     shares
 * @param tips learning tips
 * @param words the words people use: synonyms, chat slang, fillers, occupations
 * @param phrasings ways to ask about what many guides hold, see {@link SharedPhrasing}
 * @param guarded messages from which the guards among the refusals are learned
 * @param languages replies to questions in another language than the guide's
 */
public record Guide(
    GuideInfo info,
    List<Section> sections,
    List<Refusal> refusals,
    List<Tip> tips,
    GuideWords words,
    List<SharedPhrasing> phrasings,
    GuardExamples guarded,
    List<LanguageReply> languages) {

  public Guide {
    sections = List.copyOf(sections);
    refusals = List.copyOf(refusals);
    tips = List.copyOf(tips);
    phrasings = List.copyOf(phrasings);
    languages = List.copyOf(languages);
  }

  /** A guide whose guards are learned from their own phrasings alone. */
  public Guide(
      GuideInfo info,
      List<Section> sections,
      List<Refusal> refusals,
      List<Tip> tips,
      GuideWords words,
      List<SharedPhrasing> phrasings,
      List<LanguageReply> languages) {
    this(info, sections, refusals, tips, words, phrasings, GuardExamples.NONE, languages);
  }

  /** The section with that id, if there is one. */
  public Optional<Section> section(String id) {
    return sections.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** Every section by its id. */
  public Map<String, Section> byId() {
    var byId = new HashMap<String, Section>();
    sections.forEach(s -> byId.put(s.id(), s));
    return byId;
  }

  /** The steps in their order. */
  public List<Section> steps() {
    return sections.stream().filter(s -> s.kind() == Section.Kind.STEP).toList();
  }
}
