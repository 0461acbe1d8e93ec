package dev.waymark.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface that comes with the program, as outlines. Java's own text drawing fails on a machine
 * that has no font installed, even with a font of one's own, and looks different on each that has.
 * Thread-safe.
 */
final class Typeface {

  private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

  private final TrueTypeFont font;
  private final CmapLookup glyphIds;
  private final double unitsPerEm;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphIds = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Typeface regular() {
    return load("Roboto-Regular.ttf");
  }

  static Typeface bold() {
    return load("Roboto-Bold.ttf");
  }

  private static Typeface load(String file) {
    try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The font " + file + " is not on the class path.");
      }
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " cannot be read.", e);
    }
  }

  /** Whether there is a glyph for a code point. */
  boolean has(int codePoint) {
    return glyphIds.getGlyphId(codePoint) != 0;
  }

  /** Width of a text in pixels at a size in pixels. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> glyph(c).advance()).sum() * size / unitsPerEm;
  }

  /**
   * The outlines of a text whose baseline begins at a point. Each letter stands on a whole pixel:
   * the same letter is then the same pixels everywhere, which is crisp and makes a smaller file.
   */
  Path2D outline(String text, double size, double x, double baseline) {
    double scale = size / unitsPerEm;
    var path = new Path2D.Double();
    double pen = x;
    for (int codePoint : text.codePoints().toArray()) {
      Glyph glyph = glyph(codePoint);
      path.append(
          glyph
              .path()
              .getPathIterator(
                  new AffineTransform(scale, 0, 0, -scale, Math.round(pen), Math.round(baseline))),
          false);
      pen += glyph.advance() * scale;
    }
    return path;
  }

  private Glyph glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::read);
  }

  // The parsed font reads its tables on demand, from one position.
  private synchronized Glyph read(int codePoint) {
    try {
      int id = glyphIds.getGlyphId(codePoint);
      GlyphData data = font.getGlyph().getGlyph(id);
      return new Glyph(data == null ? new GeneralPath() : data.getPath(), font.getAdvanceWidth(id));
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read.", e);
    }
  }

  /** In units of the font. */
  private record Glyph(GeneralPath path, double advance) {}
}
