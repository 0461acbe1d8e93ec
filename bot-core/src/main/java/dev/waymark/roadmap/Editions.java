package dev.waymark.roadmap;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideChange;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a guide's steps from edition to edition. Immutable. */
final class Editions {

  private final Map<String, Section> steps = new HashMap<>();
  private final Map<String, GuideChange> changes = new HashMap<>();
  private final Map<String, List<String>> predecessors = new HashMap<>();

  Editions(Guide guide) {
    guide.steps().forEach(s -> steps.put(s.id(), s));
    for (GuideChange change : guide.info().changes()) {
      changes.put(change.id(), change);
      for (String now : change.now()) {
        predecessors.computeIfAbsent(now, k -> new ArrayList<>()).add(change.id());
      }
    }
  }

  /**
   * The steps that an id stands for now: itself, those it became, or none when it was removed or
   * never was one.
   */
  List<Section> now(String id) {
    var found = new LinkedHashSet<Section>();
    follow(id, found, new LinkedHashSet<>());
    return List.copyOf(found);
  }

  private void follow(String id, Set<Section> found, Set<String> visited) {
    if (!visited.add(id)) {
      return;
    }
    Section step = steps.get(id);
    if (step != null) {
      found.add(step);
    }
    GuideChange change = changes.get(id);
    if (change != null) {
      change.now().forEach(next -> follow(next, found, visited));
    }
  }

  /**
   * How somebody stands with a step: by their mark at it or, without one, by those at the steps it
   * came from. A step that was made of several is done when nothing is left of them.
   */
  Mark mark(String id, Marks marks) {
    return mark(id, marks, new LinkedHashSet<>());
  }

  private Mark mark(String id, Marks marks, Set<String> visited) {
    Mark own = marks.at(id);
    if (own.status() != Status.OPEN || !visited.add(id)) {
      return own;
    }
    List<Mark> before =
        predecessors.getOrDefault(id, List.of()).stream()
            .filter(p -> !visited.contains(p))
            .map(p -> mark(p, marks, visited))
            .toList();
    if (before.isEmpty() || !before.stream().allMatch(m -> m.status().isClosed())) {
      return own;
    }
    return before.stream()
        .filter(m -> m.status() == Status.DONE)
        .findFirst()
        .orElse(before.getFirst());
  }

  /** Whether a change concerns somebody: they left a mark at what it changed. */
  static boolean concerns(GuideChange change, Marks marks) {
    return marks.at(change.id()).status() != Status.OPEN;
  }
}
