package dev.waymark.answer;

import dev.waymark.guide.BodyPart;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.search.GuideIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Puts an answer into the guide's own words: the summary, and what of the body answers.
 * Thread-safe.
 */
final class AnswerText {

  // A summary says most of it; without one, three or four short paragraphs do.
  private static final Excerpt.Room BESIDE_SUMMARY = new Excerpt.Room(480, 2, 0.1);
  private static final Excerpt.Room ALONE = new Excerpt.Room(480, 4, 0.3);

  private final Map<String, List<BodyPart>> bodies = new ConcurrentHashMap<>();
  private final GuideIndex index;

  AnswerText(GuideIndex index) {
    this.index = index;
  }

  Answer found(List<Judge.Verdict> verdicts, List<String> notCovered, List<Answer.Source> related) {
    var parts = new ArrayList<String>();
    var sources = new ArrayList<Answer.Source>();
    double confidence = 1;
    for (Judge.Verdict verdict : verdicts) {
      Section section = verdict.judged().best().candidate().section();
      parts.add(text(section, verdict, verdicts.size() > 1));
      sources.add(
          new Answer.Source(section.id(), section.title(), verdict.judged().best().probability()));
      confidence = Math.min(confidence, verdict.answerable());
    }
    if (!notCovered.isEmpty()) {
      parts.add(
          notCovered.stream()
              .map(AnswerText::quoted)
              .collect(Collectors.joining(", ", "The guide does not cover: ", ".")));
    }
    return new Answer.Found(confidence, String.join("\n\n", parts), sources, related, notCovered);
  }

  /**
   * Words of the asker's as code, in which no platform sees a mention, a link or any other mark.
   */
  private static String quoted(String part) {
    return "“`" + part.replaceAll("[?!.,]+$", "").replace('`', '\'').replaceAll("\\s+", " ") + "`”";
  }

  private String text(Section section, Judge.Verdict verdict, boolean besideOthers) {
    Map<String, Double> nearness =
        index.sentences(section.id(), verdict.judged().evidence().reading());
    Excerpt.Room room = section.summary().isEmpty() ? ALONE : BESIDE_SUMMARY;
    List<BodyPart> body = bodies.computeIfAbsent(section.id(), id -> BodyPart.of(section.body()));
    String excerpt = new Excerpt(nearness, besideOthers ? room.besideOthers() : room).of(body);
    String text = (section.summary() + "\n\n" + excerpt).strip();
    // Most bands say their figures themselves; an answer about money always shows them.
    return section.details() instanceof SalaryBand band && !text.contains(band.amount(band.high()))
        ? band(band) + "\n\n" + text
        : text;
  }

  /**
   * A band in words: {@code $60,000 – $90,000 a year, 0–2 years of experience (USD, source guide)}.
   */
  private static String band(SalaryBand band) {
    String experience = band.experience().isEmpty() ? "" : ", " + band.experience();
    return "**" + band.range() + "**" + experience + " (" + band.origin() + ")";
  }
}
