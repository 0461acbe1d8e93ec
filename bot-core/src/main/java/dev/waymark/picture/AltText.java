package dev.waymark.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A picture in words, short enough for every platform. */
final class AltText {

  /** Characters. Discord allows 1,024. */
  static final int MAX = 1000;

  private static final int TITLE = 90;

  private AltText() {}

  /** All steps by title; by number alone, but for the next, when the titles are too long. */
  static String of(Trail trail) {
    String full = trail(trail, true);
    return full.length() <= MAX ? full : cut(trail(trail, false), MAX);
  }

  private static String trail(Trail trail, boolean titles) {
    var sentences = new ArrayList<String>();
    sentences.add("Roadmap: " + spoken(trail.title()));
    sentences.add(spoken(trail.count()));
    for (Trail.State state : Trail.State.values()) {
      List<Trail.Stop> stops = trail.stops().stream().filter(s -> s.state() == state).toList();
      if (!stops.isEmpty()) {
        boolean named = titles || state == Trail.State.NEXT;
        sentences.add(state.words() + ": " + (named ? named(stops) : numbered(stops)));
      }
    }
    return sentences(sentences);
  }

  private static String named(List<Trail.Stop> stops) {
    return stops.stream()
        .map(s -> s.number() + " " + spoken(s.title()))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  /** {@code 1 to 4, 7, 9 to 12}. */
  private static String numbered(List<Trail.Stop> stops) {
    var parts = new ArrayList<String>();
    int first = 0;
    for (int i = 0; i < stops.size(); i++) {
      if (i + 1 < stops.size() && stops.get(i + 1).number() == stops.get(i).number() + 1) {
        continue;
      }
      int from = stops.get(first).number();
      int to = stops.get(i).number();
      parts.add(from == to ? "" + from : from + " to " + to);
      first = i + 1;
    }
    return String.join(", ", parts);
  }

  /** Every band with its figures. */
  static String of(PayScale scale) {
    var sentences = new ArrayList<String>();
    sentences.add("Chart: " + spoken(scale.title()));
    sentences.add("Pay " + spoken(scale.unit()));
    for (PayScale.Band band : scale.bands()) {
      Money money = Money.of(band.currency());
      sentences.add(
          spoken(band.level())
              + ": "
              + money.amount(band.low())
              + (band.high() == band.low() ? "" : " to " + money.amount(band.high()))
              + (band.openEnded() ? " and more" : "")
              + (band.asked() ? " (the level you asked for)" : ""));
    }
    sentences.add(cut(Printable.spoken(scale.note()), 3 * TITLE));
    return cut(sentences(sentences), MAX);
  }

  private static String spoken(String text) {
    return cut(Printable.spoken(text), TITLE);
  }

  private static String sentences(List<String> sentences) {
    return sentences.stream()
        .filter(s -> !s.isEmpty())
        .map(s -> s.endsWith(".") || s.endsWith("!") || s.endsWith("?") ? s : s + ".")
        .collect(Collectors.joining(" "));
  }

  /** At most so many characters, never half of one. */
  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
