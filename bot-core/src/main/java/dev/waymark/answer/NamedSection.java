package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.search.Findings;
import dev.waymark.search.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sections that a question names by their place: "step 6", "the third one", "what comes after
 * that?". Neither words nor meanings tell these. Immutable and thread-safe.
 */
final class NamedSection {

  private static final Pattern STEP = Pattern.compile("\\bstep\\s*#?(\\d{1,2})\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\b(?:number|no\\.|nr\\.?|part)\\s*|#)(\\d{1,2})\\b");
  private static final int PLACED_AMONG = 5;
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth");
  private static final Pattern ORDINAL =
      Pattern.compile("\\bthe (\\w+|\\d{1,2}(?:st|nd|rd|th)) (?:one|step|part|point)\\b");
  private static final Pattern AFTER =
      Pattern.compile(
          "\\b(?:what|which|who)(?:'s| is| comes| stage| step)?.{0,20}\\b(?:after|next|follows)\\b|^(?:and |then )?(?:what )?(?:next|after that|after this|and then what)\\b");

  private static final List<String> STAGES =
      List.of("path-junior", "path-developer", "path-senior", "path-lead", "path-director");

  private final Guide guide;
  private final Map<String, Section> sections;

  NamedSection(Guide guide) {
    this.guide = guide;
    this.sections = guide.byId();
  }

  /**
   * The section that the question names.
   *
   * @param before what the index says of the message that it leans on; empty when it stands alone
   */
  Optional<String> in(String question, Optional<Findings> before) {
    String text = question.toLowerCase(Locale.ROOT);
    Matcher step = STEP.matcher(text);
    if (step.find()) {
      return step(Integer.parseInt(step.group(1)));
    }
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      return step(Integer.parseInt(number.group(1)));
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.find()) {
      String word = ordinal.group(1);
      return step(
          Character.isDigit(word.charAt(0))
              ? Integer.parseInt(word.replaceAll("\\D", ""))
              : ORDINALS.indexOf(word) + 1);
    }
    return AFTER.matcher(text).find()
        ? before.flatMap(f -> placed(f.sections())).flatMap(this::after)
        : Optional.empty();
  }

  private Optional<String> step(int order) {
    return guide.steps().stream()
        .filter(s -> s.details() instanceof Step step && step.order() == order)
        .map(Section::id)
        .findFirst();
  }

  private Optional<String> after(String id) {
    Section section = sections.get(id);
    if (section == null) {
      return Optional.empty();
    }
    List<Section> same = section.kind() == Section.Kind.STEP ? guide.steps() : stages();
    int at = same.indexOf(section);
    return at >= 0 && at + 1 < same.size() ? Optional.of(same.get(at + 1).id()) : Optional.empty();
  }

  /** Of the nearest few the first that has a place in an order: a step, or a stage of a career. */
  private Optional<String> placed(List<Hit> hits) {
    return hits.stream()
        .sorted(Comparator.comparingDouble(Hit::nearest).reversed())
        .limit(PLACED_AMONG)
        .map(Hit::id)
        .filter(id -> isPlaced(sections.get(id)))
        .findFirst();
  }

  private static boolean isPlaced(@Nullable Section section) {
    return section != null
        && (section.kind() == Section.Kind.STEP || section.kind() == Section.Kind.PATH);
  }

  /** The stages of the career, lowest first. */
  private List<Section> stages() {
    return STAGES.stream().flatMap(id -> guide.section(id).stream()).toList();
  }
}
