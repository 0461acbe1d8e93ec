package dev.waymark.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the ids of sections, each only once. Not thread-safe. */
final class SectionIds {

  private static final int LONGEST = 60;
  private static final int QUESTION_WORDS = 5;

  // A level's name and the words by which a heading tells it, the highest first, since a "director,
  // formerly lead" is a director.
  private static final Map<String, Pattern> PATH =
      levels(
          "director", "director|vp|vice president|chief|executive|owner|founder|pinnacle",
          "lead", "lead|leader|leadership|manager|head|supervisor|principal|foreman",
          "senior", "senior|sr|advanced|master",
          "junior", "junior|jr|entry|trainee|apprentice|assistant|beginner|novice|intern");
  private static final List<String> PATH_ORDER =
      List.of("junior", "developer", "senior", "lead", "director");
  private static final Map<String, Pattern> SALARY =
      levels(
          "principal", "principal|director|vp|vice president|chief|executive|owner|founder",
          "lead", "lead|leader|manager|head|supervisor|foreman",
          "senior", "senior|sr|advanced|master|late career",
          "mid", "mid|intermediate|mid career|experienced",
          "entry", "entry|junior|jr|trainee|apprentice|beginner|novice|intern|starting|newly");
  private static final List<String> SALARY_ORDER =
      List.of("entry", "mid", "senior", "lead", "principal");

  private static final Map<String, Pattern> QUESTIONS = questions();
  private static final Set<String> STOP_WORDS =
      Pattern.compile(" ")
          .splitAsStream(
              "a about after all also am an and any are as at be become becoming been before being"
                  + " best between but by can could did do does for from get had has have how i if in"
                  + " into is it its like may me more most much must my need of on one or our s should"
                  + " so some such t than that the their them there these they this to up use was we"
                  + " were what when where which who why will with would you your yourself")
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> doubles = new HashMap<>();
  private final Set<String> roleWords;

  SectionIds(List<String> roleWords) {
    this.roleWords = Set.copyOf(roleWords);
  }

  private static Map<String, Pattern> levels(String... namesAndWords) {
    var levels = new LinkedHashMap<String, Pattern>();
    for (int i = 0; i < namesAndWords.length; i += 2) {
      levels.put(namesAndWords[i], Pattern.compile(".*\\b(?:" + namesAndWords[i + 1] + ")\\b.*"));
    }
    return levels;
  }

  // Asked in every article of the series.
  private static Map<String, Pattern> questions() {
    var questions = new LinkedHashMap<String, Pattern>();
    questions.put(
        "without-degree",
        Pattern.compile(
            ".*\\b(?:without|no|lack)\\b.{0,30}\\b(?:degrees?|diploma|college|university"
                + "|qualifications?|formal education)\\b.*"));
    questions.put("how-long", Pattern.compile(".*\\bhow (?:long|many years|much time)\\b.*"));
    questions.put("stressful", Pattern.compile(".*\\bstress\\w*\\b.*"));
    questions.put(
        "qualifications",
        Pattern.compile(".*\\b(?:qualifications?|education(?:al)?|degrees?|diploma)\\b.*"));
    questions.put(
        "future", Pattern.compile(".*\\b(?:prospects?|future|demand|outlook|growing|growth)\\b.*"));
    return questions;
  }

  /** The id, with a number behind it when it is taken. */
  String free(String id) {
    String free = id;
    while (!taken.add(free)) {
      free = id + "-" + (doubles.merge(id, 1, Integer::sum) + 1);
    }
    return free;
  }

  /** An id of a kind's prefix and the words of a title. */
  String of(String prefix, String title) {
    String slug = slug(title);
    return free(prefix + (slug.isEmpty() ? "unnamed" : slug));
  }

  /** The id of a question. */
  String question(String question) {
    String plain = question.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Pattern> known : QUESTIONS.entrySet()) {
      if (known.getValue().matcher(plain).matches()) {
        return free("faq-" + known.getKey());
      }
    }
    String words =
        Arrays.stream(slugWords(question))
            .filter(w -> !w.isEmpty() && !STOP_WORDS.contains(w) && !roleWords.contains(w))
            .limit(QUESTION_WORDS)
            .collect(Collectors.joining("-"));
    return free("faq-" + (words.isEmpty() ? "question" : words));
  }

  /** The ids of a career's stages, lowest first. */
  List<String> paths(List<String> titles) {
    return levels("path-", titles, PATH, PATH_ORDER, "developer");
  }

  /** The ids of salary bands, lowest first. */
  List<String> salaries(List<String> titles) {
    return levels("salary-", titles, SALARY, SALARY_ORDER, "mid");
  }

  private List<String> levels(
      String prefix,
      List<String> titles,
      Map<String, Pattern> words,
      List<String> order,
      String plainLevel) {
    List<String> told = titles.stream().map(title -> told(title, words)).toList();
    boolean byPlace = titles.size() == order.size();
    for (int i = 0; byPlace && i < order.size(); i++) {
      byPlace = told.get(i).isEmpty() || told.get(i).equals(order.get(i));
    }
    boolean plainTold = told.contains(plainLevel);
    var used = new HashSet<String>();
    var ids = new ArrayList<String>();
    for (int i = 0; i < titles.size(); i++) {
      String level = byPlace ? order.get(i) : told.get(i).isEmpty() ? plainLevel : told.get(i);
      boolean clash = !byPlace && told.get(i).isEmpty() && plainTold;
      ids.add(!clash && used.add(level) ? free(prefix + level) : of(prefix, titles.get(i)));
    }
    return ids;
  }

  // A "store manager" is no manager among store managers.
  private String told(String title, Map<String, Pattern> words) {
    String plain =
        Arrays.stream(slugWords(title))
            .filter(w -> !roleWords.contains(w))
            .collect(Collectors.joining(" "));
    return words.entrySet().stream()
        .filter(e -> e.getValue().matcher(plain).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Lower-case ASCII words joined with dashes; empty when the text has none. */
  static String slug(String text) {
    String slug = String.join("-", slugWords(text));
    if (slug.length() <= LONGEST) {
      return slug;
    }
    int cut = slug.lastIndexOf('-', LONGEST);
    return slug.substring(0, cut > 0 ? cut : LONGEST);
  }

  private static String[] slugWords(String text) {
    String named =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("(?<=\\p{L})\\+\\+", " plus plus")
            .replaceAll("(?<=\\p{L})#", " sharp")
            .replace("&", " and ")
            .replaceAll("['’]", "")
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("ø", "o");
    String ascii = Normalizer.normalize(named, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Pattern.compile("[^a-z0-9]+")
        .splitAsStream(ascii)
        .filter(w -> !w.isEmpty())
        .toArray(String[]::new);
  }
}
