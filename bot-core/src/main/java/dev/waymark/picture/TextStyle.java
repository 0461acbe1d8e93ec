package dev.waymark.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is set.
 *
 * @param face its typeface
 * @param size in pixels of the drawing, of which a phone shows two as one
 */
record TextStyle(Typeface face, double size) {

  private static final String ELLIPSIS = "…";

  /** From one baseline to the next. */
  double leading() {
    return size * 1.25;
  }

  /** The baseline of a line whose top is given. */
  double baselineBelow(double top) {
    return top + size * 0.98;
  }

  /** The baseline of a line whose capital letters stand around a middle. */
  double baselineAround(double middle) {
    return middle + size * 0.355;
  }

  /** One line that holds only what can be drawn; may be empty. */
  String printable(String text) {
    return Printable.drawn(text, face);
  }

  double width(String text) {
    return face.width(text, size);
  }

  double height(List<String> lines) {
    return lines.size() * leading();
  }

  /**
   * The printable part of a text, broken into lines; none when nothing is left. A word wider than a
   * line is broken where the line ends; what does not fit into the lines is cut, and an ellipsis
   * says so.
   */
  List<String> wrap(String text, double width, int maxLines) {
    var lines = new ArrayList<String>();
    String rest = printable(text);
    while (!rest.isEmpty() && lines.size() < maxLines) {
      int end = fitting(rest, width);
      if (end < rest.length() && lines.size() == maxLines - 1) {
        lines.add(cut(rest, width));
        return lines;
      }
      int space = rest.lastIndexOf(' ', end);
      int stop = end == rest.length() || space <= 0 ? end : space;
      lines.add(rest.substring(0, stop).strip());
      rest = rest.substring(stop).strip();
    }
    return lines;
  }

  private String cut(String text, double width) {
    String kept = text.substring(0, fitting(text, width - width(ELLIPSIS))).strip();
    return kept + ELLIPSIS;
  }

  /** How many characters of a text fit into a width; at least one code point. */
  private int fitting(String text, double width) {
    int end = text.offsetByCodePoints(0, 1);
    double used = width(text.substring(0, end));
    while (end < text.length()) {
      int after = text.offsetByCodePoints(end, 1);
      used += width(text.substring(end, after));
      if (used > width) {
        break;
      }
      end = after;
    }
    return end;
  }
}
