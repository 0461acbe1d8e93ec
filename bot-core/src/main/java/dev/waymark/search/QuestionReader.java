package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a question the way a person of the field would: slang spelled out, typos mended against the
 * guide's own words, and words that nothing explains set apart. Immutable and thread-safe.
 */
final class QuestionReader {

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N}'’+#]*"
              // "70,000" is one word. Possessive: without it "a/b/a/b…" overflows the stack.
              + "(?:[./-][\\p{L}\\p{N}]+|(?<=\\p{N}),\\p{N}{3}(?!\\p{N}))*+[+#]*"
              + "|[^\\s\\p{L}\\p{N}]");
  private static final Set<String> ENDS_SENTENCE = Set.of(".", "!", "?", ":");
  private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}+");
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

  // Below four letters nearly every word is one letter from another one; from eight on two slips
  // are common.
  private static final int SHORTEST_MENDED = 4;
  private static final int TWO_SLIPS_FROM = 8;
  private static final int LONGEST_PHRASE = 4;

  private final WordPiece vocabulary;
  private final Map<String, Integer> guideWords = new HashMap<>();
  private final Map<Integer, List<KnownWord>> guideWordsByLength = new HashMap<>();
  private final Set<String> sectionWords = new HashSet<>();
  private final Map<String, String> slang = new HashMap<>();
  private final Set<String> occupations;

  /** A word of the guide's, which of the letters it holds, and how often it stands there. */
  private record KnownWord(String word, int letters, int count) {}

  QuestionReader(Guide guide, WordPiece vocabulary) {
    this.vocabulary = vocabulary;
    for (Section section : guide.sections()) {
      for (String text : texts(section)) {
        letters(text, sectionWords::add);
        learn(text);
      }
    }
    guide.phrasings().stream().flatMap(p -> p.asks().stream()).forEach(this::learn);
    guide.refusals().stream().map(Refusal::asks).flatMap(List::stream).forEach(this::learn);
    guide.words().synonyms().forEach(this::learn);
    guide.words().synonyms().forEach(rule -> letters(rule, sectionWords::add));
    guide.words().slang().forEach(this::learnSlang);
    guide.words().synonyms().stream().filter(r -> r.contains("=>")).forEach(this::learnSlang);
    guideWords.forEach(
        (word, count) ->
            guideWordsByLength
                .computeIfAbsent(word.length(), l -> new ArrayList<>())
                .add(new KnownWord(word, Slips.letters(word), count)));
    guideWordsByLength.values().forEach(l -> l.sort(Comparator.comparing(KnownWord::word)));
    String role = " " + guide.info().role().toLowerCase(Locale.ROOT) + " ";
    occupations = new HashSet<>(guide.words().occupations());
    occupations.removeIf(
        o -> role.contains(" " + o + " ") || (!role.isBlank() && o.contains(role.strip())));
  }

  private static List<String> texts(Section section) {
    return Stream.of(List.of(section.title(), section.summary(), section.body()), section.asks())
        .flatMap(List::stream)
        .toList();
  }

  private void learn(String text) {
    letters(text, word -> guideWords.merge(word, 1, Integer::sum));
  }

  private void learnSlang(String rule) {
    int arrow = rule.indexOf("=>");
    if (arrow > 0) {
      String to = rule.substring(arrow + 2).split(",", -1)[0].strip();
      for (String from : rule.substring(0, arrow).split(",", -1)) {
        slang.put(from.strip(), to);
      }
    } else {
      String[] same = rule.split(",", -1);
      for (int i = 0; i < same.length - 1; i++) {
        slang.putIfAbsent(same[i].strip(), same[same.length - 1].strip());
      }
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
        .results()
        .map(MatchResult::group)
        .filter(w -> Character.isLetterOrDigit(w.codePointAt(0)))
        .toList();
  }

  /**
   * The runs of letters of a text, in lower case: all that is learned from, and quicker than
   * looking for whole words.
   */
  private static void letters(String text, Consumer<String> word) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        word.accept(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
  }

  /** What the reader makes of a question, before its meaning is known. */
  record Words(
      String text,
      List<String> words,
      List<String> unknown,
      List<String> names,
      List<String> occupations) {

    Reading with(Vector8 meaning) {
      return new Reading(text, words, unknown, names, occupations, new Reading.Meaning(meaning));
    }
  }

  Words read(String question) {
    List<String> raw =
        WORD.matcher(question.replace('’', '\'')).results().map(MatchResult::group).toList();
    List<String> lower = raw.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    var text = new ArrayList<String>();
    var unknown = new LinkedHashSet<String>();
    var names = new LinkedHashSet<String>();
    int i = 0;
    while (i < raw.size()) {
      int taken = spellOut(lower, i, text);
      if (taken > 0) {
        i += taken;
        continue;
      }
      String word = lower.get(i);
      boolean inside = i > 0 && !ENDS_SENTENCE.contains(raw.get(i - 1));
      boolean capital =
          inside && Character.isUpperCase(raw.get(i).codePointAt(0)) && raw.get(i).length() > 1;
      if (capital && !sectionWords.contains(word)) {
        names.add(word);
      }
      if (LETTERS.matcher(word).matches() && !isReal(word)) {
        String mended = capital ? word : mend(word);
        if (mended.equals(word)) {
          unknown.add(word);
        }
        word = mended;
      }
      text.add(word);
      i++;
    }
    String read = join(text);
    List<String> words = words(read);
    return new Words(read, words, List.copyOf(unknown), List.copyOf(names), occupationsIn(words));
  }

  /** Puts slang in plain words; returns how many words of the question it took. */
  private int spellOut(List<String> lower, int at, List<String> text) {
    for (int n = Math.min(LONGEST_PHRASE, lower.size() - at); n > 0; n--) {
      String plain = slang.get(String.join(" ", lower.subList(at, at + n)));
      if (plain != null) {
        text.addAll(Arrays.asList(plain.split(" ")));
        return n;
      }
    }
    return 0;
  }

  private static String join(List<String> words) {
    var text = new StringBuilder();
    for (String word : words) {
      boolean sign = !word.isEmpty() && !Character.isLetterOrDigit(word.codePointAt(0));
      if (!text.isEmpty() && (!sign || word.equals("$"))) {
        text.append(' ');
      }
      text.append(word);
    }
    return text.toString().replace("$ ", "$").strip();
  }

  private List<String> occupationsIn(List<String> words) {
    var found = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      for (int n = Math.min(3, words.size() - i); n > 0; n--) {
        String name = String.join(" ", words.subList(i, i + n));
        if (occupations.contains(name)
            || (name.endsWith("s") && occupations.contains(name.substring(0, name.length() - 1)))) {
          found.add(name);
          break;
        }
      }
    }
    return found;
  }

  private boolean isReal(String word) {
    return vocabulary.knows(word)
        || guideWords.containsKey(word)
        || endings(word).anyMatch(w -> vocabulary.knows(w) || guideWords.containsKey(w));
  }

  private static Stream<String> endings(String word) {
    var stems = new ArrayList<String>();
    for (String ending : List.of("s", "es", "ed", "d", "ing", "er", "ers", "ly", "'s", "ish")) {
      if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        stems.add(stem);
        if (ending.equals("ing") || ending.equals("ed")) {
          stems.add(stem + "e");
        }
      }
    }
    return stems.stream();
  }

  /** The word of the guide's that it was meant to be, or the word as it is. */
  private String mend(String typed) {
    String word = STRETCHED.matcher(typed).replaceAll("$1$1");
    if (!word.equals(typed)) {
      String single = STRETCHED.matcher(typed).replaceAll("$1");
      if (isReal(word)) {
        return word;
      }
      if (isReal(single)) {
        return single;
      }
    }
    int n = word.length();
    if (n < SHORTEST_MENDED - 1) {
      return typed;
    }
    double most = n >= TWO_SLIPS_FROM ? 2 : 1;
    String best = typed;
    int letters = Slips.letters(word);
    double bestScore = Double.POSITIVE_INFINITY;
    for (int length = n - (int) most; length <= n + most; length++) {
      for (KnownWord known : guideWordsByLength.getOrDefault(length, List.of())) {
        if (Slips.atLeast(letters, known.letters()) > most) {
          continue;
        }
        String candidate = known.word();
        double slips = Slips.between(word, candidate, most);
        if (slips > most || (n < SHORTEST_MENDED && length != n)) {
          continue;
        }
        // A typo seldom hits the first letter, and a common word is the likelier one.
        double score =
            slips
                + (candidate.charAt(0) == word.charAt(0) ? 0 : 0.6)
                - Math.min(0.5, Math.log1p(known.count()) / 12);
        if (score < bestScore) {
          bestScore = score;
          best = candidate;
        }
      }
    }
    return best;
  }
}
