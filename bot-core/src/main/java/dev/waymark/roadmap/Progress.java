package dev.waymark.roadmap;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideChange;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where somebody stands in a guide: derived from their history, under the guide as it is now,
 * whatever became of its steps since. Immutable.
 */
public final class Progress {

  private final Guide guide;
  private final Editions editions;
  private final Marks marks;
  private final List<StepState> steps;
  private final int seenEdition;

  private Progress(Guide guide, List<Entry> entries) {
    this.guide = guide;
    this.editions = new Editions(guide);
    this.marks = Marks.after(entries);
    this.seenEdition =
        entries.stream().mapToInt(Entry::edition).max().orElse(guide.info().version());
    var states = new ArrayList<StepState>();
    for (Section step : guide.steps()) {
      states.add(new StepState(states.size() + 1, step, editions.mark(step.id(), marks)));
    }
    this.steps = List.copyOf(states);
  }

  /**
   * The progress in one guide.
   *
   * @param history everything that happened, oldest first; what belongs to other guides is left
   *     aside
   */
  public static Progress of(Guide guide, List<Entry> history) {
    return new Progress(
        guide, history.stream().filter(e -> e.guide().equals(guide.info().id())).toList());
  }

  /** The guide as it is now. */
  public Guide guide() {
    return guide;
  }

  /** Every step of the guide, in order. */
  public List<StepState> steps() {
    return steps;
  }

  /**
   * The step to do next: the first open one, then the first of those put off; none when all is done
   * or skipped.
   */
  public Optional<StepState> next() {
    return first(Status.OPEN).or(() -> first(Status.LATER));
  }

  private Optional<StepState> first(Status status) {
    return steps.stream().filter(s -> s.status() == status).findFirst();
  }

  /** How many steps stand so. */
  public int count(Status status) {
    return (int) steps.stream().filter(s -> s.status() == status).count();
  }

  /** Whether anything happened that holds. */
  public boolean isBegun() {
    return !marks.holding().isEmpty();
  }

  /** What {@link Entry.Kind#UNDONE} would take back now. */
  public Optional<Entry> lastAction() {
    return marks.holding().stream().findFirst();
  }

  /** The steps that an id of this or an older edition stands for now. */
  public List<StepState> resolve(String id) {
    List<Section> now = editions.now(id);
    return steps.stream().filter(s -> now.contains(s.step())).toList();
  }

  /** Whether an older edition had such a step, which is gone now. */
  public Optional<GuideChange> change(String id) {
    return guide.info().changes().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /**
   * What they have not been told of yet: the changes of editions that they have not seen, as far as
   * they concern them.
   */
  public List<GuideChange> news() {
    return guide.info().changes().stream()
        .filter(c -> c.edition() > seenEdition && Editions.concerns(c, marks))
        .toList();
  }

  /** Whether the guide has an edition that they have not seen. */
  public boolean isNewEdition() {
    return guide.info().version() > seenEdition;
  }

  /** What they did at steps that the guide no longer has, by the steps' ids. */
  public Map<String, Mark> former() {
    var former = new TreeMap<String, Mark>();
    marks
        .all()
        .forEach(
            (id, mark) -> {
              if (steps.stream().noneMatch(s -> s.step().id().equals(id))) {
                former.put(id, mark);
              }
            });
    return former;
  }
}
