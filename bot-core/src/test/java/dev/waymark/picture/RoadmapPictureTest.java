package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.picture.Pixels.Outline;
import dev.waymark.picture.Trail.State;
import dev.waymark.picture.Trail.Stop;
import dev.waymark.picture.TrailLayout.Row;
import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoadmapPictureTest {

  private static final int KILOBYTES_100 = 100_000;
  private static final String LONG_TITLE =
      "Understand, step by step, how a database keeps what it was told, whatever happens to it";

  private final Pictures pictures = new Pictures();
  private final TextStyles styles = TextStyles.load();

  /** Steps of these states, with titles of one line. */
  private static Trail trail(State... states) {
    return new Trail(
        "A way",
        "Some of it done",
        IntStream.range(0, states.length)
            .mapToObj(i -> new Stop(i + 1, "A step of the way", states[i]))
            .toList());
  }

  private static Trail trail(int stops, String title) {
    List<State> states = List.of(State.DONE, State.SKIPPED, State.LATER, State.OPEN);
    return new Trail(
        title,
        title,
        IntStream.rangeClosed(1, stops)
            .mapToObj(i -> new Stop(i, i + title, i == 9 ? State.NEXT : states.get(i % 4)))
            .toList());
  }

  private Pixels draw(Trail trail, Look look) {
    return Pixels.of(pictures.roadmap(trail, look));
  }

  private List<Row> rows(Trail trail) {
    return TrailLayout.of(trail, styles).rows();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 24, 25, 60, 61, 400})
  void isSmallAndAsWideAsAPhoneWhateverTheNumberOfSteps(int stops) {
    Drawn drawn = pictures.roadmap(trail(stops, LONG_TITLE), Look.LIGHT);

    assertThat(drawn.png()).hasSizeLessThan(KILOBYTES_100);
    assertThat(Pixels.of(drawn).width()).isEqualTo(720);
    assertThat(Pixels.of(drawn).height()).isBetween(200, 2000);
    assertThat(drawn.altText()).hasSizeLessThanOrEqualTo(1000);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void eachStateHasItsColour(State state) {
    Trail trail = trail(State.OPEN, state);
    Row row = rows(trail).get(1);
    for (Look look : Look.values()) {
      Palette palette = Palette.of(look);
      Color colour =
          switch (state) {
            case DONE -> palette.done();
            case SKIPPED -> palette.skipped();
            case NEXT -> palette.next();
            case LATER -> palette.later();
            case OPEN -> palette.open();
          };

      assertThat(draw(trail, look).count(row.x(), row.middle(), 20, colour))
          .as("%s in %s", state, look)
          .isGreaterThan(50);
    }
  }

  @Test
  void eachStateHasAShapeOfItsOwn() {
    Map<State, Outline> outlines = new EnumMap<>(State.class);
    for (State state : State.values()) {
      Palette palette = Palette.of(Look.LIGHT);
      try (var canvas = new Canvas(100, palette)) {
        new Marks(canvas, palette).draw(state, 50, 50);
        Outline outline = Pixels.of(canvas.png()).outline(50, 50, 32, palette.paper());
        assertThat(outlines.values()).as("%s", state).noneMatch(outline::looksLike);
        outlines.put(state, outline);
      }
    }
  }

  @Test
  void theWayIsWalkedWhereBothEndsArePassedAndUpToTheNextStep() {
    Trail trail = trail(State.DONE, State.SKIPPED, State.NEXT, State.OPEN, State.DONE);
    List<Row> rows = rows(trail);
    Pixels pixels = draw(trail, Look.LIGHT);
    Color done = Palette.of(Look.LIGHT).done();

    for (int i = 1; i < rows.size(); i++) {
      double x = (rows.get(i - 1).x() + rows.get(i).x()) / 2;
      double y = (rows.get(i - 1).middle() + rows.get(i).middle()) / 2;
      assertThat(pixels.count(x, y, 3, done) > 0).as("from %s", i).isEqualTo(i <= 2);
    }
  }

  @Test
  void theNextStepStandsOnACard() {
    Trail trail = trail(State.DONE, State.NEXT, State.OPEN);
    Color card = Palette.of(Look.DARK).card();
    Pixels pixels = draw(trail, Look.DARK);
    List<Row> rows = rows(trail);

    assertThat(pixels.at(Canvas.RIGHT, rows.get(1).middle())).isEqualTo(card);
    assertThat(pixels.at(Canvas.RIGHT, rows.get(0).middle())).isNotEqualTo(card);
    assertThat(pixels.at(Canvas.RIGHT, rows.get(2).middle())).isNotEqualTo(card);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theBackgroundIsThatOfTheLook(Look look) {
    assertThat(draw(trail(State.NEXT), look).at(1, 1)).isEqualTo(Palette.of(look).paper());
  }

  @Test
  void theLegendExplainsTheMarksThatAreThere() {
    TrailLayout layout = TrailLayout.of(trail(State.DONE, State.NEXT, State.OPEN), styles);

    assertThat(layout.legend())
        .extracting(TrailLayout.Entry::state)
        .containsExactly(State.DONE, State.OPEN);
  }

  @Test
  void aLongTrailShowsWhatIsAroundTheNextStepAndTheRestInSums() {
    State[] states = new State[60];
    for (int i = 0; i < 60; i++) {
      states[i] = i < 28 ? State.DONE : i < 30 ? State.SKIPPED : State.OPEN;
    }
    states[30] = State.NEXT;
    states[59] = State.LATER;
    List<Row> rows = rows(trail(states));

    assertThat(rows).hasSize(24);
    assertThat(rows.getFirst().lines()).containsExactly("23 earlier: 23 done");
    assertThat(rows.getLast().lines()).containsExactly("15 more: 1 for later, 14 ahead");
    assertThat(rows.get(1).number()).isEqualTo("24");
    assertThat(rows.get(8).isNext()).isTrue();
    assertThat(rows.get(8).number()).isEqualTo("31");
  }

  @Test
  void aLongTrailWithoutANextStepShowsWhereTheMemberIs() {
    State[] states = new State[60];
    for (int i = 0; i < 60; i++) {
      states[i] = i < 40 ? State.DONE : State.OPEN;
    }

    assertThat(rows(trail(states)).stream().map(Row::number).toList()).contains("40", "41");
  }

  static List<String> oddTitles() {
    return List.of(
        "",
        " ",
        "\u0000\u0007\u001b[31m\r\n\t",
        "\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB",
        "\u05E9\u05DC\u05D5\u05DD \u202E\u0645\u0631\u062D\u0628\u0627\u202C",
        "\u5B66\u4E60\u7F16\u7A0B",
        "\uD800 lone \uDC00 halves",
        "Donaudampfschifffahrtsgesellschaftskapitaensmuetze".repeat(20),
        "word ".repeat(100_000),
        "e\u0301".repeat(300),
        "Z\u0301\u0302\u0303\u0304\u0305\u0306algo",
        "\uFFFF\uFDD0\uE000");
  }

  @ParameterizedTest
  @MethodSource("oddTitles")
  void drawsWhateverTheTitlesHold(String title) {
    Drawn drawn = pictures.roadmap(trail(12, title), Look.LIGHT);

    assertThat(Pixels.of(drawn).width()).isEqualTo(720);
    assertThat(drawn.png()).hasSizeLessThan(KILOBYTES_100);
    assertThat(drawn.altText())
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(1000)
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E]");
  }

  @Test
  void aTitleThatCannotBeDrawnIsReplacedByItsNumber() {
    var emoji = new Trail("t", "c", List.of(new Stop(7, "\uD83D\uDE80 \u5B66", State.OPEN)));
    var number = new Trail("t", "c", List.of(new Stop(7, "Step 7", State.OPEN)));

    assertThat(pictures.roadmap(emoji, Look.DARK).png())
        .isEqualTo(pictures.roadmap(number, Look.DARK).png());
    assertThat(pictures.roadmap(emoji, Look.DARK).altText()).contains("7 \uD83D\uDE80 \u5B66");
  }

  @Test
  void aTitleChangesThePicture() {
    var one = new Trail("t", "c", List.of(new Stop(1, "Databases", State.OPEN)));
    var other = new Trail("t", "c", List.of(new Stop(1, "Networks", State.OPEN)));

    assertThat(pictures.roadmap(one, Look.DARK).png())
        .isNotEqualTo(pictures.roadmap(other, Look.DARK).png());
  }

  @Test
  void aTrailHasAStop() {
    assertThatThrownBy(() -> new Trail("t", "c", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one stop");
  }
}
