package dev.waymark.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a look. Every text has a contrast of at least 4.5 to what it stands on, every mark
 * of at least 3; done and next differ in lightness too, so they stay apart without red or green.
 *
 * @param paper what all is drawn on
 * @param ink text
 * @param quiet text that steps back
 * @param line what separates and guides the eye
 * @param done the way behind, and the marks of what is done
 * @param next the next step, the level asked for
 * @param nextInk text and marks on {@code next}
 * @param card what the next step's text stands on
 * @param label small text on {@code card}
 * @param skipped marks of what was skipped
 * @param later marks of what was put off
 * @param open marks of what is still to come
 * @param bar a salary that was not asked for
 */
record Palette(
    Color paper,
    Color ink,
    Color quiet,
    Color line,
    Color done,
    Color next,
    Color nextInk,
    Color card,
    Color label,
    Color skipped,
    Color later,
    Color open,
    Color bar) {

  /** All of them. */
  List<Color> colours() {
    return List.of(
        paper, ink, quiet, line, done, next, nextInk, card, label, skipped, later, open, bar);
  }

  static Palette of(Look look) {
    return switch (look) {
      case LIGHT ->
          new Palette(
              new Color(0xFBFAF6),
              new Color(0x1B2430),
              new Color(0x56616E),
              new Color(0xDEDBD2),
              new Color(0x00695C),
              new Color(0xF29100),
              new Color(0x1B2430),
              new Color(0xFFF0D2),
              new Color(0x844600),
              new Color(0x5D6B7C),
              new Color(0x7A4FA3),
              new Color(0x828C97),
              new Color(0x768DA0));
      case DARK ->
          new Palette(
              new Color(0x1E2227),
              new Color(0xEFF2F5),
              new Color(0xAEB7C2),
              new Color(0x3A424C),
              new Color(0x3DBFA5),
              new Color(0xFFB84D),
              new Color(0x1B2430),
              new Color(0x3A3222),
              new Color(0xFFCB7D),
              new Color(0xA3B1C2),
              new Color(0xBFA3E6),
              new Color(0x75808D),
              new Color(0x6E8598));
    };
  }
}
