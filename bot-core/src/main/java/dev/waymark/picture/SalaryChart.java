package dev.waymark.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/**
 * Floating bars on one axis, a level below the other, the figures at their ends. JFreeChart draws
 * grid and bars; its texts would need a font of the machine, so all texts are ours. Draws one
 * chart.
 */
final class SalaryChart {

  private final PayScale scale;
  private final TextStyles styles;
  private final Palette palette;
  private final SalaryLayout layout;
  private final Canvas canvas;

  private SalaryChart(
      PayScale scale, TextStyles styles, Palette palette, SalaryLayout layout, Canvas canvas) {
    this.scale = scale;
    this.styles = styles;
    this.palette = palette;
    this.layout = layout;
    this.canvas = canvas;
  }

  /** Draws bands of one currency and period. */
  static byte[] draw(PayScale scale, Palette palette, TextStyles styles) {
    SalaryLayout layout = SalaryLayout.of(scale, styles);
    try (var canvas = new Canvas(layout.bottom(styles.small()), palette)) {
      new SalaryChart(scale, styles, palette, layout, canvas).draw();
      return canvas.png();
    }
  }

  private void draw() {
    canvas.write(styles.title(), palette.ink(), layout.title(), Canvas.MARGIN, SalaryLayout.TOP);
    canvas.write(
        styles.body(), palette.quiet(), List.of(layout.unit()), Canvas.MARGIN, layout.unitTop());
    drawBars();
    for (int i = 0; i < scale.bands().size(); i++) {
      drawBand(scale.bands().get(i), i);
    }
    drawAxis();
    canvas.write(
        styles.small(),
        palette.quiet(),
        layout.note(),
        Canvas.MARGIN,
        layout.noteTop(styles.small()));
  }

  private void drawBars() {
    var plot = new CategoryPlot(bands(), levels(), axis(), renderer());
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(palette.paper());
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(palette.line());
    plot.setRangeGridlineStroke(new BasicStroke(2));
    plot.setNoDataMessage("");
    var area =
        new Rectangle2D.Double(
            layout.plotLeft(),
            layout.plotTop(),
            Canvas.RIGHT - layout.plotLeft(),
            layout.plotHeight());
    plot.draw(canvas.pen(), area, null, null, null);
  }

  private DefaultIntervalCategoryDataset bands() {
    List<PayScale.Band> bands = scale.bands();
    String[] columns =
        IntStream.range(0, bands.size()).mapToObj(Integer::toString).toArray(String[]::new);
    Number[] lows = bands.stream().map(PayScale.Band::low).toArray(Number[]::new);
    Number[] highs = bands.stream().map(PayScale.Band::high).toArray(Number[]::new);
    return new DefaultIntervalCategoryDataset(
        new String[] {"pay"}, columns, new Number[][] {lows}, new Number[][] {highs});
  }

  private CategoryAxis levels() {
    var axis = new CategoryAxis();
    axis.setVisible(false);
    axis.setLowerMargin(layout.aboveBar() / layout.plotHeight());
    axis.setUpperMargin(SalaryLayout.BAND_GAP / layout.plotHeight());
    double between = layout.pitch() - SalaryLayout.BAR;
    axis.setCategoryMargin(between * (scale.bands().size() - 1) / layout.plotHeight());
    return axis;
  }

  private NumberAxis axis() {
    var axis = new NumberAxis();
    axis.setVisible(false);
    // Else it measures its labels with a font of the machine.
    axis.setAutoTickUnitSelection(false);
    axis.setTickUnit(new NumberTickUnit(layout.step()));
    axis.setTickLabelsVisible(false);
    axis.setRange(0, layout.limit());
    return axis;
  }

  private IntervalBarRenderer renderer() {
    var renderer = new IntervalBarRenderer();
    renderer.setBarPainter(new BandPainter(scale.bands(), palette));
    renderer.setShadowVisible(false);
    return renderer;
  }

  private void drawBand(PayScale.Band band, int i) {
    TextStyle style = band.asked() ? styles.strong() : styles.body();
    List<String> label = layout.labels().get(i);
    double labelTop = layout.labelTop(i, style.height(label));
    double labelX = layout.plotLeft() + SalaryLayout.INDENT;
    if (band.asked()) {
      new Marks(canvas, palette)
          .drawSignpost(layout.plotLeft() + 26, labelTop + style.leading() / 2);
      labelX += SalaryLayout.SIGN;
    }
    for (String line : label) {
      write(style, line, labelX, style.baselineBelow(labelTop));
      labelTop += style.leading();
    }
    double baseline = style.baselineAround(layout.barTop(i) + SalaryLayout.BAR / 2);
    String low = SalaryLayout.low(band);
    write(style, low, layout.x(band.low()) - SalaryLayout.FIGURE_GAP - style.width(low), baseline);
    double tip = band.openEnded() ? BandPainter.TIP : 0;
    write(
        style,
        SalaryLayout.high(band),
        layout.x(band.high()) + SalaryLayout.FIGURE_GAP + tip,
        baseline);
  }

  /** Writes on clear ground: no line of the axis runs through the letters. */
  private void write(TextStyle style, String line, double x, double baseline) {
    if (!line.isEmpty()) {
      canvas.fill(
          palette.paper(),
          new Rectangle2D.Double(
              x - 4, baseline - style.size(), style.width(line) + 8, style.leading()));
      canvas.write(style, palette.ink(), line, x, baseline);
    }
  }

  private void drawAxis() {
    Money money = Money.of(scale.bands().getFirst().currency());
    TextStyle style = styles.small();
    Color colour = palette.quiet();
    double baseline = style.baselineBelow(layout.plotBottom() + 6);
    for (double units = 0; units <= layout.limit(); units += layout.step()) {
      String text = money.amount((int) units);
      double x = Math.max(layout.x(units) - style.width(text) / 2, Canvas.MARGIN);
      if (x + style.width(text) <= Canvas.RIGHT) {
        canvas.write(style, colour, text, x, baseline);
      }
    }
  }
}
