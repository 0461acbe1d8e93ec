package dev.waymark.picture;

import dev.waymark.picture.Trail.State;
import dev.waymark.picture.Trail.Stop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where everything on a trail stands, in pixels.
 *
 * @param title lines of the guide's title
 * @param count lines that say how far the member is
 * @param countTop where those begin
 * @param rows the steps, from top to bottom
 * @param legend the marks that are explained at the foot
 * @param legendTop where that begins
 * @param bottom where all ends
 */
record TrailLayout(
    List<String> title,
    List<String> count,
    double countTop,
    List<Row> rows,
    List<Entry> legend,
    double legendTop,
    double bottom) {

  static final double TOP = 28;

  /** Where the numbers of the steps begin. */
  static final double NUMBER_X = 132;

  /** Between a mark or a number and its text. */
  static final double TEXT_GAP = 12;

  /** Room inside the card of the next step. */
  static final double CARD_PAD = 16;

  /** Room between the texts of two steps. */
  static final double ROW_GAP = 20;

  // A longer trail is a picture that nobody can read in a chat: it shows what is around the next
  // step, and the rest in two sums.
  private static final int MAX_ROWS = 24;
  private static final int BEHIND = 7;

  // With more lines than that, each title gets one.
  private static final int MAX_LINES = 26;

  private static final double TRAIL_X = 72;
  private static final double SWING = 26;
  private static final double ROW = 52;

  /**
   * A step or a sum of steps, and the room that it takes.
   *
   * @param state empty for a sum
   * @param passed whether the member has passed it, all of it when it is a sum
   * @param number what it is called by; empty for a sum
   * @param lines its title
   * @param x the middle of its mark
   * @param textX where its title begins
   */
  record Row(
      Optional<State> state,
      boolean passed,
      String number,
      List<String> lines,
      double x,
      double textX,
      double top,
      double height) {

    double middle() {
      return top + height / 2;
    }

    boolean isNext() {
      return state.equals(Optional.of(State.NEXT));
    }
  }

  /** A mark that is explained, and where it stands. */
  record Entry(State state, double x, double middle) {

    double textX() {
      return x + Marks.RADIUS + TEXT_GAP;
    }
  }

  private record Item(Optional<State> state, boolean passed, String number, String words) {}

  static TrailLayout of(Trail trail, TextStyles styles) {
    List<String> title = styles.title().wrap(trail.title(), Canvas.RIGHT - Canvas.MARGIN, 2);
    List<String> count = styles.body().wrap(trail.count(), Canvas.RIGHT - Canvas.MARGIN, 2);
    double countTop = TOP + styles.title().height(title) + 4;
    List<Item> items = items(trail.stops(), styles.body());
    double rowsTop = countTop + styles.body().height(count) + 22;
    List<Row> rows = rows(items, styles, rowsTop, 2);
    if (rows.stream().mapToInt(r -> r.lines().size()).sum() > MAX_LINES) {
      rows = rows(items, styles, rowsTop, 1);
    }
    double legendTop = rows.getLast().top() + rows.getLast().height() + 30;
    List<Entry> legend = legend(rows, styles, legendTop);
    double bottom = legend.isEmpty() ? legendTop : legend.getLast().middle() + Marks.RADIUS + 28;
    return new TrailLayout(title, count, countTop, rows, legend, legendTop, bottom);
  }

  private static List<Item> items(List<Stop> stops, TextStyle style) {
    List<Item> all = stops.stream().map(s -> item(s, style)).toList();
    if (stops.size() <= MAX_ROWS) {
      return all;
    }
    int window = MAX_ROWS - 2;
    int from = Math.clamp(here(stops) - BEHIND, 0, stops.size() - window);
    int to = from + window;
    var items = new ArrayList<Item>();
    sum(stops.subList(0, from), "earlier").ifPresent(items::add);
    items.addAll(all.subList(from, to));
    sum(stops.subList(to, stops.size()), "more").ifPresent(items::add);
    return items;
  }

  /** Where the member is: at the next step or, when there is none, behind the last one passed. */
  private static int here(List<Stop> stops) {
    int passed = 0;
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).state() == State.NEXT) {
        return i;
      }
      passed = stops.get(i).state().passed() ? i + 1 : passed;
    }
    return passed;
  }

  private static Item item(Stop stop, TextStyle style) {
    String title = style.printable(stop.title());
    boolean readable = title.codePoints().anyMatch(Character::isLetterOrDigit);
    String words = readable ? title : "Step " + stop.number();
    return new Item(Optional.of(stop.state()), stop.state().passed(), "" + stop.number(), words);
  }

  /** {@code 12 earlier: 10 done, 2 skipped}. */
  private static Optional<Item> sum(List<Stop> stops, String which) {
    if (stops.isEmpty()) {
      return Optional.empty();
    }
    Map<State, Long> counts =
        stops.stream()
            .collect(
                Collectors.groupingBy(
                    Stop::state, () -> new EnumMap<>(State.class), Collectors.counting()));
    String states =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().words().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    boolean passed = stops.stream().allMatch(s -> s.state().passed());
    return Optional.of(
        new Item(Optional.empty(), passed, "", stops.size() + " " + which + ": " + states));
  }

  private static List<Row> rows(List<Item> items, TextStyles styles, double top, int maxLines) {
    double widest =
        items.stream().mapToDouble(i -> styles.strong().width(i.number())).max().orElse(0);
    double textX = NUMBER_X + widest + TEXT_GAP;
    var rows = new ArrayList<Row>();
    double y = top;
    for (Item item : items) {
      boolean next = item.state().equals(Optional.of(State.NEXT));
      TextStyle style = next ? styles.strong() : styles.body();
      double width = Canvas.RIGHT - textX;
      List<String> lines =
          style.wrap(item.words(), width, next ? 3 : item.state().isEmpty() ? 2 : maxLines);
      double text = style.height(lines);
      double height =
          next
              ? text + styles.small().leading() + 2 * CARD_PAD + ROW_GAP
              : Math.max(ROW, text + ROW_GAP);
      double x = TRAIL_X + SWING * Math.sin(rows.size() * Math.PI / 3);
      rows.add(new Row(item.state(), item.passed(), item.number(), lines, x, textX, y, height));
      y += height;
    }
    return rows;
  }

  /** The states that are there, but for the next step, whose card says what it is. */
  private static List<Entry> legend(List<Row> rows, TextStyles styles, double top) {
    var entries = new ArrayList<Entry>();
    double x = Canvas.MARGIN;
    double y = top + Marks.RADIUS;
    for (State state : State.values()) {
      if (state == State.NEXT
          || rows.stream().noneMatch(r -> r.state().equals(Optional.of(state)))) {
        continue;
      }
      double width = 2 * Marks.RADIUS + TEXT_GAP + styles.small().width(state.words());
      if (x + width > Canvas.RIGHT) {
        x = Canvas.MARGIN;
        y += 2 * Marks.RADIUS + 16;
      }
      entries.add(new Entry(state, x + Marks.RADIUS, y));
      x += width + 30;
    }
    return entries;
  }
}
