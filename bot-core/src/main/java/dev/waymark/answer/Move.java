package dev.waymark.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a follow-up goes from what was spoken of: "and the one before?", "one rung up", "and the
 * pay?". Only of a message that says nothing else: "do I need math before that?" is a question of
 * its own.
 */
enum Move {
  /** To the one after it, or above it. */
  NEXT(
      "\\b(?:after|next|following|follows|above|beyond|on top of|higher)\\b|\\b(?:one|rung|level|stage|step|grade|rank|notch|tier|band|go|goes) (?:up|further)\\b"
          + "|\\b(?:did|done|finished|completed)\\b.*\\b(?:now what|what now)\\b|\\bthen what$|^(?:and )?then$"),
  /** To the one before it, or below it. */
  PREVIOUS(
      "\\b(?:before|previous|prior|preceding|below|beneath|under|lower)\\b|\\b(?:one|rung|level|stage|step|grade|rank|notch|tier|band|go) (?:down|back)\\b"),
  /** From a stage of the career to its pay. */
  PAY("[$€£]"),
  /** From the pay to its stage of the career. */
  STAGE(
      "\\b(?:get|gets|go|rise|move|climb) (?:up )?(?:there|to (?:that|it|this))\\b|\\b(?:become|reach|be) (?:one|that|this|there)\\b|\\ball day\\b|\\bexpect(?:s|ed)?\\b"),
  /** To another level of the same. */
  LEVEL("(?!)");

  private static final Set<String> LIGHT =
      Stream.of(
              "and or but so then ok okay well cool nice great thanks thx wow yes yeah yep no oh hm hmm um pls please",
              "what whats which who whos how hows where when is are was be being been am im i you we they them he she it",
              "that this those these there one ones of on at in for from to with w by as a an the us me s re",
              "tell show about much many little some any anything something else more most all day only just also too again",
              "come comes coming follow follows following go goes going get gets getting move climb rise reach become becomes",
              "do does did done doing finished completed now once have has had able can could should would will if learn study",
              "step steps stage stages level levels rung rungs rank ranks grade grades notch tier tiers band bands ladder",
              "job role position title point money moneywise wise salary salaries pay pays paid payment earn earns make makes",
              "cash numbers number figures bet fortune expect expects expected still exactly usually then afterwards",
              "after next above beyond top higher further up before previous prior preceding below beneath under lower down back",
              "junior juniors mid senior seniors lead leads manager managers director directors principal principals entry intermediate")
          .flatMap(words -> Arrays.stream(words.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}$€£]+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");

  private final Pattern words;

  Move(String words) {
    this.words = Pattern.compile(words);
  }

  /** The move that a message asks for, if that is all it says. */
  static Optional<Move> in(String message) {
    String text = plain(message);
    if (!Arrays.stream(text.split(" ", -1)).allMatch(Move::isLight)) {
      return Optional.empty();
    }
    List<Move> places =
        Stream.of(NEXT, PREVIOUS).filter(m -> m.words.matcher(text).find()).toList();
    if (!places.isEmpty()) {
      return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }
    if (STAGE.words.matcher(text).find()) {
      return Optional.of(STAGE);
    }
    Figures figures = Figures.in(text);
    if (!figures.levels().isEmpty()) {
      return figures.levels().size() == 1 && !figures.pay() ? Optional.of(LEVEL) : Optional.empty();
    }
    return figures.pay() || text.contains("numbers") ? Optional.of(PAY) : Optional.empty();
  }

  private static String plain(String message) {
    String lower = APOSTROPHE.matcher(message.toLowerCase(Locale.ROOT)).replaceAll("");
    return NO_WORD.matcher(lower).replaceAll(" ").strip();
  }

  private static boolean isLight(String word) {
    return LIGHT.contains(word) || word.chars().allMatch(c -> "$€£".indexOf(c) >= 0);
  }
}
