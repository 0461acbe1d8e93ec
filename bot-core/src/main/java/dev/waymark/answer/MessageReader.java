package dev.waymark.answer;

import dev.waymark.guide.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets aside what is no question in a message: greetings, mentions, emoji, code, quotes, a story
 * around it. Immutable and thread-safe.
 */
final class MessageReader {

  // A member's longest message is 4,000 characters on Discord; the question stands near its end or
  // its beginning.
  private static final int MOST_CHARACTERS = 4_000;
  // Up to here the whole message is one thought.
  private static final int SHORT_WORDS = 32;

  private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?(?:```|$)");
  private static final Pattern QUOTE = Pattern.compile("(?m)^\\s*>.*$");
  private static final Pattern MENTION =
      Pattern.compile(
          "<[@#!&][^>\\s]{0,80}>|<a?:\\w{1,40}:\\d{1,25}>|(?<![\\w.])@[\\w.-]{1,40}|(?<!\\w):[a-z0-9_+-]{2,40}:(?!\\w)");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>\\n]{0,200}>");
  private static final Pattern MARKS = Pattern.compile("(?<!\\w)[*_~|]{1,3}|[*_~|]{1,3}(?!\\w)|`");
  // Invisible signs: controls, directions, joiners, lone halves of a pair.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]|[\\p{Cc}&&[^\\n\\t\\r]]");
  private static final Pattern EMOJI =
      Pattern.compile("[\\p{So}\\p{Sk}\\x{1F000}-\\x{1FAFF}\\x{FE0F}\\x{20E3}]");
  private static final Pattern CODE_LINE =
      Pattern.compile(
          "[{};]\\s*$|\\b(?:def|public|class|import|function|const|let|var)\\s+\\w+.*[({=:]|\\w+\\(.*\\)\\s*[;{:]|=>|\\bnpm ERR!|^\\s*at [\\w.$]+\\(|Traceback|Exception\\b.*:|(?i)^select\\s.+\\sfrom\\s",
          Pattern.MULTILINE);
  private static final Pattern NEW_QUESTION =
      Pattern.compile(
          "(?i)(?:,|;)?\\s+(?:and|or|also|plus)\\s+(?:also\\s+)?(?=(?:how|what|which|when|where|why|who|do|does|can|could|is|are|should|will|would)\\b)"
              + "|,\\s+(?=(?:how|what|which|when|where|why|who)\\s+(?:much|many|long|is|are|do|does|should|can|will|about)\\b)");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)^(?:(?:and|so|but|ok|also|or|now)[, ]+)?(?:how|what|which|when|where|why|who|do|does|did|can|could|is|are|am|should|will|would|any|tell me|explain|give me|help)\\b");

  // A message that begins so, or a short one that holds such a word, leans on the one before.
  private static final Pattern CONTINUES =
      Pattern.compile(
          "(?:and|or|but|what about|how about|then|so|ok|okay|also|same|why|which one|which of)\\b");
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "\\b(?:it|its|that|this|they|them|their|those|these|there|one|ones|he|she|second|third|first one|last one|latter|former|instead|either|both|else|number \\d+)\\b");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SPACE_BEFORE_SIGN = Pattern.compile("\\s+([?!.,;])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}' ]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private final Set<String> fillers;
  private final int longestFiller;

  /**
   * Makes a reader.
   *
   * @param fillers words and phrases that carry no question, in lower case
   */
  MessageReader(List<String> fillers) {
    this.fillers =
        fillers.stream()
            .map(f -> String.join(" ", WORD.matcher(f).results().map(MatchResult::group).toList()))
            .collect(Collectors.toUnmodifiableSet());
    this.longestFiller =
        this.fillers.stream().mapToInt(f -> f.split(" ", -1).length).max().orElse(0);
  }

  Message read(String raw) {
    String text = raw.length() > MOST_CHARACTERS ? ends(raw) : raw;
    text = INVISIBLE.matcher(text).replaceAll("");
    boolean code = text.contains("```") || CODE_LINE.matcher(text).find();
    text = replaceUnlessAll(CODE_BLOCK, text);
    text = replaceUnlessAll(QUOTE, text);
    text = MENTION.matcher(text).replaceAll(" ");
    text = ADDRESS.matcher(text).replaceAll(" ");
    text = TAG.matcher(text).replaceAll(" ");
    text = EMOJI.matcher(text).replaceAll(" ");
    text = MARKS.matcher(text).replaceAll("");
    String plain = tidy(text);
    String without = withoutFillers(plain);
    if (!without.isEmpty()) {
      plain = without;
    }
    if (!plain.codePoints().anyMatch(Character::isLetterOrDigit) && !plain.contains("$")) {
      return new Message("", "", List.of(), code);
    }
    List<String> sentences = PlainText.sentences(plain);
    String focus = words(plain) <= SHORT_WORDS ? plain : focus(sentences);
    return new Message(plain, focus, parts(focus), code);
  }

  private static String ends(String raw) {
    int half = MOST_CHARACTERS / 2;
    return raw.substring(0, half) + "\n" + raw.substring(raw.length() - half);
  }

  /** What the pattern finds is left out, unless nothing else would be left. */
  private static String replaceUnlessAll(Pattern pattern, String text) {
    String left = pattern.matcher(text).replaceAll(" ");
    return left.isBlank() ? text.replace("```", " ").replaceAll("(?m)^\\s*>", "") : left;
  }

  private String withoutFillers(String text) {
    List<MatchResult> words = WORD.matcher(text.replace('’', '\'')).results().toList();
    var left = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at < words.size()) {
      int taken = filler(words, at);
      if (taken == 0) {
        at++;
        continue;
      }
      left.append(text, from, words.get(at).start()).append(' ');
      from = words.get(at + taken - 1).end();
      while (from < text.length() && ",.!".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      at += taken;
    }
    left.append(text, from, text.length());
    return tidy(left.toString()).replaceFirst("^[\\s,.!;:-]+", "").strip();
  }

  /** How many words from there on are a filler, the longest one counting. */
  private int filler(List<MatchResult> words, int at) {
    for (int n = Math.min(longestFiller, words.size() - at); n > 0; n--) {
      String phrase =
          words.subList(at, at + n).stream()
              .map(w -> w.group().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" "));
      if (fillers.contains(phrase)) {
        return n;
      }
    }
    return 0;
  }

  private static String tidy(String text) {
    return SPACE_BEFORE_SIGN.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("$1").strip();
  }

  /** The sentences that ask; of a message that asks nothing, the last two. */
  private static String focus(List<String> sentences) {
    var asking = new ArrayList<String>();
    for (String sentence : sentences) {
      if (sentence.endsWith("?") || ASKS.matcher(sentence).find()) {
        asking.add(sentence);
      }
    }
    if (asking.isEmpty()) {
      int n = sentences.size();
      return String.join(" ", sentences.subList(Math.max(0, n - 2), n));
    }
    int n = asking.size();
    return String.join(" ", asking.subList(Math.max(0, n - 3), n));
  }

  private static List<String> parts(String focus) {
    var parts = new ArrayList<String>();
    for (String sentence : focus.split("(?<=[?!])\\s+", -1)) {
      for (String part : NEW_QUESTION.splitAsStream(sentence).toList()) {
        String tidy = part.strip();
        if (words(tidy) >= 2) {
          parts.add(tidy);
        }
      }
    }
    return parts.size() > 1 && parts.size() <= 4 ? parts : List.of(focus);
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : SPACES.split(text.strip(), -1).length;
  }

  /** Whether the message cannot be understood without the one before it. */
  static boolean leansOnEarlier(String text) {
    String lower = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    int n = words(lower);
    if (n <= 4) {
      return true;
    }
    return CONTINUES.matcher(lower).lookingAt() || (n <= 14 && POINTS_BACK.matcher(lower).find());
  }
}
