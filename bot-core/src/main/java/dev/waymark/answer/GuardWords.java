package dev.waymark.answer;

import dev.waymark.guide.Guide;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that hardly anybody writes who is not in danger or attacks the bot: those of English with
 * any guide, those of other languages as the guide's shared ones bring them. Immutable and
 * thread-safe.
 */
final class GuardWords {

  private static final Pattern SELF_HARM =
      anyOf(
          "suicid\\w*|(?<!\\d ?)kms|unaliv\\w*|self[- ]?harm\\w*",
          "(?:kill(?:ing)?|hurt(?:ing)?|cut(?:ting)?) my ?self|(?:end(?:ing)?|take) my (?:own )?life",
          "(?:want|wanna|wanted|wish) (?:to )?(?:be dead|die)\\b(?! (?:laughing|of))|better off (?:dead|without me)",
          "(?:sign|maybe|guess|lol|haha|just|should) i(?:'?ll)? (?:should )?(?:just )?die\\b(?! (?:laughing|of))",
          "(?:don'?t|do not) (?:want to|wanna) (?:live|be alive|exist|wake up)|(?:hope|wish) i (?:don'?t|do not|didn'?t|never) wak\\w+ up",
          "(?:want|wish) to (?:exist|be alive|stay alive)|reason to (?:be|stay) alive",
          "no (?:reason|point) (?:to|in) (?:live|living|being alive|go(?:ing)? on living)|point (?:in|of) (?:me |my )?living",
          // Not of data or a container that exists.
          "(?:keep|go on|stop(?:ped|ping)?) existing(?= ?(?:$|[.,;!?)]|any ?more|like|lol|and))",
          "done\\b.{0,60}\\bwith (?:my )?life(?! ?cycle)|(?:just|to|i'?ll|gonna) end it all|my affairs in order",
          "thoughts (?:of|about) not being here|think\\w* (?:about|of) (?:death|dying)|(?:when|once) i'?m dead",
          "the world .{0,20}without me|won'?t be a (?:problem|burden) (?:for|to) any(?:body|one)",
          "(?:not|\\w+n'?t) (?:plan|planning|intend|intending) (?:on|to) (?:be|being|stay|staying) (?:around|alive)",
          "(?:no|the) point .{0,60}\\b(?:won'?t|not) be (?:here|around|alive)",
          "(?:won'?t|not) be (?:here|around|alive) (?:by then|for my|to (?:see|do) (?:it|that))");
  private static final Pattern INJECTION =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,30}\\b(?:instruction|instructions|prompt|prompts|rules|guidelines|above|previous|context)\\b"
              + "|\\bsystem prompt\\b|</?(?:context|system|instructions?|assistant|user|prompt)>|\\b(?:new|updated) instructions?\\s*:"
              + "|\\byou are now\\b|\\b(?:act|pretend|behave) as (?:if|though|a|an|my)\\b.*\\b(?:no|without|unrestricted|jailbr\\w+)\\b|\\bjailbreak\\b|\\[/?inst\\]|<\\|"
              + "|\\bfrom (?:now|here|this point) on,? (?:answer|say|reply|respond|you (?:are|will|must|answer|say|only))\\b"
              // An order, and no question about interviews.
              + "|(?:^|[.!:;,] ?|\\b(?:please|now|on|then) )(?:answer|reply|respond)(?: to)? (?:every|all|any|each)(?:thing| ?questions?| messages?)? with\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final Set<Character.UnicodeScript> SPACED =
      Set.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.GREEK);

  private final Pattern elsewhere;

  GuardWords(Guide guide) {
    this.elsewhere = elsewhere(guide);
  }

  private static Pattern elsewhere(Guide guide) {
    String phrases =
        guide.languages().stream()
            .flatMap(l -> l.distress().stream())
            .map(GuardWords::phrase)
            .collect(Collectors.joining("|"));
    return phrases.isEmpty() ? NOTHING : Pattern.compile(phrases);
  }

  /** A phrase as whole words, a * for any ending; some scripts put no space between words. */
  private static String phrase(String phrase) {
    boolean isStem = phrase.endsWith("*");
    String quoted = Pattern.quote(isStem ? phrase.substring(0, phrase.length() - 1) : phrase);
    return SPACED.contains(Character.UnicodeScript.of(phrase.codePointAt(0)))
        ? "(?<!\\p{L})" + quoted + (isStem ? "" : "(?!\\p{L})")
        : quoted;
  }

  private static Pattern anyOf(String... words) {
    return Pattern.compile("\\b(?:" + String.join("|", words) + ")\\b");
  }

  /** Whether a text is that of someone who may think of harming themselves. */
  boolean areOfDistress(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return SELF_HARM.matcher(plain).find() || elsewhere.matcher(plain).find();
  }

  /** Whether a text gives the bot orders. */
  boolean areAnAttack(String text) {
    return INJECTION.matcher(text).find();
  }
}
