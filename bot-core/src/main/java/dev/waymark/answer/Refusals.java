package dev.waymark.answer;

import dev.waymark.guide.Guide;
import dev.waymark.guide.LanguageReply;
import dev.waymark.guide.Refusal;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses how to say that there is no answer, and what must never get one. Thread-safe. */
final class Refusals {

  // Below this the nearest refusal is about something else, and its reply would be as wrong as a
  // wrong answer.
  private static final double FITS = 0.5;
  // A message as near to something dangerous as this gets no answer, unless a section is clearly
  // nearer, or the classifier sure of one.
  private static final double GUARDED = 0.5;
  private static final double CLEARLY_NEARER = 0.06;
  private static final double FAR_BEHIND = 3;
  // Nor does one that is less near, when the classifier puts it there rather than anywhere else.
  private static final double HINTED = 0.45;
  private static final double AHEAD = 1;

  private static final Pattern SELF_HARM =
      Pattern.compile(
          "\\b(?:suicid\\w*|(?<!\\d ?)kms|kill(?:ing)? my ?self|unaliv\\w*|self[- ]?harm\\w*|end(?:ing)? my (?:own )?life|take my (?:own )?life"
              + "|hurt(?:ing)? my ?self|cut(?:ting)? my ?self|(?:want|wanna|wanted|wish) (?:to )?(?:be dead|die)\\b(?! (?:laughing|of))"
              + "|(?:don'?t|do not|dont) (?:want to|wanna) (?:live|be alive|exist|wake up)|better off (?:dead|without me)"
              + "|no (?:reason|point) (?:to|in) (?:live|living|being alive|go(?:ing)? on living)"
              + "|(?:hope|wish) i (?:don'?t|do not|dont|didn'?t|never) wak\\w+ up|(?:keep|go on) existing|stop(?:ped|ping)? existing"
              + "|done\\b.{0,60}\\bwith (?:my )?life|(?:just|to|i'?ll|gonna) end it all|thoughts (?:of|about) not being here|the world .{0,20}without me"
              + "|(?:my|put my) affairs in order|won'?t be a (?:problem|burden) (?:for|to) any(?:body|one)"
              + "|(?:not|\\w+n'?t) (?:plan|planning|intend|intending) (?:on|to) (?:be|being|stay|staying) (?:around|alive)"
              + "|(?:no|the) point .{0,60}\\b(?:won'?t|not) be (?:here|around|alive)"
              + "|(?:won'?t|not) be (?:here|around|alive) (?:by then|for my|to (?:see|do) (?:it|that))|(?:when|once) i'?m dead|think\\w* (?:about|of) (?:death|dying)|point (?:in|of) (?:me |my )?living|(?:reason|want|wish) to (?:exist|be alive|stay alive)"
              + "|(?:sign|maybe|guess|lol|haha|just|should) i(?:'?ll)? (?:should )?(?:just )?die\\b(?! (?:laughing|of)))\\b");
  private static final Pattern INJECTION =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,30}\\b(?:instruction|instructions|prompt|prompts|rules|guidelines|above|previous|context)\\b"
              + "|\\bsystem prompt\\b|\\b(?:answer|reply|respond)(?: to)? (?:every|all|any|each)(?:thing| ?questions?| messages?)? with\\b"
              + "|\\bfrom (?:now|here|this point) on,? (?:answer|say|reply|respond|you (?:are|will|must|answer|say|only))\\b|</?(?:context|system|instructions?|assistant|user|prompt)>|\\b(?:new|updated) instructions?\\s*:"
              + "|\\byou are now\\b|\\b(?:act|pretend|behave) as (?:if|though|a|an|my)\\b.*\\b(?:no|without|unrestricted|jailbr\\w+)\\b|\\bjailbreak\\b|\\[/?inst\\]|<\\|",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Refusal> byId;
  private final Guide guide;
  private final GuideIndex index;

  Refusals(Guide guide, GuideIndex index) {
    this.guide = guide;
    this.index = index;
    this.byId =
        guide.refusals().stream().collect(Collectors.toMap(Refusal::id, Function.identity()));
  }

  /**
   * The refusal that a message gets whatever else it asks: someone in danger, something dangerous,
   * an attack.
   */
  Optional<Refusal> guard(Message message, Judge.Verdict verdict) {
    String text = message.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    if (SELF_HARM.matcher(text).find()) {
      return Optional.of(care());
    }
    if (INJECTION.matcher(message.text()).find()) {
      return Optional.of(byId.getOrDefault("refusal-injection", plain(Refusal.Reason.OFF_TOPIC)));
    }
    return verdict.judged().evidence().refusals().stream()
        .filter(h -> isGuard(h.id()))
        .filter(h -> isNear(h, verdict.judged()) || isToldApart(h, verdict.judged()))
        .flatMap(h -> Optional.ofNullable(byId.get(h.id())).stream())
        .findFirst();
  }

  private static boolean isNear(Hit guard, Doubts.Judged judged) {
    double section = judged.most(h -> Math.max(h.ask(), h.phrasing()));
    return guard.ask() >= GUARDED
        && guard.ask() > section - CLEARLY_NEARER
        && guard.ask() >= judged.refusal(Hit::ask)
        && guard.learned() > judged.most(Hit::learned) - FAR_BEHIND;
  }

  private static boolean isToldApart(Hit guard, Doubts.Judged judged) {
    return guard.ask() >= HINTED
        && guard.learned() > judged.most(Hit::learned) + AHEAD
        && guard.learned() >= judged.refusal(Hit::learned);
  }

  private boolean isGuard(String id) {
    Refusal refusal = byId.get(id);
    return refusal != null && (refusal.guard() || refusal.reason() == Refusal.Reason.CARE);
  }

  private Refusal care() {
    return byId.values().stream()
        .filter(r -> r.reason() == Refusal.Reason.CARE)
        .min(Comparator.comparing(Refusal::id))
        .orElse(
            new Refusal(
                "refusal-care",
                "Care",
                Refusal.Reason.CARE,
                List.of(),
                "I am sorry that it is this hard. Please talk to someone now: your local emergency number, or a crisis line"
                    + " near you, listed at findahelpline.com.",
                true));
  }

  /** Whether the message names nothing but the guide itself: "backend", "help". */
  boolean saysNothing(Evidence evidence) {
    List<String> words = evidence.reading().words();
    return !words.isEmpty()
        && words.size() <= 3
        && words.stream()
            .allMatch(
                w -> guide.info().stopWords().contains(w) || w.equals("help") || w.equals("guide"));
  }

  /** The reply to a message in which nothing can be read. */
  Answer empty(String raw) {
    String reply =
        raw.isBlank()
            ? "There is no question here. Ask one in a few words, for example: where do I start?"
            : "I cannot read a question in this. Ask it in a few words, for example: where do I start?";
    return new Answer.Unknown(1, Refusal.Reason.SMALL_TALK, reply, List.of());
  }

  /** The honest reply to a question that the guide does not answer. */
  Answer of(Message message, Judge.Verdict verdict, List<Answer.Source> nearest) {
    double confidence = 1 - verdict.answerable();
    Evidence evidence = verdict.judged().evidence();
    Optional<LanguageReply> language = index.foreignLanguage(message.text(), evidence.reading());
    if (language.isPresent()) {
      return new Answer.Unknown(
          confidence, Refusal.Reason.LANGUAGE, inKind(language.get()), List.of());
    }
    Optional<Hit> best =
        evidence.refusals().stream()
            .max(
                Comparator.comparingDouble((Hit h) -> h.ask() + h.lateAsk())
                    .thenComparing(Hit::id, Comparator.reverseOrder()));
    Optional<Refusal> nearestRefusal = best.flatMap(h -> Optional.ofNullable(byId.get(h.id())));
    Refusal refusal =
        best.filter(h -> h.ask() >= FITS)
            .flatMap(h -> nearestRefusal)
            .orElseGet(
                () ->
                    plain(
                        nearestRefusal
                            .map(Refusal::reason)
                            .filter(r -> r != Refusal.Reason.CARE)
                            .orElse(Refusal.Reason.NOT_COVERED)));
    return of(refusal, confidence, nearest);
  }

  Answer of(Refusal refusal, double confidence, List<Answer.Source> nearest) {
    return new Answer.Unknown(
        confidence,
        refusal.reason(),
        refusal.reply(),
        refusal.reason() == Refusal.Reason.NOT_COVERED ? nearest : List.of());
  }

  private String inKind(LanguageReply reply) {
    Locale own = Locale.of(guide.info().language());
    return reply.reply().replace("{language}", own.getDisplayLanguage(Locale.of(reply.code())));
  }

  private Refusal plain(Refusal.Reason reason) {
    String about = guide.info().role().isEmpty() ? guide.info().title() : guide.info().role();
    return new Refusal(
        "refusal",
        "Not covered",
        reason,
        List.of(),
        "This guide does not say. It is about becoming a "
            + about
            + "; a mentor or the people in this channel may know more.",
        false);
  }
}
