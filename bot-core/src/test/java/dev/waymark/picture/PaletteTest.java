package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

  // Machado, Oliveira and Fernandes (2009), severity 1: linear RGB as these eyes see it.
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };
  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };
  private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  @ParameterizedTest
  @EnumSource(Look.class)
  void textIsReadableOnWhatItStandsOn(Look look) {
    Palette p = Palette.of(look);

    assertThat(contrast(p.ink(), p.paper())).isGreaterThan(7);
    assertThat(contrast(p.quiet(), p.paper())).isGreaterThan(4.5);
    assertThat(contrast(p.ink(), p.card())).isGreaterThan(7);
    assertThat(contrast(p.label(), p.card())).isGreaterThan(4.5);
    assertThat(contrast(p.nextInk(), p.next())).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void marksAndBarsStandOutOfThePaper(Look look) {
    Palette p = Palette.of(look);

    assertThat(contrast(p.done(), p.paper())).isGreaterThan(4.5);
    assertThat(contrast(p.skipped(), p.paper())).isGreaterThan(4.5);
    assertThat(contrast(p.later(), p.paper())).isGreaterThan(4.5);
    assertThat(contrast(p.open(), p.paper())).isGreaterThan(3);
    assertThat(contrast(p.bar(), p.paper())).isGreaterThan(3);
    // The board is light on light paper: its dark dot and the card beside it carry it.
    assertThat(contrast(p.next(), p.paper())).isGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theColourBlindTellTheStatesApart(Look look) {
    Palette p = Palette.of(look);
    for (double[][] eye : List.of(ALL_CONES, PROTANOPIA, DEUTERANOPIA)) {
      assertThat(difference(eye, p.done(), p.next())).isGreaterThan(40);
      assertThat(difference(eye, p.bar(), p.next())).isGreaterThan(40);
      assertThat(difference(eye, p.later(), p.next())).isGreaterThan(40);
      assertThat(difference(eye, p.done(), p.later())).isGreaterThan(20);
      assertThat(difference(eye, p.done(), p.open())).isGreaterThan(12);
      assertThat(difference(eye, p.skipped(), p.later())).isGreaterThan(12);
    }
  }

  /** As WCAG 2 defines it: 1 to 21. */
  private static double contrast(Color a, Color b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(Color c) {
    double[] rgb = linear(c);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] linear(Color c) {
    float[] rgb = c.getRGBColorComponents(null);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  /** Distance in CIELAB, where 2 is just seen. */
  private static double difference(double[][] eye, Color a, Color b) {
    double[] x = lab(seen(eye, linear(a)));
    double[] y = lab(seen(eye, linear(b)));
    return Math.sqrt(
        Math.pow(x[0] - y[0], 2) + Math.pow(x[1] - y[1], 2) + Math.pow(x[2] - y[2], 2));
  }

  private static double[] seen(double[][] eye, double[] rgb) {
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2];
      seen[i] = Math.clamp(sum, 0.0, 1.0);
    }
    return seen;
  }

  private static double[] lab(double[] rgb) {
    double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505;
    double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089;
    return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
