package dev.waymark.guide;

import dev.waymark.text.NearestWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code tips.yaml}. Not thread-safe, since its faults are not. */
final class TipReader {

  /** Characters; a tip is posted as one short message. */
  private static final int LONGEST = 280;

  private static final Set<String> KEYS = Set.of("id", "text", "section");

  private final GuideFiles files;
  private final Faults faults;

  TipReader(GuideFiles files, Faults faults) {
    this.files = files;
    this.faults = faults;
  }

  /**
   * Reads the tips; none when there is no such file. A tip that could not be posted is reported and
   * left out.
   *
   * @param sections ids of the guide's sections
   * @param lost ids of those that cannot be read, which is reported elsewhere
   */
  List<Tip> read(Path file, Set<String> sections, Set<String> lost) {
    if (!GuideFiles.exists(file)) {
      return List.of();
    }
    var tips = new ArrayList<Tip>();
    Map<String, Integer> ids = new HashMap<>();
    Map<String, Integer> texts = new HashMap<>();
    List<FrontMatter> items =
        files.text(file).map(t -> FrontMatter.parseList(file, t, faults)).orElse(List.of());
    for (FrontMatter item : items) {
      item.allowOnly(KEYS, "tip");
      var tip = new Tip(item.text("id"), item.text("text"), item.text("section"));
      boolean complete = isComplete(file, item);
      boolean known = tip.section().isEmpty() || isSection(file, item, sections, lost);
      boolean newId = isFirst(file, item, "id", ids);
      boolean newText = isFirst(file, item, "text", texts);
      if (tip.text().length() > LONGEST) {
        faults.mend(
            file,
            item.line("text"),
            "tip has " + tip.text().length() + " characters: shorten it to " + LONGEST);
      }
      if (complete && known && newId && newText) {
        tips.add(tip);
      }
    }
    return tips;
  }

  private boolean isComplete(Path file, FrontMatter item) {
    boolean complete = true;
    for (String key : List.of("id", "text", "section")) {
      if (item.text(key).isEmpty()) {
        complete = false;
        faults.mend(
            file, item.line(key), "a tip needs \"" + key + "\": without it, it is never posted");
      }
    }
    return complete;
  }

  private boolean isSection(Path file, FrontMatter item, Set<String> sections, Set<String> lost) {
    String id = item.text("section");
    if (!sections.contains(id) && !lost.contains(id)) {
      faults.mend(
          file,
          item.line("section"),
          "there is no section "
              + Faults.quote(id)
              + ": "
              + NearestWord.of(id, sections)
                  .map(near -> "did you mean \"" + near + "\"?")
                  .orElse("name another, until then the tip is not posted"));
    }
    return sections.contains(id);
  }

  private boolean isFirst(Path file, FrontMatter item, String key, Map<String, Integer> lines) {
    String text = item.text(key);
    Integer before = text.isEmpty() ? null : lines.putIfAbsent(text, item.line(key));
    if (before != null) {
      faults.mend(
          file,
          item.line(key),
          "the tip's " + key + " stands on line " + before + " too: keep one");
    }
    return before == null;
  }
}
