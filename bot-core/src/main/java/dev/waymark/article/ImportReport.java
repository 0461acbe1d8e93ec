package dev.waymark.article;

import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.Section;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an import found and what it left out.
 *
 * @param folder the new guide
 * @param info what the guide is
 * @param counts how many sections of each kind, every kind named
 * @param leftOut the pieces of the article that are not in the guide
 * @param warnings what a person should look at, each a sentence
 */
public record ImportReport(
    Path folder,
    GuideInfo info,
    Map<Section.Kind, Integer> counts,
    List<LeftOut> leftOut,
    List<String> warnings) {

  private static final int SAMPLES = 5;

  public ImportReport {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
  }

  /**
   * A piece of the article that is not in the guide.
   *
   * @param reason why
   * @param what its first words
   * @param line where it stands, 0 when unknown
   */
  public record LeftOut(String reason, String what, int line) {

    private String sample() {
      return (line > 0 ? "line " + line + " " : "") + "\"" + what + "\"";
    }
  }

  /** How many sections the guide has. */
  public int sections() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The report for a person to read. */
  public String text() {
    var text = new StringBuilder();
    text.append("Imported \"").append(info.title()).append("\" into ").append(folder).append('\n');
    text.append(
            counts.entrySet().stream()
                .map(e -> amount(e.getValue(), e.getKey()))
                .collect(Collectors.joining(", ", "Found: ", "")))
        .append(" (" + sections() + " in all)\n");
    var reasons = new LinkedHashMap<String, List<LeftOut>>();
    leftOut.stream()
        .collect(Collectors.groupingBy(LeftOut::reason, LinkedHashMap::new, Collectors.toList()))
        .forEach(reasons::put);
    text.append(reasons.isEmpty() ? "Left out: nothing\n" : "Left out:\n");
    reasons.forEach(
        (reason, pieces) -> {
          text.append("  ").append(reason).append(" (").append(pieces.size()).append("): ");
          text.append(
              pieces.stream()
                  .limit(SAMPLES)
                  .map(LeftOut::sample)
                  .collect(Collectors.joining(", ")));
          text.append(pieces.size() > SAMPLES ? ", …\n" : "\n");
        });
    text.append(warnings.isEmpty() ? "Warnings: none\n" : "Warnings:\n");
    warnings.forEach(w -> text.append("  ").append(w).append('\n'));
    return text.toString();
  }

  private static String amount(int count, Section.Kind kind) {
    String name =
        switch (kind) {
          case FAQ -> "FAQ";
          case ROLE -> "responsibility";
          case PATH -> "career stage";
          case SALARY -> "salary band";
          default -> kind.name().toLowerCase(Locale.ROOT);
        };
    return count + " " + (count == 1 ? name : ArticleText.plural(name));
  }
}
