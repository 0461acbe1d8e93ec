package dev.waymark.answer;

import dev.waymark.guide.Refusal;
import java.util.List;

/**
 * What becomes of a question: an answer, a choice between close candidates, or an honest refusal.
 */
public sealed interface Answer {

  /**
   * A section that an answer rests on.
   *
   * @param id the section's
   * @param title its title
   * @param score how sure it is, from 0 to 1
   */
  record Source(String id, String title, double score) {}

  /** How sure the judgement is, from 0 to 1. */
  double confidence();

  /** What is shown: the guide's own words, CommonMark. */
  String text();

  /** The sections that it rests on, best first. */
  List<Source> sources();

  /** Sections to go on with, best first. */
  List<Source> related();

  /**
   * The guide answers.
   *
   * @param notCovered parts of the message that the guide does not answer, in the asker's words
   */
  record Found(
      double confidence,
      String text,
      List<Source> sources,
      List<Source> related,
      List<String> notCovered)
      implements Answer {

    public Found {
      sources = List.copyOf(sources);
      related = List.copyOf(related);
      notCovered = List.copyOf(notCovered);
    }
  }

  /**
   * Two or more sections are so close that the member should choose; all are in {@code sources}.
   */
  record Choice(double confidence, String text, List<Source> sources) implements Answer {

    public Choice {
      sources = List.copyOf(sources);
    }

    @Override
    public List<Source> related() {
      return List.of();
    }
  }

  /**
   * The guide does not say.
   *
   * @param related the nearest sections, to offer as links, never as the answer
   */
  record Unknown(double confidence, Refusal.Reason reason, String text, List<Source> related)
      implements Answer {

    public Unknown {
      related = List.copyOf(related);
    }

    @Override
    public List<Source> sources() {
      return List.of();
    }
  }
}
