package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Plain ways to find a section, to measure Waymark against. Each sees the same texts of the guide.
 * Thread-safe.
 */
public interface Baseline {

  /** A section and its score; the scores of different baselines are not comparable. */
  record Scored(String id, double score) {}

  /** What it is called in tables. */
  String name();

  /** The sections that match, best first, ties by id. */
  List<Scored> rank(String question);

  /** Lucene as it comes: BM25 over the section's texts with one of Lucene's own analysers. */
  static Baseline bm25(Guide guide, boolean english) {
    Analyzer analyzer = english ? new EnglishAnalyzer() : new StandardAnalyzer();
    var directory = new ByteBuffersDirectory();
    List<Section> sections = guide.sections();
    try {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Section section : sections) {
          var document = new Document();
          String text =
              String.join(
                  "\n",
                  section.title(),
                  section.summary(),
                  String.join("\n", section.asks()),
                  section.body());
          document.add(new TextField(GuideFields.WORDS, text, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      var searcher = new IndexSearcher(DirectoryReader.open(directory));
      return new Baseline() {
        @Override
        public String name() {
          return "BM25, " + analyzer.getClass().getSimpleName();
        }

        @Override
        public List<Scored> rank(String question) {
          var query = new BooleanQuery.Builder();
          GuideAnalyzer.terms(analyzer, question).stream()
              .distinct()
              .limit(250)
              .forEach(
                  t ->
                      query.add(
                          new TermQuery(new Term(GuideFields.WORDS, t)),
                          BooleanClause.Occur.SHOULD));
          try {
            var scored = new ArrayList<Scored>();
            for (ScoreDoc hit :
                searcher.search(query.build(), Math.max(1, sections.size())).scoreDocs) {
              scored.add(new Scored(sections.get(hit.doc).id(), hit.score));
            }
            return inOrder(scored);
          } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
          }
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  /** The best first, ties by id. */
  static List<Scored> inOrder(List<Scored> scored) {
    return scored.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id))
        .toList();
  }
}
