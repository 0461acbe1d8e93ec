package dev.waymark.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of an article of the series, whatever the profession, in the order of the series. */
enum ArticlePart {
  INTRO("(?!)"),
  STEPS(
      "(?:\\S+ ){0,4}(?:steps?|roadmap|guide|path|journey)(?: \\S+){0,5}? (?:to|for|towards?|of|in)"
          + " (?:\\S+ ){0,2}?(?:become|becoming|being)\\b.*"
          + "|how (?:to|do you|can you|do i) (?:become|be)\\b.*|(?:the |key |main )?steps"
          + "|steps? (?:to|for) .*|(?:the )?step[- ]by[- ]step.*|\\d+ steps\\b.*"),
  ROLES(
      ".*\\broles? (?:and|&|/) responsibilit.*|.*\\bduties (?:and|&|/) responsibilit.*"
          + "|(?:\\S+ ){0,5}(?:responsibilities|duties)(?: (?:of|for|as) .*)?"),
  WHAT(
      "what (?:does|do|is|are) .{2,60} do(?: (?:all day|every day|day to day|each day))?"
          + "|what .{2,50} do|(?:\\S+ ){0,5}job description|what is an? .{2,50}"),
  SKILLS(
      "(?:the )?(?:(?:most|essential|key|top|important|necessary|core|main|must-have|required|basic"
          + "|technical|soft|hard|\\d+)[, ]+(?:and )?){1,4}(?:\\S+ ){0,5}skills(?: .*)?"
          + "|(?:\\S+ ){1,5}skills(?: and (?:qualities|abilities|competenc\\w+|qualifications))?"
          + "|skills|skills? (?:needed|required|you|every|for|of|to|and)\\b.*"
          + "|(?:what|which) skills .*"),
  PATH(
      "(?:\\S+ ){0,6}career (?:path|progression|ladder|stages?|trajectory|advancement|development"
          + "|growth|levels?)(?: .*)?"),
  SALARY(
      "(?:\\S+ ){0,6}(?:salary|salaries|earnings|wages?|compensation|pay)(?: (?:range|expectation"
          + "|guide|overview|outlook|scale|level|and|by|information|potential|for|of|in|data|\\d)"
          + ".*)?|how much (?:does|do|can|will) .* (?:make|earn|get paid).*"),
  ENVIRONMENT(
      "(?:\\S+ ){0,6}work(?:ing|place)?(?: life)? (?:environment|conditions?|settings?|life"
          + "|schedule|hours)(?: .*)?|work-life balance.*|where do(?:es)? .* work"),
  FAQ(
      "(?:\\S+ ){0,4}(?:faqs?|frequently asked questions?|common questions|q ?& ?a"
          + "|questions (?:and|&) answers)\\b.*"),
  CONCLUSION(
      "(?:in )?conclusions?\\b.*|(?:some )?final (?:thoughts|words)\\b.*|wrapping (?:it )?up\\b.*"
          + "|(?:the )?bottom line\\b.*|closing (?:thoughts|words)|(?:in )?summary"
          + "|to sum (?:it )?up|summing up|(?:the |key )?takeaways?");

  private static final Pattern NUMBERING =
      Pattern.compile("^(?:(?:part|section|chapter) )?(?:\\d{1,2}|[ivx]{1,4})\\s*[.):–—]\\s*");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})]+$|\\s*\\([^)]*\\)[^\\p{L}\\p{N}]*$");
  // "Develop your skills" is a step, "Essential skills" a part.
  private static final Pattern ADVICE =
      Pattern.compile(
          "(?:acquire|brush|build|choose|consider|create|cultivate|define|demonstrate|develop|discover"
              + "|enhance|expand|explore|focus|gain|get|highlight|hone|improve|keep|know|learn|list"
              + "|master|negotiate|obtain|plan|polish|practi[cs]e|prepare|research|sharpen|show|start"
              + "|strengthen|study|take|train|understand|use)\\b");
  private static final int LONGEST = 120;

  private final Pattern heading;

  ArticlePart(String heading) {
    this.heading = Pattern.compile(heading);
  }

  /** The part that a heading with this text opens. */
  static Optional<ArticlePart> of(String text) {
    if (text.length() > LONGEST || StepMark.of(text).isPresent()) {
      return Optional.empty();
    }
    String tidy = text.replace('’', '\'').toLowerCase(Locale.ROOT).strip();
    String plain = EDGES.matcher(NUMBERING.matcher(tidy).replaceFirst("")).replaceAll("").strip();
    boolean advice = ADVICE.matcher(plain).lookingAt();
    return Arrays.stream(values())
        .filter(p -> p.heading.matcher(plain).matches())
        .filter(p -> !advice || p == STEPS)
        .findFirst();
  }

  /** Whether a line of plain text may be a heading at all. */
  static boolean mayBeHeading(String text) {
    int words = ArticleText.words(text).size();
    boolean ended = text.endsWith(".") || text.endsWith("!") || text.endsWith(",");
    boolean line = words > 0 && words <= 12 && !ended && !Character.isLowerCase(text.charAt(0));
    return line && (words <= 2 || !text.endsWith(":") || ArticleText.isHeadline(text));
  }
}
