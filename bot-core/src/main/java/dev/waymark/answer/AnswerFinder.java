package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import dev.waymark.search.GuideIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the answer to a question in a guide, or says honestly that there is none. Pure: the same
 * question always gets the same answer. Thread-safe.
 */
public final class AnswerFinder {

  // As many as fit on one row of buttons beside each other on a phone.
  private static final int RELATED = 2;
  private static final int NEAREST = 3;
  private static final int CHOICES = 4;
  private static final double LIKELIER_THAN_NOT = 0.5;

  private final Map<String, Section> sections;
  private final Judge judge;
  private final EvidenceCollector collector;
  private final Guard guard;
  private final Refusals refusals;
  private final AnswerText text;

  /**
   * Makes a finder.
   *
   * @param guide what is known
   * @param index the same guide, indexed
   * @param weights how much each signal counts
   */
  public AnswerFinder(Guide guide, GuideIndex index, Weights weights) {
    this.sections = guide.byId();
    this.judge = new Judge(weights);
    this.collector = new EvidenceCollector(guide, index);
    this.guard = new Guard(guide, weights.guarding());
    this.refusals = new Refusals(guide, index);
    this.text = new AnswerText(index);
  }

  /**
   * An answer with the order of all sections behind it.
   *
   * @param answer what is shown
   * @param ranking every section, the likeliest first and those of its title with it, whatever the
   *     outcome
   */
  public record Findings(Answer answer, List<Answer.Source> ranking) {

    public Findings {
      ranking = List.copyOf(ranking);
    }
  }

  /** Answers a question. */
  public Answer find(Question question) {
    Message message = collector.read(question.text());
    return message.isEmpty()
        ? refusals.empty(question.text())
        : answer(message, judge.weigh(collector.collect(message, question.earlier())));
  }

  /**
   * Whether an answer is sure enough to be given unasked: that there is one, and that it is this.
   */
  public boolean isSure(Answer answer) {
    return answer instanceof Answer.Found found
        && found.notCovered().isEmpty()
        && found.confidence() >= judge.sure()
        && found.sources().stream().allMatch(s -> s.score() >= LIKELIER_THAN_NOT);
  }

  /** Answers a question and tells the order of all sections. */
  public Findings findAll(Question question) {
    Message message = collector.read(question.text());
    if (message.isEmpty()) {
      // Nothing can be read in it, so no section is likelier than another.
      List<Answer.Source> byId =
          sections.values().stream()
              .map(s -> new Answer.Source(s.id(), s.title(), 0))
              .sorted(Comparator.comparing(Answer.Source::id))
              .toList();
      return new Findings(refusals.empty(question.text()), byId);
    }
    Judge.Verdict verdict = judge.weigh(collector.collect(message, question.earlier()));
    return new Findings(answer(message, verdict), ranking(verdict));
  }

  private Answer answer(Message message, Judge.Verdict verdict) {
    Evidence evidence = verdict.judged().evidence();
    Optional<Refusal> guarded = guard.of(message, verdict);
    if (guarded.isPresent()) {
      return refusals.of(guarded.get(), 1, List.of());
    }
    if (refusals.saysNothing(evidence)) {
      return menu();
    }
    boolean answered = verdict.answered();
    if (message.parts().size() > 1) {
      Optional<Answer> both = answerParts(message, verdict);
      if (both.isPresent()) {
        return both.get();
      }
    }
    if (!answered) {
      return refusals.of(message, verdict, nearest(verdict));
    }
    return isClose(verdict) ? choice(verdict) : found(verdict, List.of());
  }

  /**
   * An answer to a message of several questions; empty when they come to the same section or to
   * none.
   */
  private Optional<Answer> answerParts(Message message, Judge.Verdict whole) {
    var found = new LinkedHashMap<String, Judge.Verdict>();
    var notCovered = new ArrayList<String>();
    for (String part : message.parts()) {
      Message one = collector.read(part);
      if (one.isEmpty()) {
        continue;
      }
      Judge.Verdict verdict = judge.weigh(collector.collect(one, List.of()));
      // Whoever asks for something dangerous gets no section beside it.
      Optional<Refusal> guarded = guard.of(one, verdict);
      if (guarded.isPresent()) {
        return Optional.of(refusals.of(guarded.get(), 1, List.of()));
      }
      if (verdict.answered()) {
        found.putIfAbsent(verdict.judged().best().candidate().section().id(), verdict);
      } else {
        notCovered.add(part);
      }
    }
    if (whole.answered() && !found.isEmpty()) {
      found.putIfAbsent(whole.judged().best().candidate().section().id(), whole);
    }
    // The whole message counts against a part that is answered beside one that is not, unless that
    // part is well clear of the threshold.
    boolean sure =
        whole.answered() || found.values().stream().anyMatch(v -> v.answerable() >= judge.sure());
    if (found.isEmpty() || (found.size() == 1 && (notCovered.isEmpty() || !sure))) {
      return Optional.empty();
    }
    // The message as a whole says most surely what it is about.
    List<String> order =
        whole.judged().ranked().stream().map(r -> r.candidate().section().id()).toList();
    List<Judge.Verdict> inOrder =
        found.values().stream()
            .sorted(
                Comparator.comparingInt(
                    v -> position(order, v.judged().best().candidate().section().id())))
            .toList();
    return Optional.of(
        text.found(
            inOrder.stream().limit(message.parts().size()).toList(), notCovered, related(found)));
  }

  private static int position(List<String> order, String id) {
    int at = order.indexOf(id);
    return at < 0 ? order.size() : at;
  }

  private List<Answer.Source> related(Map<String, Judge.Verdict> found) {
    var related = new LinkedHashMap<String, Answer.Source>();
    found.values().stream()
        .flatMap(v -> related(v).stream())
        .filter(s -> !found.containsKey(s.id()))
        .forEach(s -> related.putIfAbsent(s.id(), s));
    return related.values().stream().limit(RELATED).toList();
  }

  private Answer found(Judge.Verdict verdict, List<String> notCovered) {
    return text.found(List.of(verdict), notCovered, related(verdict));
  }

  private boolean isClose(Judge.Verdict verdict) {
    return verdict.judged().lead() < judge.weights().choiceLead()
        && verdict.judged().next().isPresent();
  }

  private Answer choice(Judge.Verdict verdict) {
    List<Answer.Source> sources =
        Stream.concat(Stream.of(verdict.judged().best()), verdict.judged().next().stream())
            .map(AnswerFinder::source)
            .toList();
    return new Answer.Choice(
        verdict.answerable(), "I am not sure which of these you mean:", sources);
  }

  private Answer menu() {
    List<Answer.Source> sources =
        List.of("intro", "what-they-do", "step-1", "faq-where-to-start").stream()
            .flatMap(id -> Optional.ofNullable(sections.get(id)).stream())
            .map(s -> new Answer.Source(s.id(), s.title(), 0))
            .limit(CHOICES)
            .toList();
    return sources.size() > 1
        ? new Answer.Choice(0.5, "Ask me anything about this guide, for example:", sources)
        : refusals.empty("");
  }

  /** The sections it rests on and the next best ones, none of them of the same title. */
  private List<Answer.Source> related(Judge.Verdict verdict) {
    var best = verdict.judged().best().candidate().section();
    Stream<Answer.Source> likely = sources(verdict).stream().filter(s -> s.score() >= 0.05);
    Stream<Answer.Source> rests =
        best.see().stream()
            .flatMap(id -> Optional.ofNullable(sections.get(id)).stream())
            .map(s -> new Answer.Source(s.id(), s.title(), 0));
    Stream<Answer.Source> others =
        Stream.of(likely, rests, sources(verdict).stream())
            .flatMap(sources -> sources)
            .filter(s -> !s.title().equals(best.title()));
    return byTitle(others.toList()).values().stream().map(List::getFirst).limit(RELATED).toList();
  }

  private static List<Answer.Source> nearest(Judge.Verdict verdict) {
    return byTitle(sources(verdict)).values().stream().map(List::getFirst).limit(NEAREST).toList();
  }

  private static List<Answer.Source> sources(Judge.Verdict verdict) {
    return verdict.judged().ranked().stream().map(AnswerFinder::source).toList();
  }

  private static Answer.Source source(Doubts.Ranked ranked) {
    Section section = ranked.candidate().section();
    return new Answer.Source(section.id(), section.title(), ranked.probability());
  }

  /**
   * The order of all sections. Those of the same title answer the same question, so they stand
   * together, where the first of them stands.
   */
  private List<Answer.Source> ranking(Judge.Verdict verdict) {
    var ranking = new ArrayList<>(sources(verdict));
    for (String id : verdict.judged().evidence().others()) {
      Optional.ofNullable(sections.get(id))
          .ifPresent(s -> ranking.add(new Answer.Source(id, s.title(), 0)));
    }
    return byTitle(ranking).values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<Answer.Source>> byTitle(List<Answer.Source> sources) {
    var byTitle = new LinkedHashMap<String, List<Answer.Source>>();
    sources.forEach(s -> byTitle.computeIfAbsent(s.title(), t -> new ArrayList<>()).add(s));
    return byTitle;
  }

  /** What the signals say of a question, for learning the weights. */
  public Observation observe(Question question) {
    Message message = collector.read(question.text());
    if (message.isEmpty()) {
      message = collector.read("nothing");
    }
    return new Observation(collector.collect(message, question.earlier()));
  }
}
