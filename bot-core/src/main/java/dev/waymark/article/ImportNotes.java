package dev.waymark.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an import has to tell, gathered on its way. Not thread-safe. */
final class ImportNotes {

  private final List<ImportReport.LeftOut> leftOut = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** Notes a piece of the article that is not in the guide. */
  void leaveOut(String reason, String what, int line) {
    leftOut.add(new ImportReport.LeftOut(reason, ArticleText.excerpt(what), line));
  }

  /** Notes a block of the article that is not in the guide. */
  void leaveOut(String reason, Block block) {
    leaveOut(reason, block.text(), block.line());
  }

  /** Notes something a person should look at. */
  void warn(int line, String what) {
    warnings.add(line > 0 ? "line " + line + ": " + what : what);
  }

  List<ImportReport.LeftOut> leftOut() {
    return leftOut.stream().sorted(Comparator.comparingInt(ImportReport.LeftOut::line)).toList();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
