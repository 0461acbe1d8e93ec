package dev.waymark.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vectors of one section's, or one refusal's, texts. Immutable and thread-safe. */
final class SectionVectors {

  // The dot product of two word pieces' vectors, each of length 127, is this times their cosine.
  private static final double TOKEN_SCALE = 127 * 127;
  // Word by word only what is near as a whole is worth comparing.
  private static final int LATE_ASKS = 3;
  private static final int LATE_PASSAGES = 2;

  private final String id;
  private final int number;
  private final PreparedTexts prepared;
  private final int title;
  private final int[] asks;
  private final int[] phrasings;
  private final int[] phrased;
  private final List<String> sentenceTexts;
  private final int[] sentences;
  private final int[] passages;

  /**
   * The vectors of one of the prepared sections.
   *
   * @param number its place among all sections and refusals, from 0
   */
  SectionVectors(SectionTexts texts, int number, PreparedTexts prepared) {
    this.id = texts.id();
    this.number = number;
    this.prepared = prepared;
    this.title = prepared.row(texts.title());
    this.asks = prepared.rows(texts.asks());
    this.phrasings = prepared.rows(texts.phrasings());
    this.phrased = prepared.rows(texts.phrased());
    this.sentenceTexts = texts.sentences();
    this.sentences = prepared.rows(texts.sentences());
    this.passages = prepared.rows(texts.passages());
  }

  String id() {
    return id;
  }

  /**
   * A first look at the section, without its phrasings.
   *
   * @param order the higher the nearer
   */
  record Glance(
      SectionVectors section, double title, double center, double passage, double order) {}

  /** The nearest sections come first, ties in the order of their ids. */
  static final Comparator<Glance> FIRST_LOOK =
      Comparator.comparingDouble(Glance::order).reversed().thenComparing(g -> g.section().id());

  Glance glance(Query query) {
    double titled = prepared.meanings().cosine(title, query.meaning());
    double centered = prepared.centers().cosine(number, query.spaced());
    double passage = nearest(query, passages);
    double order =
        centered + 0.5 * Math.max(titled, passage) + 0.2 * query.words().of(number).words();
    return new Glance(this, titled, centered, passage, order);
  }

  /** The signals that cost little, from which a first order is made. */
  record Rough(
      SectionVectors section,
      double title,
      double ask,
      double asks,
      double phrasing,
      double center,
      double passage,
      WordIndex.Score words) {

    double order() {
      return 0.5 * Math.max(ask, phrasing) + 0.4 * center + 0.3 * passage + 0.2 * words.words();
    }
  }

  /** The nearest sections come first, ties in the order of their ids. */
  static final Comparator<Rough> NEAREST_FIRST =
      Comparator.comparingDouble(Rough::order).reversed().thenComparing(r -> r.section().id());

  Rough rough(Glance glance, Query query) {
    double[] nearest = new double[3];
    Arrays.fill(nearest, -1);
    for (int ask : asks) {
      keepLargest(nearest, prepared.meanings().cosine(ask, query.meaning()));
    }
    return new Rough(
        this,
        glance.title(),
        Math.max(glance.title(), nearest[0]),
        asks.length == 0
            ? glance.title()
            : Arrays.stream(nearest).limit(asks.length).average().orElse(0),
        Math.max(glance.title(), nearest(query, phrasings)),
        glance.center(),
        glance.passage(),
        query.words().of(number));
  }

  /** Puts a value among the largest so far, the largest first, if it is one of them. */
  static void keepLargest(double[] largest, double value) {
    double rest = value;
    for (int i = 0; i < largest.length; i++) {
      if (rest > largest[i]) {
        double smaller = largest[i];
        largest[i] = rest;
        rest = smaller;
      }
    }
  }

  /**
   * All signals: those that cost little, and those that cost more.
   *
   * @param wordByWord whether to work out those of the comparison word by word, the costliest; 0
   *     otherwise
   */
  Hit hit(Rough rough, Query query, boolean wordByWord) {
    double lateAsk = 0;
    double lateText = 0;
    int[] anywhere = new int[query.tokens().length];
    if (wordByWord) {
      lateAsk = lateAsk(query);
      for (int passage : new Nearest(LATE_PASSAGES, query).offer(passages).texts()) {
        int[] here = prepared.pieces().nearest(passage, query.tokens());
        lateText = Math.max(lateText, weighted(here, query));
        for (int i = 0; i < anywhere.length; i++) {
          anywhere[i] = Math.max(anywhere[i], here[i]);
        }
      }
    }
    return new Hit(
        id,
        rough.title(),
        rough.ask(),
        rough.asks(),
        rough.phrasing(),
        prepared.spaced().nearest(phrased, query.spaced()),
        rough.center(),
        query.logits()[number],
        nearest(query, sentences),
        rough.passage(),
        lateText,
        weighted(anywhere, query),
        lateAsk,
        rough.words().words(),
        rough.words().grams(),
        rough.words().coverage());
  }

  private double lateAsk(Query query) {
    double lateAsk = weighted(prepared.pieces().nearest(title, query.tokens()), query);
    for (int ask : new Nearest(LATE_ASKS, query).offer(asks).offer(phrasings).texts()) {
      lateAsk = Math.max(lateAsk, weighted(prepared.pieces().nearest(ask, query.tokens()), query));
    }
    return lateAsk;
  }

  /** Keeps the few texts nearest to a question. */
  private final class Nearest {
    private final Query query;
    private final int[] texts;
    private final double[] cosines;
    private int kept;

    Nearest(int most, Query query) {
      this.query = query;
      this.texts = new int[most];
      this.cosines = new double[most];
    }

    Nearest offer(int[] offered) {
      for (int text : offered) {
        double cosine = prepared.meanings().cosine(text, query.meaning());
        if (kept == texts.length && cosine <= cosines[kept - 1]) {
          continue;
        }
        int at = kept < texts.length ? kept++ : kept - 1;
        while (at > 0 && cosines[at - 1] < cosine) {
          texts[at] = texts[at - 1];
          cosines[at] = cosines[at - 1];
          at--;
        }
        texts[at] = text;
        cosines[at] = cosine;
      }
      return this;
    }

    int[] texts() {
      return Arrays.copyOf(texts, kept);
    }
  }

  /** How near each sentence is to a question. */
  Map<String, Double> sentences(Vector8 meaning) {
    var nearness = new HashMap<String, Double>();
    for (int i = 0; i < sentences.length; i++) {
      nearness.put(sentenceTexts.get(i), prepared.meanings().cosine(sentences[i], meaning));
    }
    return nearness;
  }

  /** The nearest of the section's own texts; shared phrasings are left out. */
  double nearest(Vector8 meaning) {
    Vectors8 meanings = prepared.meanings();
    double nearest = meanings.cosine(title, meaning);
    for (int[] texts : List.of(asks, sentences, passages)) {
      for (int text : texts) {
        nearest = Math.max(nearest, meanings.cosine(text, meaning));
      }
    }
    return nearest;
  }

  private double nearest(Query query, int[] texts) {
    return prepared.meanings().nearest(texts, query.meaning());
  }

  private static double weighted(int[] nearest, Query query) {
    double sum = 0;
    for (int i = 0; i < nearest.length; i++) {
      sum += query.weights()[i] * nearest[i];
    }
    return sum / TOKEN_SCALE;
  }
}
