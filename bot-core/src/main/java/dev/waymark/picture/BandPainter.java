package dev.waymark.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RectangularShape;
import java.util.List;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Paints a band's bar: with a tip when its upper end is open, with an outline and another colour
 * when it was asked for.
 */
final class BandPainter implements BarPainter {

  /** How far the tip of an open end reaches beyond the figure. */
  static final double TIP = 15;

  // A band of one figure is still seen.
  private static final double LEAST = 6;

  private final List<PayScale.Band> bands;
  private final Palette palette;

  BandPainter(List<PayScale.Band> bands, Palette palette) {
    this.bands = bands;
    this.palette = palette;
  }

  @Override
  public void paintBar(
      Graphics2D pen,
      BarRenderer renderer,
      int row,
      int column,
      RectangularShape bar,
      RectangleEdge base) {
    PayScale.Band band = bands.get(column);
    double half = Math.max(bar.getWidth(), LEAST) / 2;
    double left = bar.getCenterX() - half;
    double right = bar.getCenterX() + half;
    var shape = new Path2D.Double();
    shape.moveTo(left, bar.getMinY());
    shape.lineTo(right, bar.getMinY());
    if (band.openEnded()) {
      shape.lineTo(right + TIP, bar.getCenterY());
    }
    shape.lineTo(right, bar.getMaxY());
    shape.lineTo(left, bar.getMaxY());
    shape.closePath();
    Color outline = band.asked() ? palette.ink() : palette.bar();
    pen.setColor(band.asked() ? palette.next() : palette.bar());
    pen.fill(shape);
    pen.setColor(outline);
    pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  @Override
  public void paintBarShadow(
      Graphics2D pen,
      BarRenderer renderer,
      int row,
      int column,
      RectangularShape bar,
      RectangleEdge base,
      boolean pegShadow) {
    // Bars lie flat.
  }
}
