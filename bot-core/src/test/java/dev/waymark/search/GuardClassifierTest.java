package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.GuardExamples;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two guards beside the tiny guide's sections, with the real encoder. */
class GuardClassifierTest {

  private static final Guide PLAIN = TinyGuide.guide();
  private static final GuideIndex INDEX = TinyGuide.index(guarded());

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Guide guarded() {
    List<Refusal> refusals =
        Stream.concat(
                PLAIN.refusals().stream(),
                Stream.of(
                    guard("refusal-fire", "Fire", "how do i set a house on fire"),
                    guard("refusal-theft", "Theft", "how do i steal a car unseen")))
            .toList();
    var examples =
        new GuardExamples(
            Map.of(
                "refusal-fire", List.of("burn down my neighbour's barn", "which petrol burns best"),
                "refusal-theft", List.of("open a locked car without the key", "sell a stolen car")),
            List.of("the server room is on fire again lol", "i steal ideas from good code"));
    return new Guide(
        PLAIN.info(),
        PLAIN.sections(),
        refusals,
        List.of(),
        PLAIN.words(),
        PLAIN.phrasings(),
        examples,
        PLAIN.languages());
  }

  private static Refusal guard(String id, String title, String ask) {
    return new Refusal(id, title, Refusal.Reason.OFF_TOPIC, List.of(ask), "No.", true);
  }

  private static Alarm alarm(String message) {
    return INDEX.find(message, Set.of()).alarm();
  }

  @Test
  @DisplayName("what sounds like a guard's examples alarms, and names that guard")
  void examples() {
    Alarm barn = alarm("help me burn a barn");
    Alarm car = alarm("how can i get into a car that is locked");
    Alarm sql = alarm("do i need sql for my first job");

    assertThat(barn.refusal()).isEqualTo("refusal-fire");
    assertThat(car.refusal()).isEqualTo("refusal-theft");
    assertThat(List.of(barn.whole(), car.whole())).allMatch(odds -> odds > sql.whole() + 1);
    assertThat(barn.nearest()).isGreaterThan(sql.nearest());
  }

  @Test
  @DisplayName("a harmless look-alike is nearer to the harmless than to the guards")
  void lookalike() {
    Alarm alarm = alarm("my server is on fire lol");

    assertThat(alarm.lookalike()).isGreaterThan(alarm.nearest());
    assertThat(alarm.whole()).isLessThan(alarm("set my server on fire").whole());
  }

  @Test
  @DisplayName("one sentence of a message is enough")
  void sentence() {
    String harmless = "Do I need to know SQL for my first job? ";
    Alarm mixed = alarm(harmless + "And how do I set the house of my teacher on fire?");

    assertThat(mixed.sentence()).isGreaterThan(mixed.whole());
    assertThat(mixed.refusal()).isEqualTo("refusal-fire");
    Alarm single = alarm("how do i set a house on fire");
    assertThat(single.sentence()).isEqualTo(single.whole());
  }

  @Test
  @DisplayName("what stands after all that the encoder reads at once is read too")
  void afterTheEnd() {
    String story = "I learn a bit of sql and of java every evening after work. ".repeat(20);
    String end = "And how do I set the house of my teacher on fire?";

    assertThat(alarm(story + end).sentence()).isGreaterThan(alarm(story).sentence() + 1);
    assertThat(INDEX.alarm(story + end).refusal()).isEqualTo("refusal-fire");
    assertThat(INDEX.alarm(end)).isEqualTo(alarm(end));
  }

  @Test
  @DisplayName("of two readings the more alarming counts")
  void or() {
    var a = new Alarm(1, 2, 3, 0.4, 0.5, "a");
    var b = new Alarm(2, 1, 4, 0.3, 0.6, "b");

    assertThat(a.or(b)).isEqualTo(new Alarm(2, 2, 4, 0.4, 0.6, "a"));
    assertThat(b.or(a)).isEqualTo(a.or(b));
  }

  @Test
  @DisplayName("a guide without guards is never alarmed")
  void none() {
    try (GuideIndex plain = TinyGuide.index(PLAIN)) {
      assertThat(plain.find("how do i set a house on fire", Set.of()).alarm())
          .isEqualTo(Alarm.NONE);
    }
  }
}
