package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideReaderTest {

  @TempDir Path temp;
  private GuideFolder guide;

  @BeforeEach
  void writeGuide() {
    guide = GuideFolder.withOneSection(temp);
  }

  @Test
  @DisplayName("id, kind, title and body are enough for a section")
  void minimal() {
    GuideReader.Result result = guide.read();

    assertThat(result.faults()).isEmpty();
    assertThat(result.usable()).isTrue();
    assertThat(result.guide().info().title()).isEqualTo("A tiny guide");
    assertThat(result.guide().sections())
        .containsExactly(
            new Section(
                "faq-first",
                Section.Kind.FAQ,
                "Where do I start?",
                "",
                List.of(),
                List.of(),
                "Begin small.",
                new Section.Plain()));
  }

  @Test
  @DisplayName("everything a guide may hold is read")
  void everything() {
    guide
        .guide(
            "guide.yaml",
            """
            id: full
            title: Full
            role: gardener
            language: EN
            version: 3
            reviewed: 2026-02-28
            sources:
              - {name: A book, note: figures}
            stop_words: [Garden, gardener]
            """)
        .section(
            "steps/01.md",
            """
            id: step-1
            kind: step
            title: Dig
            summary: "Learn to dig: deep."
            asks: [how do I dig, spade]
            see: [faq-first]
            order: 1
            hours: [10, 20]
            checklist:
              - a hole
            done_when: There is a hole.
            links:
              - title: Digging
                url: https://example.org/dig
            """)
        .section(
            "salaries/a.md",
            """
            id: salary-entry
            kind: salary
            title: Pay
            low: 20,000
            high: 30_000
            open_ended: true
            currency: EUR
            period: year
            years: 2-5
            region: France
            source: a book
            as_of: "2024"
            """)
        .guide("tips.yaml", "- {id: tip-1, text: Sharpen the spade., section: step-1}\n")
        .guide("synonyms.txt", "# words\n\nspade, shovel\nK8s => Kubernetes\n")
        .common("synonyms.txt", "u => you\n")
        .common("fillers.txt", "please\n")
        .common("occupations.txt", "Baker\n")
        .common(
            "phrasings.yaml",
            "- about: beds\n  ids: [faq-first]\n  title: [bed]\n  kinds: [faq]\n  asks: [how wide]\n")
        .common(
            "languages.yaml",
            "- {code: no, name: Norwegian, reply: Hei, distress: [Vil Ikke Leve]}\n")
        .common(
            "refusals/danger.md",
            "---\nid: refusal-danger\ntitle: Danger\nreason: off-topic\nguard: true\nasks: [a bomb]\n---\nNo.\n")
        .common("guarded/danger.txt", "# how\nA Trap\n")
        .common("guarded/harmless.txt", "this bug is a bomb\n");

    GuideReader.Result result = guide.read();

    assertThat(guide.lintFaults()).isEmpty();
    Guide read = result.guide();
    assertThat(read.info())
        .isEqualTo(
            new GuideInfo(
                "full", "Full", "gardener", "en", 3, "2026-02-28", List.of("garden", "gardener")));
    assertThat(read.section("step-1").orElseThrow().details())
        .isEqualTo(
            new Step(
                1,
                Optional.of(new Step.Hours(10, 20)),
                List.of("a hole"),
                "There is a hole.",
                List.of(new Step.Link("Digging", "https://example.org/dig"))));
    assertThat(read.section("step-1").orElseThrow().summary()).isEqualTo("Learn to dig: deep.");
    assertThat(read.section("salary-entry").orElseThrow().details())
        .isEqualTo(
            new SalaryBand(
                20_000,
                30_000,
                true,
                "EUR",
                "year",
                OptionalInt.of(2),
                OptionalInt.of(5),
                "France",
                "a book",
                "2024"));
    assertThat(read.tips()).containsExactly(new Tip("tip-1", "Sharpen the spade.", "step-1"));
    assertThat(read.words())
        .isEqualTo(
            new GuideWords(
                List.of("spade, shovel", "k8s => kubernetes"),
                List.of("u => you"),
                List.of("please"),
                List.of("baker")));
    assertThat(read.phrasings())
        .containsExactly(
            new SharedPhrasing(
                "beds",
                List.of("faq-first"),
                List.of("bed"),
                List.of(Section.Kind.FAQ),
                List.of("how wide")));
    assertThat(read.languages())
        .containsExactly(new LanguageReply("no", "Norwegian", "Hei", List.of("vil ikke leve")));
    assertThat(read.guarded())
        .isEqualTo(
            new GuardExamples(
                Map.of("refusal-danger", List.of("a trap")), List.of("this bug is a bomb")));
    assertThat(read.guarded().of(read.refusals().getFirst())).containsExactly("a trap");
  }

  @Test
  @DisplayName("a message is harmless or one that a guard refuses, never both")
  void guarded() {
    guide
        .common(
            "refusals/danger.md",
            "---\nid: refusal-danger\ntitle: Danger\nreason: off-topic\nguard: true\nasks: [a bomb]\n---\nNo.\n")
        .common("guarded/danger.txt", "a trap\nA Bang\n")
        .common("guarded/harmless.txt", "a joke\na bang\n");

    assertThat(guide.lintFaults())
        .containsExactly(
            "common/guarded/harmless.txt: \"a bang\" stands in danger.txt too: keep one");
  }

  @Test
  @DisplayName("steps come first, by order; those without one are numbered on")
  void order() {
    guide
        .section("steps/a.md", "id: step-b\nkind: step\ntitle: B\norder: 2")
        .section("steps/b.md", "id: step-a\nkind: step\ntitle: A\norder: 1")
        .section("steps/c.md", "id: step-c\nkind: step\ntitle: C");

    Guide read = guide.read().guide();

    assertThat(read.sections())
        .extracting(Section::id)
        .containsExactly("step-a", "step-b", "step-c", "faq-first");
    assertThat(read.section("step-c").orElseThrow().details())
        .isInstanceOfSatisfying(Step.class, step -> assertThat(step.order()).isEqualTo(3));
  }

  @Test
  @DisplayName("a reference always has its section: one that dangles is left out")
  void references() {
    guide.section("faq/b.md", "id: faq-b\nkind: faq\ntitle: B\nsee: [faq-gone, faq-first]");

    assertThat(guide.read().guide().section("faq-b").orElseThrow().see())
        .containsExactly("faq-first");
  }

  @Test
  @DisplayName("a guide's own refusal replaces the shared one")
  void ownRefusal() {
    String front =
        "---\nid: refusal-tax\nkind: refusal\ntitle: Tax\nasks: [tax]\nguard: true\n---\n";
    guide
        .guide("refusals/tax.md", front + "Ours.")
        .common("refusals/tax.md", front.replace("guard: true\n", "") + "Theirs.");

    assertThat(guide.readFaults()).isEmpty();
    assertThat(guide.read().guide().refusals())
        .containsExactly(
            new Refusal(
                "refusal-tax", "Tax", Refusal.Reason.NOT_COVERED, List.of("tax"), "Ours.", true));
  }

  @Test
  @DisplayName("a byte order mark and Windows line ends change nothing")
  void windows() {
    guide.guide(
        "faq/first.md",
        "\uFEFF---\r\nid: faq-first\r\nkind: faq\r\ntitle: T\r\nask: [x]\r\n---\r\nOne.\r\nTwo.\r\n");

    assertThat(guide.read().guide().sections().getFirst().body()).isEqualTo("One.\nTwo.");
    assertThat(guide.readFaults())
        .containsExactly(
            "guide/faq/first.md:5: \"ask\" is no key of a faq: did you mean" + " \"asks\"?");
  }
}
