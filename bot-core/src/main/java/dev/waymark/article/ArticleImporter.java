package dev.waymark.article;

import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.Section;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/** Turns an article of the series, of any profession, into a guide folder. */
public final class ArticleImporter {

  private static final Set<ArticlePart> TELLING =
      Set.of(
          ArticlePart.ROLES,
          ArticlePart.WHAT,
          ArticlePart.SKILLS,
          ArticlePart.PATH,
          ArticlePart.SALARY,
          ArticlePart.ENVIRONMENT,
          ArticlePart.FAQ);

  // The longest articles of the series make about eighty.
  private static final int MOST_SECTIONS = 500;

  private ArticleImporter() {}

  /**
   * Imports an article.
   *
   * @param article plain text, Markdown or HTML
   * @param folder the new guide; missing or empty, nothing is ever written over
   * @return what was found and what was left out
   * @throws ImportException when nothing was written; says which file, what and what to do
   */
  public static ImportReport importArticle(Path article, Path folder) throws ImportException {
    GuideWriter.checkFree(folder);
    var notes = new ImportNotes();
    List<Block> blocks = ArticleReader.read(article, notes);
    ArticleOutline outline = ArticleOutline.of(blocks, notes);
    List<Section> sections = ArticleSections.of(outline, notes);
    if (sections.size() > MOST_SECTIONS) {
      throw new ImportException(
          article
              + " would make "
              + sections.size()
              + " sections, so it is no single article: save one article alone.");
    }
    long steps = sections.stream().filter(s -> s.kind() == Section.Kind.STEP).count();
    long parts = outline.parts().keySet().stream().filter(TELLING::contains).count();
    if (steps < 2 && parts < 2) {
      throw new ImportException(
          "Nothing in "
              + article
              + " looks like an article of the series: it needs headings such as \"Steps to Become"
              + " a Florist\" and \"Step 1: …\".");
    }
    String slug = SectionIds.slug(outline.role());
    var info =
        new GuideInfo(
            slug.isEmpty() ? "imported-guide" : slug,
            outline.title(),
            outline.role(),
            "en",
            1,
            "",
            RoleName.words(outline.role()));
    GuideWriter.write(info, sections, folder);
    return new ImportReport(folder, info, counts(sections), notes.leftOut(), notes.warnings());
  }

  private static EnumMap<Section.Kind, Integer> counts(List<Section> sections) {
    var counts = new EnumMap<Section.Kind, Integer>(Section.Kind.class);
    for (Section.Kind kind : Section.Kind.values()) {
      counts.put(kind, (int) sections.stream().filter(s -> s.kind() == kind).count());
    }
    return counts;
  }
}
