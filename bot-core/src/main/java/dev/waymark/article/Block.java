package dev.waymark.article;

import java.util.List;

/**
 * A piece of an article, the same whatever form the article came in. Texts are plain and tidy: no
 * marks, no entities, single spaces. A line is counted from 1, 0 when unknown.
 */
sealed interface Block {

  /** A heading that is one by its look only: a line all bold, a summary, a term. */
  int BOLD_LEVEL = 7;

  /** All its words. */
  String text();

  /** The line of the article on which it begins. */
  int line();

  /**
   * A heading.
   *
   * @param level 1 to 6, or {@link #BOLD_LEVEL}
   */
  record Heading(int level, String text, int line) implements Block {}

  /**
   * A paragraph; in plain text any line that is no list entry, so headings too.
   *
   * @param lead the bold words it begins with, when they stand apart from the rest; else empty
   */
  record Paragraph(String lead, String text, int line) implements Block {}

  /**
   * An entry of a list.
   *
   * @param depth 0 in an outer list
   * @param number from 1 in a numbered list, 0 in a bulleted one
   * @param lead as in {@link Paragraph}
   */
  record ListItem(int depth, int number, String lead, String text, int line) implements Block {}

  /**
   * A row of a table.
   *
   * @param header whether its cells name the columns
   */
  record TableRow(boolean header, List<String> cells, int line) implements Block {

    public TableRow {
      cells = List.copyOf(cells);
    }

    @Override
    public String text() {
      return String.join(" | ", cells);
    }
  }
}
