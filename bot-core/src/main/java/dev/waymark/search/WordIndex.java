package dev.waymark.search;

import dev.waymark.guide.Guide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Lucene's part: which sections hold a question's words. Thread-safe. */
final class WordIndex implements AutoCloseable {

  // A question of more words says nothing new.
  private static final int MOST_TERMS = 250;

  // As many letters are at most as many terms in each of two fields.
  private static final int MOST_SEARCHED = 500;

  // Lucene's parser takes + and - for "and" and "or not": "a -b" would find everything without b,
  // and "C++" a "C". Here each belongs to the word, phrase or group right after it.
  private static final int SYNTAX =
      ~(SimpleQueryParser.AND_OPERATOR | SimpleQueryParser.NOT_OPERATOR);
  private static final Pattern CLAUSE =
      Pattern.compile("(\\+\\s*|-|)(\"[^\"]*+\"?\\S*|\\([^()]*+\\)|\\S+)");

  /** What Lucene says of one section, each a share of 1. */
  record Score(double words, double grams, double coverage) {
    static final Score NONE = new Score(0, 0, 0);
  }

  /**
   * What Lucene says of a question: three shares for each section, in their order.
   *
   * @param unseen share of its words that no section holds
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one question only
  record Scores(double[] words, double[] grams, double[] coverage, double unseen) {

    /** What it says of the section with that number; nothing of what is no section. */
    Score of(int section) {
      return section < words.length
          ? new Score(words[section], grams[section], coverage[section])
          : Score.NONE;
    }
  }

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TermScores terms;
  private final Analyzer questionWords;
  private final Analyzer textWords;
  private final Analyzer grams;
  private final List<String> ids;

  /**
   * Indexes a guide.
   *
   * @param cacheFolder where the index is kept between runs, or empty to keep none
   */
  WordIndex(Guide guide, List<SectionTexts> sections, Optional<Path> cacheFolder) {
    var analyzer = new GuideAnalyzer(guide.info().stopWords(), guide.words().synonyms());
    questionWords = analyzer.questionWords();
    textWords = analyzer.words();
    grams = analyzer.grams();
    ids = sections.stream().map(SectionTexts::id).toList();
    var madeFrom = new ArrayList<>(guide.info().stopWords());
    sections.forEach(s -> madeFrom.addAll(List.of("", s.id(), s.title(), words(s))));
    Optional<KeptIndex> file = cacheFolder.map(f -> new KeptIndex(f, guide.info().id(), madeFrom));
    try {
      Optional<Directory> kept = file.flatMap(KeptIndex::read);
      directory = kept.isPresent() ? kept.get() : write(sections);
      reader = DirectoryReader.open(directory);
      if (kept.isEmpty() && file.isPresent()) {
        file.get().write(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
    searcher = new IndexSearcher(reader);
    terms = new TermScores(searcher);
  }

  private Directory write(List<SectionTexts> sections) throws IOException {
    var made = new ByteBuffersDirectory();
    var perField = new PerFieldAnalyzerWrapper(textWords, Map.of(GuideFields.GRAMS, grams));
    try (var writer = new IndexWriter(made, new IndexWriterConfig(perField))) {
      for (SectionTexts section : sections) {
        writer.addDocument(document(section));
      }
    }
    return made;
  }

  private static Document document(SectionTexts section) {
    var document = new Document();
    document.add(new StringField(GuideFields.ID, section.id(), Field.Store.YES));
    document.add(new TextField(GuideFields.TITLE, section.title(), Field.Store.NO));
    document.add(new TextField(GuideFields.WORDS, words(section), Field.Store.NO));
    // Each word once: the pieces of a word say which it is, not how often it is there.
    String distinct =
        Arrays.stream(words(section).split("[^\\p{L}\\p{N}]+", -1))
            .map(w -> w.toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(" "));
    document.add(new TextField(GuideFields.GRAMS, distinct, Field.Store.NO));
    return document;
  }

  private static String words(SectionTexts section) {
    return String.join(
        "\n", section.all().subList(0, section.all().size() - section.passages().size()));
  }

  Scores scores(String question) {
    var plain = new HashSet<>(GuideAnalyzer.terms(textWords, question));
    return new Scores(
        bm25(GuideFields.WORDS, GuideAnalyzer.terms(questionWords, question)),
        bm25(GuideFields.GRAMS, GuideAnalyzer.terms(grams, question)),
        coverage(plain),
        unseen(plain));
  }

  private double unseen(Set<String> questionTerms) {
    long unseen = questionTerms.stream().filter(t -> holding(t).length == 0).count();
    return questionTerms.isEmpty() ? 0 : unseen / (double) questionTerms.size();
  }

  private int[] holding(String term) {
    return terms.of(new Term(GuideFields.WORDS, term)).sections();
  }

  /**
   * By section the share of the question's words that it holds, each word counting the more the
   * fewer sections hold it.
   */
  private double[] coverage(Set<String> questionTerms) {
    double[] covered = new double[ids.size()];
    double all = 0;
    for (String term : questionTerms) {
      int[] holding = holding(term);
      double weight = Math.log1p(ids.size() / (holding.length + 0.5));
      all += weight;
      for (int section : holding) {
        covered[section] += weight;
      }
    }
    return asShares(covered, all);
  }

  /** BM25 as a share of the best section's. */
  private double[] bm25(String field, List<String> questionTerms) {
    double[] scores = new double[ids.size()];
    questionTerms.stream()
        .distinct()
        .limit(MOST_TERMS)
        .map(t -> terms.of(new Term(field, t)))
        .forEach(
            held -> {
              for (int i = 0; i < held.sections().length; i++) {
                scores[held.sections()[i]] += held.scores()[i];
              }
            });
    return asShares(scores, Arrays.stream(scores).max().orElse(0));
  }

  private static double[] asShares(double[] values, double whole) {
    for (int i = 0; i < values.length && whole > 0; i++) {
      values[i] /= whole;
    }
    return values;
  }

  private ScoreDoc[] hits(Query query, int most) {
    try {
      return searcher.search(query, Math.max(1, most)).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  private SimpleQueryParser parser() {
    return new SimpleQueryParser(
        textWords, Map.of(GuideFields.TITLE, 2f, GuideFields.WORDS, 1f), SYNTAX) {
      @Override
      protected Query newPrefixQuery(String text) {
        var query = new BooleanQuery.Builder();
        query.add(super.newPrefixQuery(text), BooleanClause.Occur.SHOULD);
        // "database*": the stem "databas" does not begin with it.
        Query word = newDefaultQuery(text);
        if (word != null) {
          query.add(word, BooleanClause.Occur.SHOULD);
        }
        return query.build();
      }
    };
  }

  List<String> search(String query, int most) {
    var parser = parser();
    var parsed = new BooleanQuery.Builder();
    boolean wants = false;
    boolean any = false;
    Matcher clause = CLAUSE.matcher(query.substring(0, Math.min(MOST_SEARCHED, query.length())));
    while (clause.find()) {
      Query part = parser.parse(clause.group(2));
      if (part != null) {
        String sign = clause.group(1);
        parsed.add(
            part,
            sign.isEmpty()
                ? BooleanClause.Occur.SHOULD
                : sign.equals("-") ? BooleanClause.Occur.MUST_NOT : BooleanClause.Occur.MUST);
        wants |= !sign.equals("-");
        any = true;
      }
    }
    if (!any) {
      return List.of();
    }
    if (!wants) {
      parsed.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST);
    }
    return Arrays.stream(hits(parsed.build(), ids.size()))
        .sorted(
            Comparator.comparingDouble((ScoreDoc h) -> -h.score).thenComparing(h -> ids.get(h.doc)))
        .limit(most)
        .map(h -> ids.get(h.doc))
        .toList();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }
}
