package dev.waymark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Which sections hold a term, and BM25's score of it in each. A question's score is the sum of its
 * terms', and the same terms are asked for again and again, so they are kept. Thread-safe.
 */
final class TermScores {

  // Each takes 8 bytes. A guide of 150 sections has a hundredth of them in all; what one of more
  // than 15,000 has beyond is looked up each time.
  private static final int MOST_KEPT = 10_000_000;

  private static final Holding NONE = new Holding(new int[0], new float[0]);

  /**
   * The sections that hold a term, and its score in each.
   *
   * @param sections their numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; only this package reads it
  record Holding(int[] sections, float[] scores) {}

  private final Map<Term, Holding> kept = new ConcurrentHashMap<>();
  private final AtomicLong keptScores = new AtomicLong();
  private final IndexSearcher searcher;

  TermScores(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Looks up a term; one that no section holds is held by none. */
  Holding of(Term term) {
    Holding known = kept.get(term);
    if (known != null) {
      return known;
    }
    Holding found = look(term);
    // Terms that no section holds are without end.
    if (found.sections().length > 0 && keptScores.addAndGet(found.sections().length) <= MOST_KEPT) {
      kept.put(term, found);
    }
    return found;
  }

  private Holding look(Term term) {
    try {
      int count = searcher.getIndexReader().docFreq(term);
      if (count == 0) {
        return NONE;
      }
      ScoreDoc[] hits = searcher.search(new TermQuery(term), count).scoreDocs;
      int[] sections = new int[hits.length];
      float[] scores = new float[hits.length];
      for (int i = 0; i < hits.length; i++) {
        sections[i] = hits[i].doc;
        scores[i] = hits[i].score;
      }
      return new Holding(sections, scores);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }
}
