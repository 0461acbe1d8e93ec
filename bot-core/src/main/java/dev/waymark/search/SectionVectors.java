package dev.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/** The vectors of one section's, or one refusal's, texts. Immutable and thread-safe. */
final class SectionVectors {

  // The dot product of two word pieces' vectors, each of length 127, is this times their cosine.
  private static final double TOKEN_SCALE = 127 * 127;
  // Word by word only what is near as a whole is worth comparing.
  private static final int LATE_ASKS = 3;
  private static final int LATE_PASSAGES = 2;

  private final String id;
  private final Prepared title;
  private final List<Prepared> asks;
  private final List<Prepared> phrasings;
  private final List<String> sentenceTexts;
  private final List<Vector8> sentences;
  private final List<Prepared> passages;
  private final List<Vector8> spaced;
  private final Vector8 center;

  SectionVectors(SectionTexts texts, PreparedTexts prepared) {
    this.id = texts.id();
    this.title = prepared.of(texts.title());
    this.asks = texts.asks().stream().map(prepared::of).toList();
    this.phrasings = texts.phrasings().stream().map(prepared::of).toList();
    this.sentenceTexts = texts.sentences();
    this.sentences = texts.sentences().stream().map(t -> prepared.of(t).meaning()).toList();
    this.passages = texts.passages().stream().map(prepared::of).toList();
    this.spaced =
        Stream.of(List.of(title), asks, phrasings)
            .flatMap(List::stream)
            .map(Prepared::spaced)
            .toList();
    this.center = Vector8.middle(spaced);
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
    double titled = title.meaning().cosine(query.meaning());
    double centered = center.cosine(query.spaced());
    double passage = nearest(query, passages);
    double order = centered + 0.5 * Math.max(titled, passage) + 0.2 * query.words().of(id).words();
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
    for (Prepared ask : asks) {
      keepLargest(nearest, ask.meaning().cosine(query.meaning()));
    }
    return new Rough(
        this,
        glance.title(),
        Math.max(glance.title(), nearest[0]),
        asks.isEmpty()
            ? glance.title()
            : Arrays.stream(nearest).limit(asks.size()).average().orElse(0),
        Math.max(glance.title(), nearest(query, phrasings)),
        glance.center(),
        glance.passage(),
        query.words().of(id));
  }

  private static void keepLargest(double[] largest, double value) {
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
      for (Prepared passage : new Nearest(LATE_PASSAGES, query).offer(passages).texts()) {
        int[] here = nearestTokens(query, passage);
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
        nearest(query.spaced(), spaced),
        rough.center(),
        nearest(query.meaning(), sentences),
        rough.passage(),
        lateText,
        weighted(anywhere, query),
        lateAsk,
        rough.words().words(),
        rough.words().grams(),
        rough.words().coverage());
  }

  /**
   * Adds how near each phrasing is to the others of this section.
   *
   * @param byMeaning receives the mean of the three nearest
   * @param bySpace receives the nearest in the space of phrasings
   */
  void typical(DoubleStream.Builder byMeaning, DoubleStream.Builder bySpace) {
    if (asks.size() <= 3) {
      return;
    }
    for (int i = 0; i < asks.size(); i++) {
      double[] nearest = new double[3];
      Arrays.fill(nearest, -1);
      double spacedNearest = -1;
      for (int j = 0; j < asks.size(); j++) {
        if (i != j) {
          keepLargest(nearest, asks.get(i).meaning().cosine(asks.get(j).meaning()));
          spacedNearest =
              Math.max(spacedNearest, asks.get(i).spaced().cosine(asks.get(j).spaced()));
        }
      }
      byMeaning.add(Arrays.stream(nearest).average().orElse(0));
      bySpace.add(spacedNearest);
    }
  }

  private double lateAsk(Query query) {
    double lateAsk = weighted(nearestTokens(query, title), query);
    for (Prepared ask : new Nearest(LATE_ASKS, query).offer(asks).offer(phrasings).texts()) {
      lateAsk = Math.max(lateAsk, weighted(nearestTokens(query, ask), query));
    }
    return lateAsk;
  }

  /** Keeps the few texts nearest to a question. */
  private static final class Nearest {
    private final Query query;
    private final Prepared[] texts;
    private final double[] cosines;
    private int kept;

    Nearest(int most, Query query) {
      this.query = query;
      this.texts = new Prepared[most];
      this.cosines = new double[most];
    }

    Nearest offer(List<Prepared> offered) {
      for (Prepared text : offered) {
        double cosine = text.meaning().cosine(query.meaning());
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

    List<Prepared> texts() {
      return List.of(Arrays.copyOf(texts, kept));
    }
  }

  /** The sentences in order, each with its nearness to a question. */
  List<GuideIndex.Sentence> sentences(Vector8 meaning) {
    var all = new ArrayList<GuideIndex.Sentence>();
    for (int i = 0; i < sentences.size(); i++) {
      all.add(new GuideIndex.Sentence(sentenceTexts.get(i), sentences.get(i).cosine(meaning)));
    }
    return all;
  }

  /** The nearest of the section's own texts; shared phrasings are left out. */
  double nearest(Vector8 meaning) {
    return Stream.of(
            Stream.of(title.meaning()),
            asks.stream().map(Prepared::meaning),
            sentences.stream(),
            passages.stream().map(Prepared::meaning))
        .flatMap(s -> s)
        .mapToDouble(v -> v.cosine(meaning))
        .max()
        .orElse(0);
  }

  private static double nearest(Vector8 asked, List<Vector8> vectors) {
    double nearest = 0;
    for (Vector8 vector : vectors) {
      nearest = Math.max(nearest, vector.cosine(asked));
    }
    return nearest;
  }

  private static double nearest(Query query, List<Prepared> texts) {
    double nearest = 0;
    for (Prepared text : texts) {
      nearest = Math.max(nearest, text.meaning().cosine(query.meaning()));
    }
    return nearest;
  }

  /** For each word piece of the question the dot product with the nearest one of the text. */
  private static int[] nearestTokens(Query query, Prepared text) {
    byte[][] asked = query.tokens();
    int[] nearest = new int[asked.length];
    for (int i = 0; i < asked.length; i++) {
      int best = 0;
      for (byte[] vector : text.tokenVectors()) {
        best = Math.max(best, VectorUtil.dotProduct(asked[i], vector));
      }
      nearest[i] = best;
    }
    return nearest;
  }

  private static double weighted(int[] nearest, Query query) {
    double sum = 0;
    for (int i = 0; i < nearest.length; i++) {
      sum += query.weights()[i] * nearest[i];
    }
    return sum / TOKEN_SCALE;
  }
}
