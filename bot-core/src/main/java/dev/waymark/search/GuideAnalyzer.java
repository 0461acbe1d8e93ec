package dev.waymark.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The analysers made for guides. Thread-safe, as Lucene's analysers are.
 *
 * <p>Words are folded, stemmed and, in questions, widened by the field's synonyms; the language's
 * stop words and those of the guide's own title are left out. Names such as C#, C++, .NET, Node.js
 * and CI/CD, which a tokenizer would cut to pieces, are kept whole.
 */
final class GuideAnalyzer {

  // Each becomes one word, so that "C" and "C++" are not the same.
  private static final NormalizeCharMap NAMES = names();

  // Shorter ones hit everything, longer ones do not survive a typo.
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 4;

  private final CharArraySet stopWords;
  private final Optional<SynonymMap> synonyms;

  /**
   * Makes the analysers.
   *
   * @param stopWords words of the guide's own title, in lower case
   * @param synonyms rules in Solr's format; one that does not parse is left out
   */
  GuideAnalyzer(List<String> stopWords, List<String> synonyms) {
    this.stopWords = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
    for (String word :
        List.of(
            "i", "my", "me", "we", "you", "your", "do", "does", "am", "im", "can", "what", "how",
            "should", "would", "could", "have", "has", "from", "so", "any", "get", "some",
            "about")) {
      this.stopWords.add(word);
    }
    this.stopWords.addAll(stopWords);
    this.synonyms = synonymMap(synonyms);
  }

  /** For the text of sections: stems, no synonyms. */
  Analyzer words() {
    return analyzer(false, false);
  }

  /**
   * For titles: stems of every word, the stop words too, so that "network with" is not "network".
   */
  static Analyzer stems() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(
            tokenizer,
            new PorterStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer))));
      }
    };
  }

  /** For questions: stems and the field's synonyms. */
  Analyzer questionWords() {
    return analyzer(synonyms.isPresent(), false);
  }

  /** For both: pieces of 3 and 4 letters, which survive a typo. */
  Analyzer grams() {
    return analyzer(false, true);
  }

  /** The terms that an analyser makes of a text, in order. */
  static List<String> terms(Analyzer analyzer, String text) {
    var terms = new ArrayList<String>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return terms;
  }

  private Analyzer analyzer(boolean widen, boolean grams) {
    return new Analyzer() {
      @Override
      protected Reader initReader(String fieldName, Reader reader) {
        return new MappingCharFilter(NAMES, reader);
      }

      // What a search for "Certif*" looks for.
      @Override
      protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
      }

      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new EnglishPossessiveFilter(tokenizer);
        stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
        if (widen && synonyms.isPresent()) {
          stream = new FlattenGraphFilter(new SynonymGraphFilter(stream, synonyms.get(), true));
        }
        stream = new StopFilter(stream, stopWords);
        stream =
            grams
                ? new NGramTokenFilter(stream, SHORTEST_GRAM, LONGEST_GRAM, true)
                : new PorterStemFilter(stream);
        return new TokenStreamComponents(tokenizer, stream);
      }
    };
  }

  private static NormalizeCharMap names() {
    var builder = new NormalizeCharMap.Builder();
    String[][] names = {
      {"c++", " cplusplus "}, {"c#", " csharp "}, {".net", " dotnet "}, {"node.js", " nodejs "},
      {"ci/cd", " ci cd "}, {"tcp/ip", " tcp ip "}, {"ssl/tls", " ssl tls "}, {"w/o ", " without "}
    };
    for (String[] name : names) {
      builder.add(name[0], name[1]);
      builder.add(name[0].toUpperCase(java.util.Locale.ROOT), name[1]);
    }
    builder.add("Node.js", " nodejs ");
    builder.add(".Net", " dotnet ");
    return builder.build();
  }

  private static Optional<SynonymMap> synonymMap(List<String> rules) {
    var parser = new SolrSynonymParser(true, true, plain());
    long read = rules.stream().filter(rule -> parses(parser, rule)).count();
    try {
      return read == 0 ? Optional.empty() : Optional.of(parser.build());
    } catch (IOException e) {
      throw new UncheckedIOException("the synonyms cannot be built", e);
    }
  }

  /**
   * Adds a rule; one that does not parse is named by {@code lint}, and questions are answered
   * without it.
   */
  private static boolean parses(SolrSynonymParser parser, String rule) {
    try {
      parser.parse(new StringReader(rule));
      return true;
    } catch (IOException | ParseException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Analyzer plain() {
    return new Analyzer() {
      @Override
      protected Reader initReader(String fieldName, Reader reader) {
        return new MappingCharFilter(NAMES, reader);
      }

      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(
            tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)));
      }
    };
  }
}
