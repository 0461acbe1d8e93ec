package dev.waymark.answer;

import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.search.GuideIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts an answer into the guide's own words: the summary, and the sentences of the body that
 * answer. Thread-safe.
 */
final class AnswerText {

  // A summary says most of it; without one, three sentences make a short paragraph.
  private static final int WITH_SUMMARY = 2;
  private static final int WITHOUT_SUMMARY = 3;

  private static final Pattern ENDED = Pattern.compile("[.!?:;,…][)\\]\"'”’*_`]*$");

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
      parts.add(text(section, verdict));
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

  private String text(Section section, Judge.Verdict verdict) {
    List<GuideIndex.Sentence> sentences =
        index.sentences(section.id(), verdict.judged().evidence().reading());
    int inSummary = section.summary().isEmpty() ? 0 : countSummary(section, sentences);
    List<GuideIndex.Sentence> body = sentences.subList(inSummary, sentences.size());
    String answer = nearest(body, section.summary().isEmpty() ? WITHOUT_SUMMARY : WITH_SUMMARY);
    String text =
        section.summary().isEmpty() ? answer : (section.summary() + "\n\n" + answer).strip();
    // Most bands say their figures themselves; an answer about money always shows them.
    return section.details() instanceof SalaryBand band && !text.contains(band.amount(band.high()))
        ? band(band) + "\n\n" + text
        : text;
  }

  private static int countSummary(Section section, List<GuideIndex.Sentence> sentences) {
    int n = 0;
    while (n < sentences.size() && section.summary().contains(sentences.get(n).text())) {
      n++;
    }
    return n;
  }

  /** The sentences nearest to the question, in the order of the text. */
  private static String nearest(List<GuideIndex.Sentence> sentences, int most) {
    Set<Integer> chosen =
        new HashSet<>(
            IntStream.range(0, sentences.size())
                .boxed()
                .sorted(
                    Comparator.comparingDouble((Integer i) -> -sentences.get(i).nearness())
                        .thenComparing(i -> i))
                .limit(most)
                .toList());
    return joined(
        IntStream.range(0, sentences.size())
            .filter(chosen::contains)
            .mapToObj(i -> sentences.get(i).text())
            .toList());
  }

  /** One paragraph; headings and entries of lists, which end without a sign, get a full stop. */
  static String joined(List<String> sentences) {
    var text = new StringBuilder();
    for (String sentence : sentences) {
      if (!text.isEmpty()) {
        text.append(ENDED.matcher(text).find() ? " " : ". ");
      }
      text.append(sentence);
    }
    return text.toString();
  }

  /**
   * A band in words: {@code $60,000 – $90,000 a year, 0–2 years of experience (USD, source guide)}.
   */
  private static String band(SalaryBand band) {
    String experience = band.experience().isEmpty() ? "" : ", " + band.experience();
    return "**" + band.range() + "**" + experience + " (" + band.origin() + ")";
  }
}
