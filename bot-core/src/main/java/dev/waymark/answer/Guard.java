package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows what must never get an answer from the guide: by words, those of other languages as the
 * guide's shared ones bring them, and by what is learned from the guide's refusals that are marked
 * as guards. Thread-safe.
 */
final class Guard {

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

  // Where the guide brings no reply of its own.
  private static final Refusal CARE =
      new Refusal(
          "refusal-care",
          "Care",
          Refusal.Reason.CARE,
          List.of(),
          "I am sorry that it is this hard. Please talk to someone now: your local emergency number, or a crisis line"
              + " near you, listed at findahelpline.com.",
          true);
  private static final Refusal INJECTED =
      new Refusal(
          "refusal-injection",
          "Instructions",
          Refusal.Reason.OFF_TOPIC,
          List.of(),
          "I answer from a written guide, so nothing can be changed here. Ask me something about the career.",
          true);

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final Set<Character.UnicodeScript> SPACED =
      Set.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.GREEK);

  private final Map<String, Refusal> byId;
  private final Pattern distress;
  private final Weights.Decision guarding;

  /**
   * Makes a guard.
   *
   * @param guarding how much speaks for a message that must get no answer
   */
  Guard(Guide guide, Weights.Decision guarding) {
    this.guarding = guarding;
    this.distress = distress(guide);
    this.byId =
        guide.refusals().stream().collect(Collectors.toMap(Refusal::id, Function.identity()));
  }

  private static Pattern distress(Guide guide) {
    String phrases =
        guide.languages().stream()
            .flatMap(l -> l.distress().stream())
            .map(Guard::phrase)
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

  /**
   * The refusal that a message gets whatever else it asks: someone in danger, something dangerous,
   * an attack.
   */
  Optional<Refusal> of(Message message, Judge.Verdict verdict) {
    String text = message.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    if (SELF_HARM.matcher(text).find() || distress.matcher(text).find()) {
      return Optional.of(care());
    }
    if (INJECTION.matcher(message.text()).find()) {
      return Optional.of(byId.getOrDefault(INJECTED.id(), INJECTED));
    }
    return Optional.ofNullable(byId.get(verdict.judged().evidence().alarm().refusal()))
        .filter(guard -> guarding.isYes(chance(verdict)));
  }

  private double chance(Judge.Verdict verdict) {
    return guarding.chance(GuardSignals.names(), GuardSignals.of(verdict));
  }

  private Refusal care() {
    return byId.values().stream()
        .filter(r -> r.reason() == Refusal.Reason.CARE)
        .min(Comparator.comparing(Refusal::id))
        .orElse(CARE);
  }
}
