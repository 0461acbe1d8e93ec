package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.picture.PayScale.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SalaryChartTest {

  private final Pictures pictures = new Pictures();
  private final TextStyles styles = TextStyles.load();

  private static Band band(String level, int low, int high, boolean openEnded, boolean asked) {
    return new Band(level, low, high, openEnded, "USD", "year", asked);
  }

  private static PayScale scale(Band... bands) {
    return new PayScale("Salary", List.of(bands), "Source: a survey.");
  }

  private static final PayScale THREE =
      scale(
          band("Entry", 60_000, 90_000, false, false),
          band("Mid", 90_000, 130_000, false, true),
          band("Lead", 140_000, 210_000, true, false));

  private Pixels draw(PayScale scale, Look look) {
    return Pixels.of(pictures.salaries(scale, look));
  }

  private double barMiddle(SalaryLayout layout, int band) {
    return layout.barTop(band) + SalaryLayout.BAR / 2;
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void eachBarReachesFromItsLowerToItsUpperFigure(Look look) {
    SalaryLayout layout = SalaryLayout.of(THREE, styles);
    Palette palette = Palette.of(look);
    Pixels pixels = draw(THREE, look);

    for (int i = 0; i < 3; i++) {
      Band band = THREE.bands().get(i);
      double y = barMiddle(layout, i);
      var bar = band.asked() ? palette.next() : palette.bar();
      assertThat(pixels.at(layout.x(band.low()) + 5, y)).isEqualTo(bar);
      assertThat(pixels.at(layout.x(band.high()) - 5, y)).isEqualTo(bar);
      assertThat(pixels.at(layout.x(band.low()) - 5, y)).isEqualTo(palette.paper());
      assertThat(pixels.count(layout.x(band.low()) - 40, y, 15, palette.ink())).isPositive();
      assertThat(pixels.count(layout.x(band.high()) + 45, y, 15, palette.ink())).isPositive();
    }
  }

  @Test
  void theBarAskedForIsOutlinedToo() {
    SalaryLayout layout = SalaryLayout.of(THREE, styles);
    Palette palette = Palette.of(Look.LIGHT);
    Pixels pixels = draw(THREE, Look.LIGHT);

    assertThat(pixels.at(layout.x(110_000), layout.barTop(1))).isEqualTo(palette.ink());
    assertThat(pixels.at(layout.x(75_000), layout.barTop(0))).isEqualTo(palette.bar());
  }

  @Test
  void anOpenEndHasATip() {
    SalaryLayout layout = SalaryLayout.of(THREE, styles);
    Palette palette = Palette.of(Look.LIGHT);
    Pixels pixels = draw(THREE, Look.LIGHT);

    double beyond = BandPainter.TIP - 5;
    assertThat(pixels.at(layout.x(210_000) + beyond, barMiddle(layout, 2)))
        .isEqualTo(palette.bar());
    assertThat(pixels.at(layout.x(90_000) + 5, barMiddle(layout, 0))).isEqualTo(palette.paper());
    assertThat(SalaryLayout.high(THREE.bands().get(2))).isEqualTo("$210k+");
    assertThat(SalaryLayout.high(THREE.bands().get(1))).isEqualTo("$130k");
  }

  @Test
  void theLinesOfTheAxisStandAtTheirFigures() {
    SalaryLayout layout = SalaryLayout.of(THREE, styles);
    Pixels pixels = draw(THREE, Look.LIGHT);

    assertThat(layout.step()).isEqualTo(100_000);
    double y = layout.plotBottom() - 8;
    assertThat(pixels.shape(layout.x(100_000), y, 2, Palette.of(Look.LIGHT).paper()).isEmpty())
        .isFalse();
    assertThat(pixels.shape(layout.x(150_000), y, 2, Palette.of(Look.LIGHT).paper()).isEmpty())
        .isTrue();
  }

  @Test
  void theTextSaysAllThatThePictureShows() {
    assertThat(pictures.salaries(THREE, Look.DARK).altText())
        .isEqualTo(
            "Chart: Salary. Pay a year, in USD. Entry: $60k to $90k. Mid: $90k to $130k (the level"
                + " you asked for). Lead: $140k to $210k and more. Source: a survey.");
  }

  @Test
  void bandsOfAnotherCurrencyOrPeriodAreLeftOutAndSaidSo() {
    PayScale mixed =
        new PayScale(
            "Salary",
            List.of(
                new Band("Entry", 50, 60, false, "USD", "hour", false),
                new Band("Mid", 90_000, 130_000, false, "EUR", "year", true),
                new Band("Senior", 100_000, 150_000, false, "EUR", "year", false),
                new Band("Lead", 90_000, 130_000, false, "USD", "year", false)),
            "");

    assertThat(pictures.salaries(mixed, Look.LIGHT).altText())
        .isEqualTo(
            "Chart: Salary. Pay a year, in EUR. Mid: €90k to €130k (the level you asked for)."
                + " Senior: €100k to €150k. 2 bands in another currency or period are not drawn.");
  }

  static List<PayScale> oddScales() {
    List<Band> many =
        IntStream.range(0, 25)
            .mapToObj(i -> band("Level " + i, i * 1000, i * 2000, i % 2 == 0, i == 3))
            .toList();
    String odd = "\uD83D\uDE80\u0000\u5B66".repeat(500);
    String longWord = "Hauptabteilungsleiterinnen".repeat(30);
    return List.of(
        scale(band("Nothing", 0, 0, false, false)),
        scale(band("One figure", 60_000, 60_000, true, true)),
        scale(band("All", 0, Integer.MAX_VALUE, true, true)),
        scale(band("Far apart", 1, 2, false, true), band("", 900_000, 900_001, true, false)),
        new PayScale(odd, List.of(new Band(odd, 1, 2, true, odd, odd, true)), odd),
        new PayScale(
            longWord, List.of(band(longWord, 1234, 1_234_567, true, true)), longWord.repeat(9)),
        new PayScale("", List.of(new Band("", 25, 40, false, "", "", false)), ""),
        new PayScale("Many", many, "Source"));
  }

  @ParameterizedTest
  @MethodSource("oddScales")
  void drawsWhateverTheBandsHold(PayScale scale) {
    for (Look look : Look.values()) {
      Drawn drawn = pictures.salaries(scale, look);

      assertThat(Pixels.of(drawn).width()).isEqualTo(720);
      assertThat(drawn.png()).hasSizeLessThan(100_000);
      assertThat(drawn.altText()).isNotBlank().hasSizeLessThanOrEqualTo(1000);
    }
  }

  @Test
  void allFiguresStandInsideThePicture() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var bands = new ArrayList<Band>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        int low = random.nextInt(1 << random.nextInt(1, 30));
        int high = low + random.nextInt(1 << random.nextInt(1, 30));
        bands.add(
            new Band(
                "Level", low, high, random.nextBoolean(), "CHF", "year", random.nextBoolean()));
      }
      SalaryLayout layout = SalaryLayout.of(new PayScale("Salary", bands, ""), styles);
      for (Band band : bands) {
        double gap = SalaryLayout.FIGURE_GAP;
        double low = layout.x(band.low()) - gap - styles.strong().width(SalaryLayout.low(band));
        double high = layout.x(band.high()) + gap + styles.strong().width(SalaryLayout.high(band));
        assertThat(low).as("%s", bands).isGreaterThan(Canvas.MARGIN - 2);
        assertThat(high).as("%s", bands).isLessThan(Canvas.RIGHT + 2);
      }
    }
  }

  @Test
  void figuresThatAreNoRangeAreRefused() {
    assertThatThrownBy(() -> band("x", 2, 1, false, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No range of pay: 2 to 1");
    assertThatThrownBy(() -> band("x", -1, 1, false, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scale()).isInstanceOf(IllegalArgumentException.class);
  }
}
