package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts that tell what must get no answer from what may.
 *
 * @param ids of the refusals that are guards
 * @param guarded for each guard the texts that it is to refuse
 * @param others what sections and other refusals are asked by
 * @param lookalikes harmless texts that only sound like those of a guard
 */
record GuardTexts(
    List<String> ids, List<List<String>> guarded, List<String> others, List<String> lookalikes) {

  /**
   * Takes a guide's.
   *
   * @param sections the texts of its sections
   * @param refusals the texts of its refusals, in their order
   */
  static GuardTexts of(Guide guide, List<SectionTexts> sections, List<SectionTexts> refusals) {
    var ids = new ArrayList<String>();
    var guarded = new ArrayList<List<String>>();
    var others = new ArrayList<String>();
    sections.forEach(s -> others.addAll(s.phrased()));
    for (int i = 0; i < refusals.size(); i++) {
      Refusal refusal = guide.refusals().get(i);
      List<String> phrased = refusals.get(i).phrased();
      if (refusal.overrides()) {
        ids.add(refusal.id());
        guarded.add(join(phrased, guide.guarded().of(refusal)));
      } else {
        others.addAll(phrased);
      }
    }
    return new GuardTexts(
        List.copyOf(ids),
        List.copyOf(guarded),
        List.copyOf(others),
        ids.isEmpty() ? List.of() : guide.guarded().harmless());
  }

  /** The groups that are told apart: what is harmless, then each guard's; none without guards. */
  List<List<String>> groups() {
    var groups = new ArrayList<List<String>>();
    if (!ids.isEmpty()) {
      groups.add(join(others, lookalikes));
      groups.addAll(guarded);
    }
    return groups;
  }

  /** Each guard's texts, then the look-alikes: all that is no section's and no other refusal's. */
  List<List<String>> learnedFrom() {
    var all = new ArrayList<>(guarded);
    all.add(lookalikes);
    return all;
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
