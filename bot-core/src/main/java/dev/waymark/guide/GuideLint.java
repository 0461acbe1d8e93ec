package dev.waymark.guide;

import dev.waymark.text.NearestWord;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks that need the whole guide: ids, references, the order of the steps, texts over what
 * the platforms can show; with {@link PhraseLint}, {@link QuestionLint} and {@link FolderLint}. Not
 * thread-safe, since its faults are not.
 */
final class GuideLint {

  // All in characters. A Discord message of components shows 4,000; title, source and related
  // questions take the rest.
  private static final int BODY = 3_500;
  // A text block of Slack shows 3,000; a body is split into blocks between paragraphs.
  private static final int PARAGRAPH = 2_900;
  // Slack's header shows 150, the title of a Discord embed 256.
  private static final int TITLE = 150;
  private static final int SUMMARY = 400;
  private static final int REPLY = 600;
  // An entry of a step's checklist, its exercise's proof: a line or two on a phone.
  private static final int LINE = 300;

  // What moves a terminal's cursor or turns the direction of what follows: no editor sees it.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\n\t]]|[\\x{200B}\\x{2028}-\\x{202E}\\x{2060}\\x{2066}-\\x{2069}\\x{FEFF}]");
  private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final GuideSource source;
  private final GuideFiles files;
  private final Faults faults;

  GuideLint(GuideSource source, GuideFiles files, Faults faults) {
    this.source = source;
    this.files = files;
    this.faults = faults;
  }

  /** Adds every fault that reading does not show. */
  void check() {
    source.sections().values().forEach(this::check);
    source.refusals().values().forEach(this::check);
    source
        .phrasings()
        .forEach(p -> p.front().values("asks").forEach(a -> checkPhrase(p.file(), a)));
    checkOrder();
    checkChanges();
    var phrases = new PhraseLint(source, faults);
    phrases.check();
    new QuestionLint(source, files, faults).check(phrases);
    new FolderLint(source, files, faults).check();
  }

  private void check(GuideSource.SectionFile read) {
    Section section = read.section();
    Path file = read.file();
    FrontMatter front = read.front();
    checkId(file, front);
    String folder = SectionText.folder(section.kind());
    if (!file.startsWith(source.folder().resolve(folder))) {
      faults.mend(
          file,
          front.line("kind"),
          "kind "
              + Faults.quote(front.text("kind"))
              + " does not fit the folder: move the file to "
              + folder
              + ", or correct the kind");
    }
    checkText(file, front.line("title"), "title", section.title(), TITLE);
    checkText(file, front.line("summary"), "summary", section.summary(), SUMMARY);
    checkText(file, read.text().bodyLine(), "body", section.body(), BODY);
    checkSaysSomething(read.text());
    checkParagraphs(read.text());
    front.values("asks").forEach(ask -> checkPhrase(file, ask));
    if (section.details() instanceof Step step) {
      front
          .values("checklist")
          .forEach(c -> checkText(file, c.line(), "checklist entry", c.text(), LINE));
      checkText(file, front.line("done_when"), "done_when", step.doneWhen(), LINE);
    }
    checkSee(section.id(), file, front.values("see"));
  }

  private void check(GuideSource.RefusalFile read) {
    checkId(read.file(), read.front());
    checkText(read.file(), read.front().line("title"), "title", read.refusal().title(), TITLE);
    checkText(read.file(), read.text().bodyLine(), "reply", read.refusal().reply(), REPLY);
    checkSaysSomething(read.text());
    read.front().values("asks").forEach(ask -> checkPhrase(read.file(), ask));
  }

  private void checkId(Path file, FrontMatter front) {
    String id = front.text("id");
    if (!ID.matcher(id).matches()) {
      faults.mend(
          file,
          front.line("id"),
          "id "
              + Faults.quote(id)
              + " has to begin with a letter and hold a-z, 0-9 and single dashes only, such as"
              + " faq-first-job");
    }
  }

  private void checkParagraphs(SectionText text) {
    int line = text.bodyLine();
    for (String part : BLANK_LINES.splitWithDelimiters(text.body(), -1)) {
      checkText(text.file(), line, "paragraph", part, PARAGRAPH);
      line += SectionText.countLines(part);
    }
  }

  private void checkSaysSomething(SectionText text) {
    if (PlainText.blocks(text.body()).isEmpty()) {
      faults.mend(
          text.file(),
          text.bodyLine(),
          "body shows no text: comments and blocks of HTML are left out, write it in Markdown");
    }
  }

  private void checkPhrase(Path file, FrontMatter.Value ask) {
    checkText(file, ask.line(), "ask", ask.text(), PhraseLint.LONGEST);
  }

  private void checkText(Path file, int line, String what, String text, int most) {
    if (text.length() > most) {
      faults.mend(
          file,
          line,
          what
              + " has "
              + text.length()
              + " characters: shorten it, at most "
              + most
              + " are shown");
    }
    Matcher invisible = INVISIBLE.matcher(text);
    if (invisible.find()) {
      faults.mend(
          file,
          line + SectionText.countLines(text.substring(0, invisible.start())),
          Faults.invisible(invisible.group().codePointAt(0)));
    }
  }

  private void checkSee(String id, Path file, List<FrontMatter.Value> references) {
    Set<String> before = new HashSet<>();
    for (FrontMatter.Value see : references) {
      String what = "";
      if (see.text().equals(id)) {
        what = "is the section itself: remove it";
      } else if (!before.add(see.text())) {
        what = "stands here twice: keep one";
      } else if (!source.knows(see.text())) {
        what =
            "does not exist: "
                + NearestWord.of(see.text(), source.sections().keySet())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("name another section, or remove it");
      }
      if (!what.isEmpty()) {
        faults.mend(file, see.line(), "see " + Faults.quote(see.text()) + " " + what);
      }
    }
  }

  /** Members' progress follows the changes: each has to lead to a step that there is. */
  private void checkChanges() {
    List<GuideChange> changes = source.guide().info().changes();
    Path file = source.folder().resolve("guide.yaml");
    for (GuideChange change : changes) {
      if (source.sections().containsKey(change.id()) && !change.now().contains(change.id())) {
        faults.mend(
            file,
            0,
            "the change of "
                + change.id()
                + " says that it is gone, but it is there: remove the change, or name it in \"now\"");
      }
      for (String now : change.now()) {
        boolean changedAgain = changes.stream().anyMatch(c -> c.id().equals(now));
        if (!source.knows(now) && !changedAgain) {
          faults.mend(
              file,
              0,
              "the change of " + change.id() + " leads to " + now + ", which does not exist");
        }
      }
    }
  }

  private void checkOrder() {
    Map<Integer, String> orders = new HashMap<>();
    List<GuideSource.SectionFile> steps =
        source.sections().values().stream()
            .filter(read -> order(read) > 0)
            .sorted(Comparator.comparingInt(GuideLint::order))
            .toList();
    int last = 0;
    for (GuideSource.SectionFile step : steps) {
      int order = order(step);
      String before = orders.putIfAbsent(order, step.section().id());
      String what = "";
      if (before != null) {
        what = "is taken by " + Faults.quote(before) + ": number the steps 1, 2, 3 and so on";
      } else if (order > last + 1 && source.lost().isEmpty()) {
        what = "leaves out " + (last + 1) + ": number the steps 1, 2, 3 and so on";
      }
      if (!what.isEmpty()) {
        faults.mend(step.file(), step.front().line("order"), "order " + order + " " + what);
      }
      last = order;
    }
  }

  /** The step's own number; 0 for what is no step or gives none. */
  private static int order(GuideSource.SectionFile read) {
    return read.section().details() instanceof Step step && step.order() != SectionDetails.NO_ORDER
        ? step.order()
        : 0;
  }
}
