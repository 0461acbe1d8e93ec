package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sections that a question names by their place: "step 6", "the third one", "what comes after
 * that?", "and the pay?". Neither words nor meanings tell these. Immutable and thread-safe.
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
      Pattern.compile(
          "\\bthe (\\w+|\\d{1,2}(?:st|nd|rd|th)) (?:one|step|part|point|stage|area|of (?:those|these|them))\\b");
  private static final Pattern ITEM =
      Pattern.compile("(?m)^(?:\\d{1,2}[.)]|[-*])\\s+\\W*([^:.\\n]*\\w)");
  // "Java or Python?", "the second one": one of the two, not the second step.
  private static final Pattern ALTERNATIVES = Pattern.compile("\\b(?:or|vs|versus)\\b");

  private static final List<Figures.Level> LEVELS =
      List.of(
          Figures.Level.ENTRY,
          Figures.Level.MID,
          Figures.Level.SENIOR,
          Figures.Level.LEAD,
          Figures.Level.PRINCIPAL);
  private static final List<String> STAGES =
      List.of("path-junior", "path-developer", "path-senior", "path-lead", "path-director");
  private static final List<String> BANDS =
      List.of("salary-entry", "salary-mid", "salary-senior", "salary-lead", "salary-principal");

  private final List<String> steps;
  private final Guide guide;
  private final Map<String, Section> sections;

  NamedSection(Guide guide) {
    this.guide = guide;
    this.sections = guide.byId();
    this.steps = guide.steps().stream().map(Section::id).toList();
  }

  /**
   * What a follow-up leans on.
   *
   * @param text the message before
   * @param about ids of the sections that it was about, the likeliest first
   */
  record Before(String text, List<String> about) {

    Before {
      about = List.copyOf(about);
    }
  }

  /** Whether the question may name a section only together with what it leans on. */
  static boolean leans(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    return NUMBER.matcher(text).find() || place(text).isPresent() || Move.in(question).isPresent();
  }

  /**
   * The section that the question names.
   *
   * @param before what it leans on; empty when it stands alone
   */
  Optional<String> in(String question, Optional<Before> before) {
    String text = question.toLowerCase(Locale.ROOT);
    Matcher step = STEP.matcher(text);
    if (step.find()) {
      return step(Integer.parseInt(step.group(1)));
    }
    if (before.isEmpty()) {
      return afterLevel(question);
    }
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      return listed(Integer.parseInt(number.group(1)), before.get());
    }
    Optional<Integer> place = place(text);
    if (place.isPresent()) {
      return listed(place.get(), before.get());
    }
    return Move.in(question).flatMap(move -> moved(move, Figures.in(text), before.get()));
  }

  /** Which one an ordinal names: 3 for "the third one", nothing for "the next one". */
  private static Optional<Integer> place(String text) {
    Matcher ordinal = ORDINAL.matcher(text);
    if (!ordinal.find()) {
      return Optional.empty();
    }
    String word = ordinal.group(1);
    int place =
        Character.isDigit(word.charAt(0))
            ? Integer.parseInt(word.replaceAll("\\D", ""))
            : ORDINALS.indexOf(word) + 1;
    return place > 0 ? Optional.of(place) : Optional.empty();
  }

  /** The stage beside the one that the question itself names: "what comes after junior?". */
  private Optional<String> afterLevel(String question) {
    return Move.in(question)
        .filter(move -> move == Move.NEXT || move == Move.PREVIOUS)
        .flatMap(
            move -> {
              Figures figures = Figures.in(question);
              return figures.levels().size() == 1
                  ? moved(move, figures, new Before("", STAGES))
                  : Optional.empty();
            });
  }

  private Optional<String> step(int order) {
    return guide.steps().stream()
        .filter(s -> s.details() instanceof Step step && step.order() == order)
        .map(Section::id)
        .findFirst();
  }

  /** The section at that place of what the message before listed, or else the step. */
  private Optional<String> listed(int place, Before before) {
    String text = before.text().toLowerCase(Locale.ROOT);
    if (ALTERNATIVES.matcher(text).find()) {
      return Optional.empty();
    }
    List<String> items =
        before.about().stream()
            .limit(1)
            .flatMap(id -> Stream.ofNullable(sections.get(id)))
            .flatMap(s -> items(s).stream())
            .toList();
    if (!items.isEmpty()) {
      return item(items, place - 1);
    }
    return text.contains("stage") ? item(present(STAGES), place - 1) : step(place);
  }

  /** The sections that a section lists by their titles; empty unless all its items are such. */
  private List<String> items(Section list) {
    List<Optional<String>> items =
        ITEM.matcher(list.body())
            .results()
            .map((MatchResult m) -> m.group(1).toLowerCase(Locale.ROOT))
            .map(
                head ->
                    guide.sections().stream()
                        .filter(s -> s.kind() == Section.Kind.ROLE)
                        .filter(s -> s.title().toLowerCase(Locale.ROOT).startsWith(head))
                        .map(Section::id)
                        .findFirst())
            .toList();
    return items.stream().allMatch(Optional::isPresent)
        ? items.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  private Optional<String> moved(Move move, Figures figures, Before before) {
    Optional<String> from = placed(before.about());
    if (from.isEmpty()) {
      return from;
    }
    String id = from.get();
    List<String> order = order(id);
    int level = figures.levels().size() == 1 ? LEVELS.indexOf(figures.levels().getFirst()) : -1;
    int at = level >= 0 && !order.equals(steps) ? level : order.indexOf(id);
    return switch (move) {
      case NEXT -> item(figures.pay() && order.equals(STAGES) ? BANDS : order, at + 1);
      case PREVIOUS -> item(figures.pay() && order.equals(STAGES) ? BANDS : order, at - 1);
      case PAY -> order.equals(STAGES) ? item(BANDS, at) : Optional.empty();
      case STAGE -> order.equals(BANDS) ? item(STAGES, at) : Optional.empty();
      case LEVEL -> order.equals(STAGES) ? item(STAGES, at) : Optional.empty();
    };
  }

  private Optional<String> item(List<String> ids, int at) {
    return at >= 0 && at < ids.size() && sections.containsKey(ids.get(at))
        ? Optional.of(ids.get(at))
        : Optional.empty();
  }

  private List<String> present(List<String> ids) {
    return ids.stream().filter(sections::containsKey).toList();
  }

  private List<String> order(String id) {
    return Stream.of(BANDS, STAGES).filter(o -> o.contains(id)).findFirst().orElse(steps);
  }

  /**
   * Of the likeliest few the first that has a place in an order: a step, a stage of a career or its
   * pay.
   */
  private Optional<String> placed(List<String> about) {
    return about.stream()
        .limit(PLACED_AMONG)
        .filter(id -> steps.contains(id) || STAGES.contains(id) || BANDS.contains(id))
        .findFirst();
  }
}
