package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lists that every guide shares: {@code phrasings.yaml}, {@code languages.yaml} and those
 * in {@code guarded}. Not thread-safe, since its faults are not.
 */
final class SharedReader {

  private static final Set<String> PHRASING_KEYS = Set.of("about", "ids", "title", "kinds", "asks");
  private static final Set<String> LANGUAGE_KEYS = Set.of("code", "name", "reply", "distress");

  private final GuideFiles files;
  private final Faults faults;

  SharedReader(GuideFiles files, Faults faults) {
    this.files = files;
    this.faults = faults;
  }

  /** An entry of the phrasings with its place in the file. */
  record PhrasingEntry(SharedPhrasing phrasing, Path file, FrontMatter front) {}

  /** The shared phrasings; none when there is no such file. */
  List<PhrasingEntry> phrasings(Path file) {
    var entries = new ArrayList<PhrasingEntry>();
    for (FrontMatter item : items(file)) {
      item.allowOnly(PHRASING_KEYS, "phrasing");
      var phrasing =
          new SharedPhrasing(
              item.text("about"),
              item.texts("ids"),
              item.texts("title"),
              kinds(file, item),
              item.texts("asks"));
      if (phrasing.about().isEmpty()) {
        faults.mend(file, item.line(), "a phrasing needs \"about\", the name of its idea");
      }
      if (phrasing.ids().isEmpty() && phrasing.title().isEmpty()) {
        faults.mend(
            file,
            item.line(),
            "a phrasing without \"ids\" and \"title\" belongs to no section: give one of them");
      }
      if (phrasing.asks().isEmpty()) {
        faults.mend(
            file, item.line(), "a phrasing without \"asks\" says nothing: add or remove it");
      }
      entries.add(new PhrasingEntry(phrasing, file, item));
    }
    return entries;
  }

  private List<Section.Kind> kinds(Path file, FrontMatter item) {
    var kinds = new ArrayList<Section.Kind>();
    for (FrontMatter.Value name : item.values("kinds")) {
      Optional<Section.Kind> kind = SectionText.kind(name.text());
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        faults.mend(file, name.line(), SectionText.unknownKind(name.text()));
      }
    }
    return kinds;
  }

  /**
   * The replies to questions in another language; none when there is no such file. An incomplete
   * one is reported and left out.
   */
  List<LanguageReply> languages(Path file) {
    var replies = new ArrayList<LanguageReply>();
    Map<String, Integer> codes = new HashMap<>();
    for (FrontMatter item : items(file)) {
      item.allowOnly(LANGUAGE_KEYS, "language");
      List<String> distress =
          item.texts("distress").stream()
              .map(t -> t.toLowerCase(Locale.ROOT).replace('’', '\''))
              .toList();
      var reply =
          new LanguageReply(item.text("code"), item.text("name"), item.text("reply"), distress);
      boolean complete = true;
      for (String key : List.of("code", "name", "reply")) {
        if (item.text(key).isEmpty()) {
          complete = false;
          faults.mend(
              file, item.line(key), "a language needs \"" + key + "\": without it, it is not used");
        }
      }
      if (!reply.code().isEmpty() && !reply.code().matches("[a-z]{2}")) {
        faults.mend(
            file,
            item.line("code"),
            "code " + Faults.quote(reply.code()) + " is no ISO 639-1 code: write two letters");
      }
      Integer before = complete ? codes.putIfAbsent(reply.code(), item.line("code")) : null;
      if (before != null) {
        faults.mend(
            file,
            item.line("code"),
            "code " + Faults.quote(reply.code()) + " stands on line " + before + " too: keep one");
      } else if (complete) {
        replies.add(reply);
      }
    }
    return replies;
  }

  /**
   * The messages that guards are learned from; none when there is no such folder.
   *
   * @param guards ids of the refusals that are guards
   */
  GuardExamples guarded(Path folder, Set<String> guards) {
    Path harmless = folder.resolve("harmless.txt");
    var byRefusal = new HashMap<String, List<String>>();
    Map<String, Path> before = new HashMap<>();
    for (Path file : files.entries(folder)) {
      String name = file.getFileName().toString();
      String id = "refusal-" + name.replaceFirst("\\.txt$", "");
      if (guards.contains(id) && name.endsWith(".txt") && !file.equals(harmless)) {
        byRefusal.put(id, examples(file, before));
      } else if (!file.equals(harmless)) {
        faults.mend(
            file,
            0,
            "is not read: no "
                + id
                + " is a guard; name it NAME.txt after a guard refusal-NAME, or harmless.txt");
      }
    }
    return new GuardExamples(byRefusal, examples(harmless, before));
  }

  private List<String> examples(Path file, Map<String, Path> before) {
    List<String> examples = new WordReader(files, faults).phrases(file);
    for (String example : examples) {
      Path other = before.putIfAbsent(example, file);
      if (other != null) {
        faults.mend(
            file,
            0,
            Faults.quote(example) + " stands in " + other.getFileName() + " too: keep one");
      }
    }
    return examples;
  }

  private List<FrontMatter> items(Path file) {
    return GuideFiles.exists(file)
        ? files.text(file).map(t -> FrontMatter.parseList(file, t, faults)).orElse(List.of())
        : List.of();
  }
}
