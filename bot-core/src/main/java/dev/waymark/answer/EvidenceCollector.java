package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.search.Alarm;
import dev.waymark.search.Findings;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what speaks for and against each section. Immutable and thread-safe. */
final class EvidenceCollector {

  private static final int NEAR = 5;

  private final NamedSection names;
  private final Map<String, Section> sections;
  private final GuideIndex index;
  private final MessageReader reader;
  private final Set<String> salaries;

  EvidenceCollector(Guide guide, GuideIndex index) {
    this.names = new NamedSection(guide);
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
    String last = leans ? context(earlier) : "";
    Optional<Findings> before = leans ? Optional.of(index.glance(last)) : Optional.empty();
    Optional<String> earlierNearest = before.flatMap(f -> nearest(f.sections()));
    Optional<String> named =
        names.in(
            focus,
            before
                .filter(b -> NamedSection.leans(focus))
                .map(b -> new NamedSection.Before(last, about(earlier, b))));
    // The pay of each level is looked at closely only where there is talk of a figure.
    Set<String> always = new HashSet<>();
    if (Figures.in(last + " " + focus).any()) {
      always.addAll(salaries);
    }
    named.ifPresent(always::add);
    Findings alone = index.find(focus, always);
    Map<String, Hit> hits = byId(alone.sections());
    List<String> others = alone.others();
    Alarm alarm = alone.alarm();
    String figuresText = alone.reading().text();
    if (before.isPresent()) {
      Findings joined = index.find(last + " " + focus, always);
      hits = merge(hits, byId(joined.sections()));
      others = without(joined.others(), hits);
      figuresText = withContext(figuresText, before.get().reading().text());
      // It is read together with the turn before, but who is in danger may say so beside it.
      if (!message.text().equals(focus)) {
        alarm = alarm.or(index.alarm(message.text()));
      }
    } else if (!message.text().equals(focus)) {
      Findings whole = index.find(message.text(), always);
      hits = merge(hits, byId(whole.sections()));
      others = without(others, hits);
      alarm = alarm.or(whole.alarm());
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
        alarm,
        leans);
  }

  /** What a follow-up leans on: the message before, with the one that this leans on in its turn. */
  private String context(List<String> earlier) {
    String last = reader.read(earlier.getLast()).focus();
    if (!MessageReader.leansOnEarlier(last)) {
      return last;
    }
    for (int i = earlier.size() - 2; i >= 0; i--) {
      String base = reader.read(earlier.get(i)).focus();
      if (!MessageReader.leansOnEarlier(base)) {
        return base + " " + last;
      }
    }
    return last;
  }

  /**
   * What the last of the earlier messages was about, the likeliest section first: the one that it
   * names, then the pay or the stage of the level that it names, then the nearest ones.
   */
  private List<String> about(List<String> earlier, Findings glance) {
    String last = reader.read(earlier.getLast()).focus();
    List<String> rest = earlier.subList(0, earlier.size() - 1);
    boolean leans = !rest.isEmpty() && MessageReader.leansOnEarlier(last);
    Optional<NamedSection.Before> before =
        leans && NamedSection.leans(last)
            ? Optional.of(
                new NamedSection.Before(context(rest), about(rest, index.glance(context(rest)))))
            : Optional.empty();
    Figures figures = Figures.in(leans ? withContext(last, context(rest)) : last);
    Stream<String> named = names.in(last, before).stream();
    Stream<String> bands =
        salaries.stream()
            .filter(id -> figures.fit(Objects.requireNonNull(sections.get(id))) > 0)
            .sorted();
    List<String> nearest =
        glance.sections().stream()
            .sorted(Comparator.comparingDouble(Hit::nearest).reversed())
            .map(Hit::id)
            .toList();
    Stream<String> stages = nearest.stream().limit(NEAR).filter(id -> isStage(id, figures));
    return Stream.of(named, bands, stages, nearest.stream())
        .flatMap(ids -> ids)
        .distinct()
        .toList();
  }

  /** Whether it is a stage of the career of which one of the levels is spoken. */
  private boolean isStage(String id, Figures figures) {
    Section section = Objects.requireNonNull(sections.get(id));
    return section.kind() == Section.Kind.PATH
        && Figures.levelOf(section).filter(figures.levels()::contains).isPresent();
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
}
