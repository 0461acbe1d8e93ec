package dev.waymark.picture;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/**
 * The marks of the states: each has a shape of its own, so that they are told apart without colour.
 *
 * @param canvas what they are drawn on
 * @param palette their colours
 */
record Marks(Canvas canvas, Palette palette) {

  /** Half the width of a mark, in pixels. */
  static final double RADIUS = 19;

  private static final double SMALL = 12;

  /** How far a mark reaches from its middle. */
  static double reach(Optional<Trail.State> state) {
    return state.equals(Optional.of(Trail.State.OPEN)) ? SMALL : RADIUS;
  }

  /** Draws the mark of a state around a point. */
  void draw(Trail.State state, double x, double y) {
    switch (state) {
      case DONE -> {
        canvas.fill(palette.done(), circle(x, y, RADIUS));
        canvas.line(palette.paper(), 4.5, tick(x, y));
      }
      case SKIPPED -> {
        Shape diamond = diamond(x, y, RADIUS + 3);
        canvas.fill(palette.paper(), diamond);
        canvas.line(palette.skipped(), 3.5, diamond);
        canvas.line(palette.skipped(), 3.5, chevrons(x, y));
      }
      case NEXT -> drawSignpost(x, y);
      case LATER -> {
        Shape square =
            new RoundRectangle2D.Double(
                x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2, 10, 10);
        canvas.fill(palette.paper(), square);
        canvas.line(palette.later(), 3.5, square);
        canvas.line(palette.later(), 3.5, clockHands(x, y));
      }
      case OPEN -> {
        Shape ring = circle(x, y, SMALL);
        canvas.fill(palette.paper(), ring);
        canvas.line(palette.open(), 3.5, ring);
      }
    }
  }

  /** Draws three dots for steps that are not drawn one by one. */
  void drawMore(double x, double y) {
    for (int i = -1; i <= 1; i++) {
      canvas.fill(palette.quiet(), circle(x, y + 13 * i, 4.5));
    }
  }

  /** Draws a dot of the way. */
  void drawDot(double x, double y) {
    canvas.fill(palette.open(), circle(x, y, 3.5));
  }

  /** Draws the board that points on, a waymark: around the point, as wide as the other marks. */
  void drawSignpost(double x, double y) {
    canvas.fill(palette.next(), signpost(x, y));
    canvas.fill(palette.nextInk(), circle(x - 6, y, 6.5));
  }

  private static Shape signpost(double x, double y) {
    double left = x - RADIUS - 7;
    double top = y - RADIUS - 1;
    double bottom = y + RADIUS + 1;
    double edge = x + 8;
    double tip = x + RADIUS + 11;
    return polygon(left, top, edge, top, tip, y, edge, bottom, left, bottom);
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape diamond(double x, double y, double half) {
    return polygon(x, y - half, x + half, y, x, y + half, x - half, y);
  }

  private static Shape tick(double x, double y) {
    return open(x - 8.5, y + 0.5, x - 2.5, y + 6.5, x + 8.5, y - 6.5);
  }

  private static Shape chevrons(double x, double y) {
    Path2D both = open(x - 7, y - 6, x - 1, y, x - 7, y + 6);
    both.append(open(x + 1, y - 6, x + 7, y, x + 1, y + 6), false);
    return both;
  }

  private static Shape clockHands(double x, double y) {
    return open(x, y - 9, x, y + 1, x + 7, y + 5);
  }

  private static Path2D polygon(double... points) {
    Path2D path = open(points);
    path.closePath();
    return path;
  }

  private static Path2D open(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }
}
