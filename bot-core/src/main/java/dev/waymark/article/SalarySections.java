package dev.waymark.article;

import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the salary bands of an article, from headings, lists or a table. */
final class SalarySections {

  static final String NOT_STATED = "not stated in the article";

  private static final Pattern PAID =
      Pattern.compile(
          ".*\\b(?:salar\\w*|pay|wages?|earn\\w*|income|compensation|range|average|median|low\\w*"
              + "|high\\w*|min\\w*|max\\w*|from|to|annual\\w*|per year|monthly|hourly)\\b.*");
  private static final Pattern LEVEL =
      Pattern.compile(".*\\b(?:level|position|title|role|stage|job|career)\\b.*");

  private static final int SHORT = 8;

  private final ImportNotes notes;
  private final String around;
  private final List<Band> bands = new ArrayList<>();
  private final Set<SalaryFigures> prose = new HashSet<>();

  /** A band before it has an id. */
  private record Band(Unit unit, SalaryFigures figures, SalaryFigures.Years years) {}

  private SalarySections(String around, ImportNotes notes) {
    this.around = around;
    this.notes = notes;
  }

  /** The bands of the part. */
  static List<Section> of(ArticleOutline.Part part, SectionIds ids, ImportNotes notes) {
    var salaries = new SalarySections(part.heading(), notes);
    var text = new ArrayList<Block>();
    var rows = new ArrayList<Block.TableRow>();
    for (Block block : part.blocks()) {
      if (block instanceof Block.TableRow row) {
        rows.add(row);
      } else {
        text.add(block);
      }
    }
    salaries.readProse(text, part, rows.isEmpty());
    salaries.readTable(rows);
    return salaries.sections(ids);
  }

  private void readProse(List<Block> blocks, ArticleOutline.Part part, boolean alone) {
    Unit.Split split = Unit.byHeadings(blocks, SalarySections::isTitle);
    if (split.units().stream().noneMatch(u -> SalaryFigures.isIn(u.text()))) {
      split = Unit.byLeads(blocks, b -> SalaryFigures.read(b.text(), around).isPresent());
    }
    boolean figures = blocks.stream().anyMatch(b -> SalaryFigures.isIn(b.text()));
    if (split.isEmpty() && alone && figures) {
      String title = part.heading().isEmpty() ? "Salary" : part.heading();
      add(new Unit(title, part.line(), blocks), "");
      return;
    }
    split.loose().forEach(b -> notes.leaveOut("text between the salary bands", b));
    split.units().forEach(u -> add(u, ""));
  }

  private static boolean isTitle(Block block, Block next) {
    boolean shortLine =
        block instanceof Block.Paragraph
            && ArticleText.words(block.text()).size() <= SHORT
            && SalaryFigures.isIn(next.text());
    return (shortLine || Unit.looksLikeTitle(block, next)) && !block.text().matches(".*\\d.*");
  }

  private void add(Unit unit, String context) {
    Optional<SalaryFigures> figures = SalaryFigures.read(unit.text(), around + " " + context);
    if (figures.isEmpty()) {
      notes.leaveOut("a salary band without figures", unit.title(), unit.line());
      notes.warn(
          unit.line(), "\"" + unit.title() + "\" has no salary figures and is not in the guide");
      return;
    }
    Unit named = unit;
    Optional<Lead> lead = Lead.ofText(unit.title());
    if (lead.isPresent() && SalaryFigures.isIn(lead.get().rest())) {
      var blocks = new ArrayList<Block>();
      blocks.add(new Block.Paragraph("", lead.get().rest(), unit.line()));
      blocks.addAll(unit.blocks());
      named = new Unit(lead.get().title(), unit.line(), blocks);
    }
    bands.add(new Band(named, figures.get(), SalaryFigures.years(unit.text())));
  }

  // A row is a band. The first column names the level unless another column says that it does.
  private void readTable(List<Block.TableRow> rows) {
    bands.forEach(b -> prose.add(b.figures()));
    List<String> columns = List.of();
    for (Block.TableRow row : rows) {
      if (row.header()) {
        columns = row.cells();
      } else {
        addRow(columns, row);
      }
    }
  }

  private void addRow(List<String> columns, Block.TableRow row) {
    int level = levelColumn(columns);
    String title = level < row.cells().size() ? row.cells().get(level) : "";
    var money = new StringBuilder();
    var context = new StringBuilder();
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      String column = i < columns.size() ? columns.get(i) : "";
      if (i == level || cell.isEmpty()) {
        continue;
      }
      String text = column.isEmpty() ? cell : column + ": " + cell;
      blocks.add(new Block.ListItem(0, 0, "", text, row.line()));
      boolean paid = PAID.matcher(column.toLowerCase(Locale.ROOT)).matches();
      if ((paid && cell.matches(".*\\d.*")) || SalaryFigures.isIn(cell)) {
        money.append(money.isEmpty() ? "" : " – ").append(cell);
        context.append(' ').append(column);
      }
    }
    if (title.isEmpty() || blocks.isEmpty()) {
      notes.leaveOut("a table row without a level or figures", row);
      return;
    }
    Unit unit = new Unit(ArticleText.title(title), row.line(), blocks);
    Optional<SalaryFigures> figures = SalaryFigures.read(money.toString(), around + " " + context);
    if (figures.isPresent() && prose.contains(figures.get())) {
      notes.leaveOut("a table row that says again what the text says", row);
    } else if (figures.isEmpty()) {
      add(new Unit(unit.title(), unit.line(), List.of()), "");
    } else {
      bands.add(new Band(unit, figures.get(), experience(columns, row)));
    }
  }

  private static int levelColumn(List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (LEVEL.matcher(columns.get(i).toLowerCase(Locale.ROOT)).matches()) {
        return i;
      }
    }
    return 0;
  }

  // "0-2" below "Experience (years)".
  private static SalaryFigures.Years experience(List<String> columns, Block.TableRow row) {
    for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
      String column = columns.get(i).toLowerCase(Locale.ROOT);
      if (column.contains("experience") || column.contains("years")) {
        String cell = row.cells().get(i);
        return SalaryFigures.years(cell.matches("(?i).*y(?:ea)?rs?\\b.*") ? cell : cell + " years");
      }
    }
    return SalaryFigures.years(row.text());
  }

  private List<Section> sections(SectionIds ids) {
    List<String> bandIds = ids.salaries(bands.stream().map(b -> b.unit().title()).toList());
    var sections = new ArrayList<Section>();
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      SalaryFigures figures = band.figures();
      var details =
          new SalaryBand(
              figures.low(),
              figures.high(),
              figures.openEnded(),
              figures.currency(),
              figures.period(),
              band.years().from(),
              band.years().to(),
              NOT_STATED,
              "imported article",
              NOT_STATED);
      sections.add(
          ArticleSections.section(bandIds.get(i), Section.Kind.SALARY, band.unit(), details));
    }
    return sections;
  }
}
