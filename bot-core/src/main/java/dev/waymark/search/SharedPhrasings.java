package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.SharedPhrasing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/**
 * Which shared phrasings belong to which section of a guide: by the section's id, or by the words
 * of its title.
 */
final class SharedPhrasings {

  private record Titled(SharedPhrasing phrasing, List<String> titles) {}

  private final Analyzer analyzer = GuideAnalyzer.stems();
  private final Set<String> role;
  private final List<Titled> phrasings;

  SharedPhrasings(Guide guide) {
    role = Set.copyOf(GuideAnalyzer.terms(analyzer, guide.info().role()));
    phrasings =
        guide.phrasings().stream()
            .map(p -> new Titled(p, p.title().stream().map(this::stems).toList()))
            .toList();
  }

  private String stems(String text) {
    return " " + String.join(" ", GuideAnalyzer.terms(analyzer, text)) + " ";
  }

  /** The phrasings that belong to the section. */
  List<String> of(Section section) {
    // "Apply for DevOps engineer roles" is not about DevOps where that is the guide's own
    // profession.
    String title =
        GuideAnalyzer.terms(analyzer, section.title()).stream()
            .filter(t -> !role.contains(t))
            .collect(Collectors.joining(" ", " ", " "));
    return phrasings.stream()
        .filter(p -> belongs(p, section, title))
        .flatMap(p -> p.phrasing().asks().stream())
        .distinct()
        .toList();
  }

  private static boolean belongs(Titled titled, Section section, String title) {
    SharedPhrasing phrasing = titled.phrasing();
    if (phrasing.ids().contains(section.id())) {
      return true;
    }
    return (phrasing.kinds().isEmpty() || phrasing.kinds().contains(section.kind()))
        && titled.titles().stream().anyMatch(t -> !t.isBlank() && title.contains(t));
  }
}
