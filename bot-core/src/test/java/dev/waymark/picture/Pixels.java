package dev.waymark.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import javax.imageio.ImageIO;

/** A picture as a test looks at it. */
record Pixels(BufferedImage image) {

  static Pixels of(Drawn drawn) {
    return of(drawn.png());
  }

  static Pixels of(byte[] png) {
    try {
      return new Pixels(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  Color at(double x, double y) {
    return new Color(image.getRGB((int) Math.round(x), (int) Math.round(y)));
  }

  /** Which pixels around a point are not the background: the shape, whatever its colour. */
  BitSet shape(double x, double y, int reach, Color background) {
    var shape = new BitSet();
    int side = 2 * reach + 1;
    for (int i = 0; i < side * side; i++) {
      int dx = i % side - reach;
      int dy = i / side - reach;
      shape.set(i, !at(x + dx, y + dy).equals(background));
    }
    return shape;
  }

  /**
   * The outline of what is around a point, whatever is drawn inside: its width, and how much of the
   * square around it it fills (a circle 0.79, a diamond 0.5).
   */
  Outline outline(double x, double y, int reach, Color background) {
    BitSet shape = shape(x, y, reach, background);
    int side = 2 * reach + 1;
    int width = 0;
    int filled = 0;
    int rows = 0;
    for (int start = 0; start < side * side; start += side) {
      BitSet row = shape.get(start, start + side);
      int span = row.isEmpty() ? 0 : row.length() - row.nextSetBit(0);
      width = Math.max(width, span);
      filled += span;
      rows += row.isEmpty() ? 0 : 1;
    }
    return new Outline(width, (double) filled / (width * rows));
  }

  record Outline(int width, double fill) {

    boolean looksLike(Outline other) {
      return Math.abs(width - other.width) < 8 && Math.abs(fill - other.fill) < 0.05;
    }
  }

  /** How many pixels around a point have a colour. */
  long count(double x, double y, int reach, Color colour) {
    long count = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        count += at(x + dx, y + dy).equals(colour) ? 1 : 0;
      }
    }
    return count;
  }
}
