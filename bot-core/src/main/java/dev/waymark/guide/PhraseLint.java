package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds phrasings that two sections claim: whoever asks so gets one of them by chance. Phrasings
 * are the same when only case, signs and spaces differ. Not thread-safe, since its faults are not.
 */
final class PhraseLint {

  /** Characters of a phrasing; a related question is shown in one line or two of a menu. */
  static final int LONGEST = 200;

  // "c" is neither "c++" nor "c#".
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  /** A phrasing in its file. */
  record Phrase(String text, Path file, int line) {}

  private record Claim(String owner, boolean title) {}

  private final GuideSource source;
  private final Faults faults;
  private final Map<String, Claim> claims = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();

  PhraseLint(GuideSource source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** What is left of a text when it is compared with others. */
  static String normal(String text) {
    String normal = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return normal.isEmpty() ? text.strip() : normal;
  }

  /** All phrasings that are indexed, titles left out. */
  List<Phrase> phrases() {
    return phrases;
  }

  /**
   * Looks through what every guide shares first: what a guide's own file repeats is reported in the
   * guide.
   */
  void check() {
    for (SharedReader.PhrasingEntry entry : source.phrasings()) {
      // One idea may be about many sections, so that these claim nothing.
      add(entry.file(), entry.front());
    }
    source.refusals().values().stream()
        .sorted(Comparator.comparing(r -> r.file().startsWith(source.folder())))
        .forEach(r -> check(r.refusal().id(), r.refusal().title(), r.file(), r.front()));
    for (GuideSource.SectionFile read : source.sections().values()) {
      check(read.section().id(), read.section().title(), read.file(), read.front());
    }
  }

  private void add(Path file, FrontMatter front) {
    for (FrontMatter.Value ask : front.values("asks")) {
      phrases.add(new Phrase(ask.text(), file, ask.line()));
    }
  }

  private void check(String owner, String title, Path file, FrontMatter front) {
    add(file, front);
    claim(new Claim(owner, true), new Phrase(title, file, front.line("title")));
    for (FrontMatter.Value ask : front.values("asks")) {
      claim(new Claim(owner, false), new Phrase(ask.text(), file, ask.line()));
    }
  }

  private void claim(Claim claim, Phrase phrase) {
    Claim before = claims.putIfAbsent(normal(phrase.text()), claim);
    // A skill and a duty may well have the same heading.
    if (before == null || (before.title() && claim.title())) {
      return;
    }
    String what = (claim.title() ? "title " : "ask ") + Faults.quote(phrase.text());
    if (!before.owner().equals(claim.owner())) {
      String where = before.title() ? " is the title of " : " is an ask of ";
      faults.mend(
          phrase.file(),
          phrase.line(),
          what + where + Faults.quote(before.owner()) + " too: keep it where it fits best");
    } else if (!before.title()) {
      faults.mend(phrase.file(), phrase.line(), what + " stands here twice: keep one");
    }
  }
}
