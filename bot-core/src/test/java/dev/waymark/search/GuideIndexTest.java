package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideIndexTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final GuideIndex INDEX = TinyGuide.index(GUIDE);

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Findings find(String question) {
    return INDEX.find(question, Set.of());
  }

  private static List<String> ids(Findings findings) {
    return Stream.concat(findings.sections().stream().map(Hit::id), findings.others().stream())
        .toList();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      textBlock =
          """
          which programming language should I start with,     step-1
          is pyhton good for begginers,                        step-1
          C++,                                                 step-1
          what to study about storing data,                    step-2
          do i need postgresql,                                step-2
          how can I find contacts in the field,                step-3
          are meetups worth it,                                step-3
          is linkedin worth it,                                step-3
          what happens on the wire when I open a page,         skill-networking
          which protocols should i know,                       skill-networking
          can I get hired without university,                  faq-without-degree
          is uni needed 4 this,                                faq-without-degree
          does an aws certifcation help,                       faq-certifications
          how much money do juniors make,                      salary-entry
          'is $80,000 a good start',                           salary-entry
          is home office possible,                             topic-hours
          do they work on weekends,                            topic-hours
          """)
  void theRightSectionComesFirst(String question, String id) {
    assertThat(find(question).sections().getFirst().id()).isEqualTo(id);
    assertThat(INDEX.glance(question).sections().getFirst().id()).isEqualTo(id);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "how much tax is taken off in Munich, refusal-taxes",
    "will my employer sponsor a visa, refusal-visa",
    "how do I bake pancakes, refusal-cooking"
  })
  void aRefusalIsNearerThanAnySectionWhereTheGuideSaysNothing(String question, String refusal) {
    Findings findings = find(question);

    Hit nearest = findings.refusals().getFirst();
    assertThat(nearest.id()).isEqualTo(refusal);
    assertThat(findings.sections()).allMatch(s -> s.nearest() < nearest.nearest());
  }

  @Test
  @DisplayName("where the guide does say, the section is nearer than any refusal")
  void noRefusal() {
    Findings findings = find("do I have to know sql");

    assertThat(findings.refusals()).allMatch(r -> r.nearest() < 0.5);
    assertThat(findings.sections().getFirst().nearest()).isGreaterThan(0.5);
  }

  @Test
  @DisplayName("of sections that say the same, the one whose id comes first comes first")
  void ties() {
    List<Section> twins =
        Stream.of("c-twin", "a-twin", "b-twin")
            .map(
                id ->
                    TinyGuide.section(
                        id,
                        Section.Kind.FAQ,
                        "Is sql needed?",
                        "Yes.",
                        List.of("must I know sql"),
                        "Learn it."))
            .toList();
    try (GuideIndex index = TinyGuide.index(TinyGuide.of(twins))) {
      assertThat(ids(index.find("sql", Set.of()))).containsExactly("a-twin", "b-twin", "c-twin");
      assertThat(ids(index.find("nothing", Set.of())))
          .containsExactly("a-twin", "b-twin", "c-twin");
      assertThat(index.search("sql", 9)).containsExactly("a-twin", "b-twin", "c-twin");
      assertThat(index.search("sql", 1)).containsExactly("a-twin");
      assertThat(index.encoderAlone().rank("sql"))
          .extracting(Baseline.Scored::id)
          .containsExactly("a-twin", "b-twin", "c-twin");
    }
  }

  /** All that can be compared. */
  private static List<Object> comparable(Findings findings) {
    return List.of(
        findings.reading().text(),
        findings.reading().words(),
        findings.reading().unknown(),
        findings.sections(),
        findings.others(),
        findings.refusals(),
        findings.unseen());
  }

  @Test
  @DisplayName("the same question gives the same findings, in another index too")
  void same() {
    String question = "do I need uni 4 this, and how much does a junior earn?";
    List<Object> once = comparable(find(question));

    assertThat(comparable(find(question))).isEqualTo(once);
    try (GuideIndex other = TinyGuide.index(TinyGuide.guide())) {
      assertThat(comparable(other.find(question, Set.of()))).isEqualTo(once);
    }
  }

  @Test
  @DisplayName("100 callers at once find what one alone finds")
  void threads() throws Exception {
    List<String> questions = List.of("which language", "any tax", "no degree", "sql -tables", "");
    List<List<Object>> alone = questions.stream().map(q -> comparable(find(q))).toList();
    List<List<String>> searched = questions.stream().map(q -> INDEX.search(q, 9)).toList();

    List<Boolean> together =
        Together.run(
            100,
            () ->
                questions.stream().map(q -> comparable(find(q))).toList().equals(alone)
                    && questions.stream().map(q -> INDEX.search(q, 9)).toList().equals(searched));

    assertThat(together).hasSize(100).containsOnly(true);
  }

  @Test
  @DisplayName("every section is found once: near ones with their signals, the others by id")
  void everySection() {
    var sections = new ArrayList<>(GUIDE.sections());
    for (int i = 0; i < 60; i++) {
      sections.add(
          TinyGuide.section(
              "filler-%02d".formatted(i),
              Section.Kind.TOPIC,
              "Plant number " + i,
              "",
              List.of(),
              "Water it."));
    }
    try (GuideIndex index = TinyGuide.index(TinyGuide.of(sections))) {
      Findings findings = index.find("which language first", Set.of());
      String last = findings.others().getLast();
      Findings always = index.find("which language first", Set.of(last, "no-such-section"));

      assertThat(ids(findings))
          .containsExactlyInAnyOrderElementsOf(sections.stream().map(Section::id).toList());
      assertThat(findings.sections().getFirst().id()).isEqualTo("step-1");
      assertThat(findings.sections()).extracting(Hit::id).doesNotContain(last);
      assertThat(always.sections()).extracting(Hit::id).contains(last);
      assertThat(always.others()).doesNotContain(last);
      assertThat(ids(always)).hasSize(sections.size()).doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("a shared phrasing finds its section and no other")
  void sharedPhrasings() {
    List<Hit> hits = find("i know nobody in this field").sections();

    assertThat(hits.getFirst().id()).isEqualTo("step-3");
    assertThat(hits.getFirst().phrasing()).isGreaterThan(0.99);
    assertThat(hits.stream().skip(1)).allMatch(h -> h.phrasing() < 0.7);
  }

  @Test
  @DisplayName("words that no section holds are counted, stop words are not")
  void unseen() {
    assertThat(find("do I need sql").unseen()).isLessThan(0.6);
    assertThat(find("zorblax").unseen()).isOne();
    assertThat(find("what should I do").unseen()).isZero();
    assertThat(find("tables zorblax").unseen()).isEqualTo(0.5);
  }

  @Test
  @DisplayName("a quick look compares nothing word by word and looks for no refusals")
  void glance() {
    Findings glance = INDEX.glance("how much tax do I pay");

    assertThat(glance.refusals()).isEmpty();
    assertThat(glance.sections()).isNotEmpty().allMatch(h -> h.lateText() == 0 && h.lateAsk() == 0);
    assertThat(find("how much tax do I pay").sections().getFirst().lateText()).isPositive();
  }

  @Test
  @DisplayName("of a section's sentences the one that answers is the nearest")
  void sentences() {
    Reading reading = find("how is a slow query read").reading();

    Map<String, Double> sentences = INDEX.sentences("step-2", reading);

    assertThat(sentences)
        .containsOnlyKeys(
            "Learn SQL before anything else that stores data.",
            "Tables, joins and indexes come first.",
            "Learn what a transaction promises.",
            "A slow query is read with its plan.",
            "Compute nothing in the application that the database can compute.");
    assertThat(sentences.entrySet().stream().max(Map.Entry.comparingByValue()))
        .hasValueSatisfying(s -> assertThat(s.getKey()).startsWith("A slow query"));
    assertThat(INDEX.sentences("no-such-section", reading)).isEmpty();
  }

  private static DoubleStream numbers(Hit h) {
    return DoubleStream.concat(DoubleStream.of(h.learned()), shares(h));
  }

  /** All that have bounds. */
  private static DoubleStream shares(Hit h) {
    return DoubleStream.of(
        h.title(),
        h.ask(),
        h.asks(),
        h.phrasing(),
        h.spaced(),
        h.center(),
        h.sentence(),
        h.passage(),
        h.lateText(),
        h.lateSection(),
        h.lateAsk(),
        h.words(),
        h.grams(),
        h.coverage());
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#known")
  void anyTextIsAskedAboutWithoutHarm(String question) {
    Findings findings = find(question);

    assertThat(ids(findings)).hasSize(GUIDE.sections().size());
    assertThat(Stream.concat(findings.sections().stream(), findings.refusals().stream()))
        .allMatch(h -> Double.isFinite(h.learned()))
        .allMatch(h -> shares(h).allMatch(n -> Double.isFinite(n) && n >= -1.05 && n <= 1.05));
    assertThat(findings.unseen()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest(name = "{0} sections")
  @ValueSource(ints = {0, 1})
  void aGuideOfHardlyAnythingIsAGuide(int sections) {
    Guide bare =
        new Guide(
            GUIDE.info(),
            GUIDE.sections().subList(0, sections),
            List.of(),
            List.of(),
            GuideWords.NONE,
            List.of(),
            List.of());
    try (GuideIndex index = TinyGuide.index(bare)) {
      Findings findings = index.find("which language", Set.of());

      assertThat(findings.sections()).hasSize(sections);
      assertThat(findings.refusals()).isEmpty();
      assertThat(index.search("language", 5)).hasSize(sections);
      assertThat(index.foreignLanguage("¿Qué idioma?", findings.reading())).isEmpty();
    }
  }

  @Test
  @DisplayName("the middle of two hits lies in the middle of each of their signals")
  void mean() {
    double[] one = IntStream.range(0, 15).mapToDouble(i -> i / 20.0).toArray();
    Hit low = hit(one);
    Hit high = hit(DoubleStream.of(one).map(d -> d + 0.2).toArray());

    assertThat(numbers(low.mean(high)).toArray())
        .containsExactly(DoubleStream.of(one).map(d -> d + 0.1).toArray(), within(1e-12));
  }

  private static Hit hit(double[] n) {
    return new Hit(
        "any", n[1], n[2], n[3], n[4], n[5], n[6], n[0], n[7], n[8], n[9], n[10], n[11], n[12],
        n[13], n[14]);
  }

  @Test
  @DisplayName("guides that share an encoder keep it until the last of them is closed")
  void shared() {
    var encoder = GuideIndex.loadEncoder(Optional.empty());
    GuideIndex first = GuideIndex.build(GUIDE, Optional.empty(), encoder);
    try (GuideIndex second = GuideIndex.build(GUIDE, Optional.empty(), encoder)) {
      first.close();

      String question = "which language first";
      assertThat(second.find(question, Set.of()).sections()).isEqualTo(find(question).sections());
    }
  }

  @Test
  @DisplayName("an index that is closed was closed without a word")
  void closes() {
    GuideIndex index = TinyGuide.index(TinyGuide.of(GUIDE.sections().subList(0, 1)));
    assertThatCode(index::close).doesNotThrowAnyException();
  }
}
