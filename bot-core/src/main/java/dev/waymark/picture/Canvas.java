package dev.waymark.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What a picture is drawn on. For one thread; close it when the file is made. */
final class Canvas implements AutoCloseable {

  /** Pixels. A phone shows it at half that width. */
  static final int WIDTH = 720;

  /** Pixels between the edge and what is drawn. */
  static final int MARGIN = 36;

  /** Where what is drawn ends on the right. */
  static final int RIGHT = WIDTH - MARGIN;

  private final Palette palette;
  private final BufferedImage image;
  private final Graphics2D pen;

  Canvas(double height, Palette palette) {
    this.palette = palette;
    image = new BufferedImage(WIDTH, (int) Math.ceil(height), BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(palette.paper());
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
  }

  /** For a library that draws by itself. */
  Graphics2D pen() {
    return pen;
  }

  void fill(Color colour, Shape shape) {
    pen.setColor(colour);
    pen.fill(shape);
  }

  void line(Color colour, double width, Shape shape) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  /** Writes a line of text; its baseline begins at the point. */
  void write(TextStyle style, Color colour, String line, double x, double baseline) {
    fill(colour, style.face().outline(line, style.size(), x, baseline));
  }

  /** Writes lines one below the other, in a block whose top is given. */
  void write(TextStyle style, Color colour, List<String> lines, double x, double top) {
    double baseline = style.baselineBelow(top);
    for (String line : lines) {
      write(style, colour, line, x, baseline);
      baseline += style.leading();
    }
  }

  /** The file's bytes. */
  byte[] png() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    var bytes = new ByteArrayOutputStream(1 << 16);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(FewColours.of(image, palette));
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be written.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    pen.dispose();
  }
}
