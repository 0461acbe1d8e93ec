package dev.waymark.picture;

import java.util.List;

/**
 * Salary bands beside each other.
 *
 * @param title what they are the bands of
 * @param bands from the lowest level to the highest; at least one
 * @param note caveat and source, for the foot of the picture; empty for none
 */
public record PayScale(String title, List<Band> bands, String note) {

  /**
   * @throws IllegalArgumentException when there is no band
   */
  public PayScale {
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("A pay scale needs at least one band.");
    }
  }

  /**
   * The bands that can stand on one axis with the one asked for; the note says what is left out.
   */
  PayScale onOneAxis() {
    Band first = bands.stream().filter(Band::asked).findFirst().orElse(bands.getFirst());
    List<Band> kept = bands.stream().filter(first::comparable).toList();
    int left = bands.size() - kept.size();
    String more =
        switch (left) {
          case 0 -> "";
          case 1 -> "One band in another currency or period is not drawn.";
          default -> left + " bands in another currency or period are not drawn.";
        };
    return new PayScale(title, kept, (note + " " + more).strip());
  }

  /** What the figures are: {@code a year, in USD}. */
  String unit() {
    Band band = bands.getFirst();
    String article = band.period().matches("(?i)[aeio].*|hour.*") ? "an " : "a ";
    return (band.period().isBlank() ? "" : article + band.period() + ", ")
        + "in "
        + band.currency();
  }

  /**
   * What one level is paid.
   *
   * @param level the level's name, best kept under 45 characters
   * @param low lower end, in whole units of the currency, not negative
   * @param high upper end, not below {@code low}
   * @param openEnded whether more than {@code high} is paid as well
   * @param currency ISO 4217 code, such as {@code USD}
   * @param period what the figures are paid for: {@code year}, {@code month}, {@code hour}
   * @param asked whether this is the band that was asked for
   */
  public record Band(
      String level,
      int low,
      int high,
      boolean openEnded,
      String currency,
      String period,
      boolean asked) {

    /**
     * @throws IllegalArgumentException when the figures are no range
     */
    public Band {
      if (low < 0 || high < low) {
        throw new IllegalArgumentException("No range of pay: " + low + " to " + high);
      }
    }

    /** Whether both can stand on one axis. */
    boolean comparable(Band other) {
      return currency.equals(other.currency) && period.equals(other.period);
    }
  }
}
