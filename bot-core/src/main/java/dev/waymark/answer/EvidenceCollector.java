package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.search.Findings;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what speaks for and against each section. Immutable and thread-safe. */
final class EvidenceCollector {

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

  private final Guide guide;
  private final Map<String, Section> sections;
  private final GuideIndex index;
  private final MessageReader reader;
  private final Set<String> salaries;

  EvidenceCollector(Guide guide, GuideIndex index) {
    this.guide = guide;
    this.sections = guide.byId();
    this.index = index;
    this.reader = new MessageReader(guide.words().fillers());
    this.salaries =
        guide.sections().stream()
            .filter(s -> s.kind() == Section.Kind.SALARY)
            .map(Section::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  Message read(String text) {
    return reader.read(text);
  }

  Evidence collect(Message message, List<String> earlier) {
    String focus = message.focus();
    boolean leans = !earlier.isEmpty() && MessageReader.leansOnEarlier(focus);
    String last = leans ? reader.read(earlier.getLast()).focus() : "";
    Optional<Findings> before = leans ? Optional.of(index.glance(last)) : Optional.empty();
    Optional<String> earlierNearest = before.flatMap(f -> nearest(f.sections()));
    Optional<String> named =
        named(focus.toLowerCase(Locale.ROOT), leans, before.flatMap(f -> placed(f.sections())));
    Set<String> always = new HashSet<>(salaries);
    named.ifPresent(always::add);
    Findings alone = index.find(focus, always);
    Map<String, Hit> hits = byId(alone.sections());
    List<String> others = alone.others();
    String figuresText = alone.reading().text();
    if (before.isPresent()) {
      Findings joined = index.find(last + " " + focus, always);
      hits = merge(hits, byId(joined.sections()));
      others = without(joined.others(), hits);
      figuresText = withContext(figuresText, before.get().reading().text());
    } else if (!message.text().equals(focus)) {
      Findings whole = index.find(message.text(), always);
      hits = merge(hits, byId(whole.sections()));
      others = without(others, hits);
    }
    Figures figures = Figures.in(figuresText);
    var candidates = new ArrayList<Candidate>();
    for (Hit hit : hits.values()) {
      Section section = Objects.requireNonNull(sections.get(hit.id()));
      candidates.add(
          new Candidate(
              section,
              hit,
              figures.fit(section),
              figures.asksPayOf(section) ? 1 : 0,
              named.filter(hit.id()::equals).isPresent(),
              earlierNearest.filter(hit.id()::equals).isPresent() ? 1 : 0,
              fresh(hit.id(), alone, before)));
    }
    return new Evidence(
        message,
        alone.reading(),
        figures,
        candidates,
        others,
        alone.refusals(),
        alone.unseen(),
        index.typical(),
        leans);
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

  private static double fresh(String id, Findings alone, Optional<Findings> before) {
    return before.map(f -> nearness(id, alone) - nearness(id, f)).orElse(0.0);
  }

  /**
   * How near the section is; one that is not among the near ones counts as the farthest of them.
   */
  private static double nearness(String id, Findings findings) {
    double farthest = 1;
    for (Hit hit : findings.sections()) {
      if (hit.id().equals(id)) {
        return hit.nearest();
      }
      farthest = Math.min(farthest, hit.nearest());
    }
    return farthest;
  }

  private static Optional<String> nearest(List<Hit> hits) {
    return hits.stream().max(Comparator.comparingDouble(Hit::nearest)).map(Hit::id);
  }

  /** Figures that the follow-up does not name are those of the question before. */
  private static String withContext(String text, String before) {
    Figures own = Figures.in(text);
    return own.levels().isEmpty() && own.amount().isEmpty() && own.years().isEmpty()
        ? before + " " + text
        : (Figures.in(before).pay() ? "salary " : "") + text;
  }

  private static Map<String, Hit> byId(List<Hit> hits) {
    var byId = new LinkedHashMap<String, Hit>();
    hits.forEach(h -> byId.put(h.id(), h));
    return byId;
  }

  /** Hits of both readings: the mean where both have one. */
  private static Map<String, Hit> merge(Map<String, Hit> a, Map<String, Hit> b) {
    var merged = new LinkedHashMap<String, Hit>(a);
    b.forEach((id, hit) -> merged.merge(id, hit, Hit::mean));
    return merged;
  }

  private static List<String> without(List<String> ids, Map<String, Hit> hits) {
    return ids.stream().filter(id -> !hits.containsKey(id)).toList();
  }

  /** The section that the question names by its number, or as the one after the section before. */
  private Optional<String> named(String text, boolean leans, Optional<String> before) {
    Matcher step = STEP.matcher(text);
    if (step.find()) {
      return step(Integer.parseInt(step.group(1)));
    }
    if (!leans) {
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
    return AFTER.matcher(text).find() ? before.flatMap(this::after) : Optional.empty();
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
    List<Section> same =
        section.kind() == Section.Kind.STEP
            ? guide.steps()
            : section.kind() == Section.Kind.PATH ? Figures.inOrder(guide.sections()) : List.of();
    int at = same.indexOf(section);
    return at >= 0 && at + 1 < same.size() ? Optional.of(same.get(at + 1).id()) : Optional.empty();
  }
}
