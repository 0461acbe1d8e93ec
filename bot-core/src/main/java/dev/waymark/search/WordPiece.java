package dev.waymark.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * BERT's tokenizer (lower case, no accents, greedy longest pieces), as in Devlin et al. 2018. A
 * library for it is larger and slower than the model it would serve, so these few lines are ours.
 * Immutable and thread-safe.
 */
final class WordPiece {

  static final int UNKNOWN = 100;
  static final int BEGIN = 101;
  static final int END = 102;

  // A longer run of letters is no word; BERT's own limit.
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;

  private WordPiece(Map<String, Integer> ids) {
    this.ids = ids;
  }

  /** Reads the vocabulary out of a {@code tokenizer.json} of the Hugging Face format. */
  static WordPiece read(InputStream json) throws IOException {
    var ids = new HashMap<String, Integer>(60_000);
    // Each name comes once: to look for it among those before costs as much as all the rest.
    JsonFactory factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    try (JsonParser parser = factory.createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("vocab")) {
          parser.nextToken();
          String piece;
          while ((piece = parser.nextFieldName()) != null) {
            ids.put(piece, parser.nextIntValue(UNKNOWN));
          }
          return new WordPiece(ids);
        }
      }
    }
    throw new IOException("the tokenizer has no vocabulary");
  }

  /**
   * Whether the word, in lower case, is a whole entry of the vocabulary: nearly every English word
   * that is common is.
   */
  boolean knows(String word) {
    return ids.containsKey(word);
  }

  /**
   * The ids of signs and of words that stand in every text: compared word by word they say nothing.
   */
  Set<Integer> saysLittle() {
    return ids.entrySet().stream()
        .filter(
            e ->
                EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(e.getKey())
                    || (e.getKey().length() == 1
                        && !Character.isLetterOrDigit(e.getKey().charAt(0))))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The ids of the signs that end a sentence. */
  Set<Integer> sentenceEnds() {
    return Stream.of(".", "!", "?", ";")
        .flatMap(sign -> Optional.ofNullable(ids.get(sign)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The ids of a text's pieces between the marks of begin and end.
   *
   * @param most at most so many ids, the marks included; what is over is cut off
   */
  int[] tokenize(String text, int most) {
    int[] tokens = new int[most];
    int n = 0;
    tokens[n++] = BEGIN;
    for (String word : words(text)) {
      for (int id : pieces(word)) {
        if (n == most - 1) {
          tokens[n++] = END;
          return tokens;
        }
        tokens[n++] = id;
      }
    }
    tokens[n++] = END;
    return Arrays.copyOf(tokens, n);
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    plain
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (type == Character.NON_SPACING_MARK) {
                return;
              }
              if (isPunctuation(c, type) || isHan(c)) {
                flush(word, words);
                words.add(Character.toString(c));
              } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                flush(word, words);
              } else if (type != Character.CONTROL
                  && type != Character.FORMAT
                  && type != Character.SURROGATE
                  && type != Character.PRIVATE_USE
                  && type != Character.UNASSIGNED
                  && c != 0xFFFD) {
                word.appendCodePoint(Character.toLowerCase(c));
              }
            });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isPunctuation(int c, int type) {
    // BERT counts every ASCII sign as punctuation, also those that Unicode calls symbols.
    if ((c >= 33 && c <= 47)
        || (c >= 58 && c <= 64)
        || (c >= 91 && c <= 96)
        || (c >= 123 && c <= 126)) {
      return true;
    }
    return switch (type) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private int[] pieces(String word) {
    if (word.length() > LONGEST_WORD) {
      return new int[] {UNKNOWN};
    }
    int[] pieces = new int[word.length()];
    int n = 0;
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      @Nullable Integer id = null;
      while (start < end) {
        String piece = word.substring(start, end);
        id = ids.get(start == 0 ? piece : "##" + piece);
        if (id != null) {
          break;
        }
        end--;
      }
      if (id == null) {
        return new int[] {UNKNOWN};
      }
      pieces[n++] = id;
      start = end;
    }
    return Arrays.copyOf(pieces, n);
  }
}
