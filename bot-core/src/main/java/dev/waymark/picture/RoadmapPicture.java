package dev.waymark.picture;

import dev.waymark.picture.TrailLayout.Entry;
import dev.waymark.picture.TrailLayout.Row;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * A trail from top to bottom: a mark for each step's state on a winding way, the step's title
 * beside it, the next step on a card of its own, and a legend at the foot. Draws one picture.
 */
final class RoadmapPicture {

  private final TextStyles styles;
  private final Palette palette;
  private final Canvas canvas;
  private final Marks marks;

  private RoadmapPicture(TextStyles styles, Palette palette, Canvas canvas) {
    this.styles = styles;
    this.palette = palette;
    this.canvas = canvas;
    this.marks = new Marks(canvas, palette);
  }

  static byte[] draw(Trail trail, Palette palette, TextStyles styles) {
    TrailLayout layout = TrailLayout.of(trail, styles);
    try (var canvas = new Canvas(layout.bottom(), palette)) {
      new RoadmapPicture(styles, palette, canvas).draw(layout);
      return canvas.png();
    }
  }

  private void draw(TrailLayout layout) {
    canvas.write(styles.title(), palette.ink(), layout.title(), Canvas.MARGIN, TrailLayout.TOP);
    canvas.write(styles.body(), palette.quiet(), layout.count(), Canvas.MARGIN, layout.countTop());
    drawWay(layout.rows());
    layout.rows().forEach(this::drawRow);
    if (!layout.legend().isEmpty()) {
      canvas.fill(
          palette.line(),
          new Rectangle2D.Double(
              Canvas.MARGIN, layout.legendTop() - 20, Canvas.RIGHT - Canvas.MARGIN, 2));
    }
    layout.legend().forEach(this::drawEntry);
  }

  private void drawWay(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      var way = Way.between(rows.get(i - 1), rows.get(i));
      if (walked(rows.get(i - 1), rows.get(i))) {
        canvas.line(palette.done(), 9, way.curve());
      } else {
        way.dots().forEach(dot -> marks.drawDot(dot.getX(), dot.getY()));
      }
    }
  }

  /** Whether the way is drawn as walked; to and from a sum it stays dotted. */
  private static boolean walked(Row from, Row to) {
    boolean steps = from.state().isPresent() && to.state().isPresent();
    return steps && from.passed() && (to.passed() || to.isNext());
  }

  private void drawRow(Row row) {
    TextStyle style = row.isNext() ? styles.strong() : styles.body();
    double top = row.middle() - style.height(row.lines()) / 2;
    if (row.isNext()) {
      drawCard(row);
      double leading = styles.small().leading();
      top -= leading / 2;
      canvas.write(styles.small(), palette.label(), List.of("Your next step"), row.textX(), top);
      top += leading;
    }
    boolean quiet = row.passed() || row.state().isEmpty();
    Color number = row.isNext() ? palette.ink() : palette.quiet();
    double numberX = row.textX() - TrailLayout.TEXT_GAP - style.width(row.number());
    canvas.write(style, number, List.of(row.number()), numberX, top);
    canvas.write(style, quiet ? palette.quiet() : palette.ink(), row.lines(), row.textX(), top);
    row.state()
        .ifPresentOrElse(
            state -> marks.draw(state, row.x(), row.middle()),
            () -> marks.drawMore(row.x(), row.middle()));
  }

  private void drawCard(Row row) {
    double left = TrailLayout.NUMBER_X - TrailLayout.CARD_PAD;
    Shape card =
        new RoundRectangle2D.Double(
            left,
            row.top() + TrailLayout.ROW_GAP / 2,
            Canvas.RIGHT + TrailLayout.CARD_PAD - left,
            row.height() - TrailLayout.ROW_GAP,
            24,
            24);
    canvas.fill(palette.card(), card);
    canvas.line(palette.next(), 3, card);
  }

  private void drawEntry(Entry entry) {
    marks.draw(entry.state(), entry.x(), entry.middle());
    double baseline = styles.small().baselineAround(entry.middle());
    canvas.write(styles.small(), palette.quiet(), entry.state().words(), entry.textX(), baseline);
  }
}
