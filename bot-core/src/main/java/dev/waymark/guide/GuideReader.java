package dev.waymark.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a guide folder. Everything that can be read is read, and every fault is kept with its file
 * and line, so that an editor sees all of them at once. Nothing is thrown for what a folder holds.
 * The methods may be called from any thread; an instance reads one guide and is not shared.
 */
public final class GuideReader {

  private final Path folder;
  private final Optional<Path> common;
  private final Faults faults = new Faults();
  private final GuideFiles files = new GuideFiles(faults);
  private final Map<String, GuideSource.SectionFile> sections = new LinkedHashMap<>();
  private final Map<String, GuideSource.RefusalFile> refusals = new LinkedHashMap<>();
  private final Set<String> lost = new HashSet<>();

  /** What was read: the guide, and what is wrong with it, by file and line. */
  public record Result(Guide guide, List<Fault> faults) {

    /** Whether nothing stands in the way of using the guide. */
    public boolean usable() {
      return faults.stream().noneMatch(f -> f.severity() == Fault.Severity.UNUSABLE);
    }
  }

  private GuideReader(Path folder, Optional<Path> common) {
    this.folder = folder;
    this.common = common;
  }

  /**
   * Reads a guide in order to use it.
   *
   * @param folder the guide's folder
   * @param common the folder of what every guide shares, or empty to do without
   * @return the guide with every fault that keeps it from being used and those others that show
   *     while reading; parts that are at fault are left out of it
   */
  public static Result read(Path folder, Optional<Path> common) {
    var reader = new GuideReader(folder, common);
    return new Result(reader.source().guide(), reader.faults.sorted());
  }

  /**
   * Reads a guide in order to mend it: as {@link #read}, with every fault there is. The checks
   * beyond reading compare all texts with each other and with {@code questions.jsonl}, which takes
   * longer than a start should.
   *
   * @param folder the guide's folder
   * @param common the folder of what every guide shares, or empty to do without
   */
  public static Result lint(Path folder, Optional<Path> common) {
    var reader = new GuideReader(folder, common);
    GuideSource source = reader.source();
    if (Files.isDirectory(folder)) {
      new GuideLint(source, reader.files, reader.faults).check();
    }
    return new Result(source.guide(), reader.faults.sorted());
  }

  private GuideSource source() {
    if (!isGuideFolder()) {
      var unnamed = new InfoReader(folder, files, faults).unnamed();
      return assemble(unnamed, List.of(), GuideWords.NONE, Optional.empty());
    }
    GuideInfo info = new InfoReader(folder, files, faults).read();
    readSections();
    readRefusals(folder);
    Optional<Path> shared = common.filter(this::isCommonFolder);
    shared.ifPresent(this::readRefusals);
    List<Tip> tips =
        new TipReader(files, faults).read(folder.resolve("tips.yaml"), sections.keySet(), lost);
    return assemble(info, tips, words(shared), shared);
  }

  private boolean isGuideFolder() {
    if (!Files.isDirectory(folder)) {
      String what = GuideFiles.exists(folder) ? "is no folder" : "is missing";
      faults.unusable(
          folder, 0, what + ": name a guide's folder, such as data/backend-systems-developer");
      return false;
    }
    boolean empty = files.entries(folder).isEmpty();
    if (empty && faults.isEmpty()) {
      faults.unusable(
          folder,
          0,
          "is empty: a guide has a guide.yaml and a section or more, such as faq/first-question.md");
    }
    return !empty;
  }

  private boolean isCommonFolder(Path shared) {
    boolean folder = Files.isDirectory(shared);
    if (!folder) {
      faults.mend(
          shared, 0, "is no folder: name the one with the refusals and words that guides share");
    }
    return folder;
  }

  private void readSections() {
    boolean any = false;
    for (Section.Kind kind : Section.Kind.values()) {
      for (Path file : files.markdown(folder.resolve(SectionText.folder(kind)))) {
        any = true;
        files.text(file).ifPresent(text -> readSection(file, text));
      }
    }
    if (!any && GuideFiles.exists(folder.resolve("guide.yaml"))) {
      faults.unusable(folder, 0, "holds no sections: add one, such as faq/first-question.md");
    }
  }

  private void readSection(Path file, String text) {
    Optional<SectionText> read = SectionText.read(file, text, faults);
    Optional<Section> section = read.flatMap(SectionText::section);
    if (read.isPresent() && section.isPresent()) {
      add(new GuideSource.SectionFile(section.get(), read.get()));
    } else {
      SectionText.intendedId(text).ifPresent(lost::add);
    }
  }

  private void add(GuideSource.SectionFile read) {
    GuideSource.SectionFile before = sections.putIfAbsent(read.section().id(), read);
    if (before != null) {
      taken(read.section().id(), read.file(), read.front(), before.file());
    }
  }

  private void readRefusals(Path parent) {
    for (Path file : files.markdown(parent.resolve("refusals"))) {
      Optional<SectionText> text = files.text(file).flatMap(t -> SectionText.read(file, t, faults));
      Optional<Refusal> refusal = text.flatMap(SectionText::refusal);
      if (text.isPresent() && refusal.isPresent()) {
        add(new GuideSource.RefusalFile(refusal.get(), text.get()), parent);
      }
    }
  }

  private void add(GuideSource.RefusalFile read, Path parent) {
    String id = read.refusal().id();
    GuideSource.SectionFile section = sections.get(id);
    if (section != null) {
      taken(id, read.file(), read.front(), section.file());
      return;
    }
    GuideSource.RefusalFile before = refusals.putIfAbsent(id, read);
    // A guide's own refusal is read first and replaces the shared one.
    if (before != null && before.file().startsWith(parent)) {
      taken(id, read.file(), read.front(), before.file());
    }
  }

  private void taken(String id, Path file, FrontMatter front, Path by) {
    faults.unusable(
        file,
        front.line("id"),
        "id " + Faults.quote(id) + " is taken by " + by + ": give this one another");
  }

  private GuideWords words(Optional<Path> shared) {
    var words = new WordReader(files, faults);
    List<String> synonyms = words.rules(folder.resolve("synonyms.txt"));
    if (shared.isEmpty()) {
      return new GuideWords(synonyms, List.of(), List.of(), List.of());
    }
    return new GuideWords(
        synonyms,
        words.rules(shared.get().resolve("synonyms.txt")),
        words.phrases(shared.get().resolve("fillers.txt")),
        words.phrases(shared.get().resolve("occupations.txt")));
  }

  private GuideSource assemble(
      GuideInfo info, List<Tip> tips, GuideWords words, Optional<Path> shared) {
    var lists = new SharedReader(files, faults);
    List<SharedReader.PhrasingEntry> phrasings =
        shared.map(c -> lists.phrasings(c.resolve("phrasings.yaml"))).orElse(List.of());
    GuardExamples guarded =
        shared.map(c -> lists.guarded(c.resolve("guarded"), guards())).orElse(GuardExamples.NONE);
    List<LanguageReply> languages =
        shared.map(c -> lists.languages(c.resolve("languages.yaml"))).orElse(List.of());
    var guide =
        new Guide(
            info,
            inReadingOrder(),
            refusals.values().stream().map(GuideSource.RefusalFile::refusal).toList(),
            tips,
            words,
            phrasings.stream().map(SharedReader.PhrasingEntry::phrasing).toList(),
            guarded,
            languages);
    return new GuideSource(folder, shared, guide, sections, refusals, lost, phrasings);
  }

  private Set<String> guards() {
    return refusals.values().stream()
        .map(GuideSource.RefusalFile::refusal)
        .filter(Refusal::overrides)
        .map(Refusal::id)
        .collect(Collectors.toSet());
  }

  /** The sections in their order, each step with a number and each reference with a target. */
  private List<Section> inReadingOrder() {
    List<Section> sorted =
        sections.values().stream()
            .map(GuideSource.SectionFile::section)
            .sorted(
                Comparator.comparing(Section::kind)
                    .thenComparingInt(s -> s.details() instanceof Step step ? step.order() : 0)
                    .thenComparing(Section::id))
            .toList();
    var inOrder = new ArrayList<Section>();
    int last = 0;
    for (Section section : sorted) {
      Section.Details details = section.details();
      if (details instanceof Step step) {
        last = step.order() == SectionDetails.NO_ORDER ? last + 1 : step.order();
        details = withOrder(step, last);
      }
      inOrder.add(
          new Section(
              section.id(),
              section.kind(),
              section.title(),
              section.summary(),
              section.asks(),
              section.see().stream().filter(sections::containsKey).toList(),
              section.body(),
              details));
    }
    return inOrder;
  }

  private static Step withOrder(Step step, int order) {
    return new Step(order, step.hours(), step.checklist(), step.doneWhen(), step.links());
  }
}
