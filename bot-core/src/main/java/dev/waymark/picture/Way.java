package dev.waymark.picture;

import dev.waymark.picture.TrailLayout.Row;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one mark to the next.
 *
 * @param curve from the middle of the one to the middle of the other
 * @param start how much of its beginning the first mark covers, in pixels
 * @param end how much of its end the second mark covers
 */
record Way(CubicCurve2D curve, double start, double end) {

  private static final double DOT_GAP = 13;
  private static final double CLEAR = 3;
  private static final int PIECES = 64;

  static Way between(Row from, Row to) {
    double middle = (from.middle() + to.middle()) / 2;
    var curve =
        new CubicCurve2D.Double(
            from.x(), from.middle(), from.x(), middle, to.x(), middle, to.x(), to.middle());
    return new Way(curve, Marks.reach(from.state()) + CLEAR, Marks.reach(to.state()) + CLEAR);
  }

  /** Points evenly along what the marks leave free; at least one. */
  List<Point2D> dots() {
    double[] lengths = new double[PIECES + 1];
    for (int i = 1; i <= PIECES; i++) {
      lengths[i] = lengths[i - 1] + point(i).distance(point(i - 1));
    }
    double free = lengths[PIECES] - start - end;
    long count = Math.max(1, Math.round(free / DOT_GAP));
    var dots = new ArrayList<Point2D>();
    int piece = 0;
    for (int i = 0; i < count; i++) {
      double wanted = start + free * (i + 0.5) / count;
      while (piece < PIECES && lengths[piece] < wanted) {
        piece++;
      }
      dots.add(point(piece));
    }
    return dots;
  }

  private Point2D point(int piece) {
    double t = (double) piece / PIECES;
    double u = 1 - t;
    double a = u * u * u;
    double b = 3 * u * u * t;
    double c = 3 * u * t * t;
    double d = t * t * t;
    return new Point2D.Double(
        a * curve.getX1() + b * curve.getCtrlX1() + c * curve.getCtrlX2() + d * curve.getX2(),
        a * curve.getY1() + b * curve.getCtrlY1() + c * curve.getCtrlY2() + d * curve.getY2());
  }
}
