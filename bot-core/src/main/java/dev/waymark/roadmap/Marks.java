package dev.waymark.roadmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What holds of a history: the marks at each step, under the ids that the steps had when they were
 * made. Not thread-safe.
 */
final class Marks {

  /** An entry that holds, and what it replaced. */
  private record Action(Entry entry, Map<String, Mark> before) {}

  private final Map<String, Mark> marks = new HashMap<>();
  private final Deque<Action> actions = new ArrayDeque<>();

  /** The marks after all that happened in one guide. */
  static Marks after(List<Entry> entries) {
    var marks = new Marks();
    entries.forEach(marks::add);
    return marks;
  }

  /** The mark at a step; an open one where there is none. */
  Mark at(String id) {
    return marks.getOrDefault(id, Mark.NONE);
  }

  /** All marks that stand, by the ids of their steps. */
  Map<String, Mark> all() {
    return Map.copyOf(marks);
  }

  /** The entries that hold, the latest first: what can be undone. */
  List<Entry> holding() {
    return actions.stream().map(Action::entry).toList();
  }

  private void add(Entry entry) {
    switch (entry.kind()) {
      case DONE -> apply(entry, Map.of(entry.step(), mark(entry, Status.DONE)));
      case SKIPPED -> apply(entry, Map.of(entry.step(), mark(entry, Status.SKIPPED)));
      case LATER -> apply(entry, Map.of(entry.step(), mark(entry, Status.LATER)));
      case PLACED -> apply(entry, placed(entry));
      case UNDONE -> undo();
      case FOLLOWED, TOLD -> {}
    }
  }

  private static Mark mark(Entry entry, Status status) {
    String proof = status == Status.DONE ? entry.note() : "";
    return new Mark(status, entry.title(), proof, entry.at());
  }

  /** What a placement skips: what is done stays done. */
  private Map<String, Mark> placed(Entry entry) {
    var skipped = new HashMap<String, Mark>();
    for (String id : entry.note().split(",", -1)) {
      if (!id.isEmpty() && !at(id).status().isClosed()) {
        skipped.put(id, new Mark(Status.SKIPPED, "", "", entry.at()));
      }
    }
    return skipped;
  }

  private void apply(Entry entry, Map<String, Mark> changes) {
    var before = new HashMap<String, Mark>();
    changes.forEach(
        (id, mark) -> {
          if (!says(at(id), mark)) {
            before.put(id, at(id));
            marks.put(id, mark);
          }
        });
    // What changes nothing, such as a button pressed twice, is nothing to undo.
    if (!before.isEmpty()) {
      actions.push(new Action(entry, before));
    }
  }

  private static boolean says(Mark known, Mark said) {
    return known.status() == said.status()
        && (said.proof().isEmpty() || Objects.equals(known.proof(), said.proof()));
  }

  private void undo() {
    Action last = actions.poll();
    if (last != null) {
      for (Map.Entry<String, Mark> before : new ArrayList<>(last.before().entrySet())) {
        if (before.getValue().status() == Status.OPEN) {
          marks.remove(before.getKey());
        } else {
          marks.put(before.getKey(), before.getValue());
        }
      }
    }
  }
}
