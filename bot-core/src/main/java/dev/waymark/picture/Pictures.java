package dev.waymark.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the pictures. The first one loads fonts and Java2D, which takes most of a second; later
 * ones take some 25 milliseconds. The same input gives the same bytes. Thread-safe.
 */
public final class Pictures {

  static {
    // Before the first use of Java2D, which otherwise looks for a display and fails when DISPLAY
    // names one that is not there. A bot opens no window.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private @Nullable TextStyles styles;

  /** The steps of a guide as a trail: what is done, skipped, next, put off and still ahead. */
  public Drawn roadmap(Trail trail, Look look) {
    return new Drawn(RoadmapPicture.draw(trail, Palette.of(look), styles()), AltText.of(trail));
  }

  /**
   * The bands of a pay scale as bars on one axis. Those in another currency or for another period
   * than the band asked for (when none is, the first) cannot stand on it: the picture says how many
   * it leaves out.
   */
  public Drawn salaries(PayScale scale, Look look) {
    PayScale one = scale.onOneAxis();
    return new Drawn(SalaryChart.draw(one, Palette.of(look), styles()), AltText.of(one));
  }

  /** Draws one of each and throws it away, so that the first member does not wait for the fonts. */
  public void warmUp() {
    var trail = new Trail("", "", List.of(new Trail.Stop(1, "A", Trail.State.NEXT)));
    var band = new PayScale.Band("A", 1, 2, false, "USD", "year", true);
    var unused =
        List.of(
            roadmap(trail, Look.LIGHT), salaries(new PayScale("", List.of(band), ""), Look.LIGHT));
  }

  private synchronized TextStyles styles() {
    if (styles == null) {
      styles = TextStyles.load();
    }
    return styles;
  }
}
