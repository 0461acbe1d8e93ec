package dev.waymark.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything on a salary chart stands, in pixels.
 *
 * @param title lines that say what it is the pay of
 * @param unit the line below
 * @param unitTop where that begins
 * @param labels lines of each band's level
 * @param labelHeight room for the highest of those
 * @param plotTop where the first bar's label begins
 * @param plotLeft where the axis stands at nothing
 * @param step from one line of the axis to the next, in units of the currency
 * @param limit what the axis reaches to at the right edge, in units of the currency
 * @param note lines at the foot
 */
record SalaryLayout(
    List<String> title,
    String unit,
    double unitTop,
    List<List<String>> labels,
    double labelHeight,
    double plotTop,
    double plotLeft,
    double step,
    double limit,
    List<String> note) {

  static final double TOP = 28;
  static final double BAR = 34;

  /** Room that the sign of the level asked for takes before its name. */
  static final double SIGN = 50;

  /** From the axis to the labels. */
  static final double INDENT = 14;

  /** From a band's bar to the next one's label. */
  static final double BAND_GAP = 26;

  /** From a bar to the figures at its ends. */
  static final double FIGURE_GAP = 10;

  private static final double LABEL_GAP = 8;
  private static final int LINES = 4;

  static SalaryLayout of(PayScale scale, TextStyles styles) {
    double width = Canvas.RIGHT - Canvas.MARGIN;
    List<String> title = styles.title().wrap(scale.title(), width, 2);
    String unit = String.join("", styles.body().wrap("Pay " + scale.unit(), width, 1));
    double unitTop = TOP + styles.title().height(title) + 4;
    double left = left(scale.bands(), styles);
    double room = width - left - INDENT;
    var labels = new ArrayList<List<String>>();
    for (PayScale.Band band : scale.bands()) {
      labels.add(
          band.asked()
              ? styles.strong().wrap(band.level(), room - SIGN, 2)
              : styles.body().wrap(band.level(), room, 2));
    }
    double labelHeight = labels.stream().mapToDouble(styles.strong()::height).max().orElse(0);
    double plotTop = unitTop + styles.body().leading() + BAND_GAP;
    double limit = (width - left) / perUnit(scale.bands(), styles, left);
    return new SalaryLayout(
        title,
        unit,
        unitTop,
        labels,
        labelHeight,
        plotTop,
        Canvas.MARGIN + left,
        step(limit / LINES),
        limit,
        styles.small().wrap(scale.note(), width, 4));
  }

  /** From one bar's top to the next one's. */
  double pitch() {
    return aboveBar() + BAR + BAND_GAP;
  }

  /** From the first bar's label to below the last bar. */
  double plotHeight() {
    return pitch() * labels.size();
  }

  double plotBottom() {
    return plotTop + plotHeight();
  }

  /** What of a pitch is above its bar. */
  double aboveBar() {
    return labelHeight + LABEL_GAP;
  }

  double barTop(int band) {
    return plotTop + band * pitch() + aboveBar();
  }

  /** Where a band's level is written. */
  double labelTop(int band, double height) {
    return barTop(band) - LABEL_GAP - height;
  }

  /** Where on the axis a sum stands. */
  double x(double units) {
    return plotLeft + units / limit * (Canvas.RIGHT - plotLeft);
  }

  double noteTop(TextStyle style) {
    return plotBottom() + style.leading() + 22;
  }

  double bottom(TextStyle style) {
    return noteTop(style) + (note.isEmpty() ? 0 : style.height(note)) + 20;
  }

  /** Room that the lower figures need before the axis. */
  private static double left(List<PayScale.Band> bands, TextStyles styles) {
    double left = 0;
    // Room on the left narrows the scale, which moves the bars to the left: a few rounds settle it.
    for (int round = 0; round < 8; round++) {
      double perUnit = perUnit(bands, styles, left);
      left =
          bands.stream()
              .mapToDouble(b -> lowWidth(b, styles) + FIGURE_GAP - perUnit * b.low())
              .max()
              .orElse(0);
      left = Math.max(left, 0);
    }
    return left;
  }

  /** Pixels a unit of the currency, so that the upper figures fit behind their bars. */
  private static double perUnit(List<PayScale.Band> bands, TextStyles styles, double left) {
    double width = Canvas.RIGHT - Canvas.MARGIN - left;
    return bands.stream()
        .mapToDouble(b -> (width - highWidth(b, styles) - FIGURE_GAP) / Math.max(b.high(), 1))
        .min()
        .orElse(1);
  }

  static String low(PayScale.Band band) {
    return band.low() == band.high() ? "" : Money.of(band.currency()).amount(band.low());
  }

  static String high(PayScale.Band band) {
    return Money.of(band.currency()).amount(band.high()) + (band.openEnded() ? "+" : "");
  }

  private static double lowWidth(PayScale.Band band, TextStyles styles) {
    return styles.strong().width(low(band));
  }

  private static double highWidth(PayScale.Band band, TextStyles styles) {
    return styles.strong().width(high(band)) + (band.openEnded() ? BandPainter.TIP : 0);
  }

  /** The round number next above: 1, 2, 2.5 or 5 times a power of ten. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1))));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= least && (factor * power) % 1 == 0) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
