package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleImporterTest {

  @TempDir Path folder;

  @Test
  void plainText() {
    Imported beekeeper = Imported.resource("beekeeper.txt", folder);

    assertThat(beekeeper.guide().info())
        .isEqualTo(
            new GuideInfo(
                "beekeeper",
                "How to Become a Beekeeper",
                "beekeeper",
                "en",
                1,
                "",
                List.of("beekeeper", "beekeepers")));
    assertThat(beekeeper.titles(Section.Kind.STEP))
        .containsExactly(
            "Spend a Season with a Local Club",
            "Learn the Biology of the Colony",
            "Buy Your First Two Colonies",
            "Keep Honest Records",
            "Sell Your First Honey");
    assertThat(beekeeper.ids(Section.Kind.TOPIC))
        .containsExactly("conclusion", "intro", "roles-overview", "what-they-do");
    assertThat(beekeeper.ids(Section.Kind.ROLE))
        .containsExactly(
            "role-disease-control", "role-hive-inspection", "role-honey-harvest-and-storage");
    assertThat(beekeeper.ids(Section.Kind.SKILL))
        .containsExactly(
            "skill-book-keeping", "skill-careful-handling", "skill-carpentry", "skill-patience");
    assertThat(beekeeper.ids(Section.Kind.PATH))
        .containsExactly("path-developer", "path-junior", "path-lead");
    assertThat(beekeeper.ids(Section.Kind.FAQ))
        .containsExactly(
            "faq-future",
            "faq-how-long",
            "faq-qualifications",
            "faq-stressful",
            "faq-stung",
            "faq-without-degree");
  }

  @Test
  void plainTextKeepsListsAndDropsTheSitesOwn() {
    Imported beekeeper = Imported.resource("beekeeper.txt", folder);

    assertThat(beekeeper.body("step-3"))
        .isEqualTo(
            """
            Two colonies tell you more than one, because you can compare them.

            - a hive tool
            - a smoker
              - with dry fuel
            - a veil that fits""");
    assertThat(beekeeper.body("step-2"))
        .endsWith("1. once before you own bees\n2. once after the first summer");
    assertThat(beekeeper.body("step-5"))
        .isEqualTo(
            """
            Labels need weight, address and a lot number.

            Start at the farm gate & a village fair.""");
    assertThat(beekeeper.body("step-1")).contains("Sign up for the club's spring course");
    assertThat(beekeeper.body("intro")).startsWith("Bees don’t wait").contains("hives & honey:");
    assertThat(beekeeper.body("conclusion")).endsWith("an open hive.");
    assertThat(beekeeper.words())
        .doesNotContain("cookies", "Careers", "Ada Comb", "Advertisement", "Advisor", "Night Owls");
    assertThat(beekeeper.reasonFor("This website uses cookies")).isEqualTo("cookie notice");
    assertThat(beekeeper.reasonFor("Home > Careers")).isEqualTo("navigation");
    assertThat(beekeeper.reasonFor("Steps to Become")).isEqualTo("table of contents");
    assertThat(beekeeper.reasonFor("This free tool")).isEqualTo("advert");
    assertThat(beekeeper.reasonFor("Night Owls")).isEqualTo("links to other pages");
    assertThat(beekeeper.reasonFor("How much land")).isEqualTo("a question without an answer");
  }

  @Test
  void plainTextSalaries() {
    Imported beekeeper = Imported.resource("beekeeper.txt", folder);

    assertThat(beekeeper.band("salary-entry"))
        .isEqualTo(
            new SalaryBand(
                10,
                11,
                false,
                "GBP",
                "hour",
                OptionalInt.of(0),
                OptionalInt.of(2),
                "not stated in the article",
                "imported article",
                "not stated in the article"));
    assertThat(beekeeper.band("salary-mid").low()).isEqualTo(24_000);
    assertThat(beekeeper.band("salary-mid").high()).isEqualTo(32_000);
    assertThat(beekeeper.band("salary-lead").openEnded()).isTrue();
    assertThat(beekeeper.band("salary-lead").fromYears()).hasValue(6);
    assertThat(beekeeper.band("salary-lead").toYears()).isEmpty();
    assertThat(beekeeper.section("salary-lead").title())
        .isEqualTo("Head Beekeeper / Bee Farm Manager");
    assertThat(beekeeper.reasonFor("Bee Inspector")).isEqualTo("a salary band without figures");
    assertThat(beekeeper.report().warnings())
        .contains(
            "line 99: \"Bee Inspector\" has no salary figures and is not in the guide",
            "the article has no part about the work environment");
  }

  @Test
  void markdown() {
    Imported florist = Imported.resource("florist.md", folder);

    assertThat(florist.guide().info().title())
        .isEqualTo("How to Become a Florist: The Whole Bouquet");
    assertThat(florist.guide().info().role()).isEqualTo("florist");
    assertThat(florist.titles(Section.Kind.STEP))
        .containsExactly(
            "Work a Saturday Job in a Shop",
            "Take a Course — or Two",
            "Build a Portfolio",
            "Open Your Doors");
    assertThat(florist.ids(Section.Kind.ROLE))
        .containsExactly("role-conditioning", "role-designing", "role-selling");
    assertThat(florist.ids(Section.Kind.SKILL))
        .containsExactly("skill-colour-sense", "skill-kindness", "skill-wiring");
    assertThat(florist.ids(Section.Kind.PATH))
        .containsExactly("path-developer", "path-junior", "path-lead", "path-senior");
    assertThat(florist.ids(Section.Kind.FAQ))
        .containsExactly(
            "faq-qualifications", "faq-start-fifty", "faq-stressful", "faq-unsold-flowers");
    assertThat(florist.ids(Section.Kind.SALARY))
        .containsExactly("salary-entry", "salary-mid", "salary-senior");
  }

  @Test
  void markdownBodiesReadWell() {
    Imported florist = Imported.resource("florist.md", folder);

    assertThat(florist.body("step-1"))
        .isEqualTo(
            """
            Cleaning buckets teaches what lasts. You will

            1. strip leaves,
            2. cut stems,
            3. learn which flowers drink from warm water:
               - tulips don't,
               - roses do.""");
    assertThat(florist.body("step-2"))
        .contains("evening classes are cheaper.")
        .endsWith("Ask to see the cold room before you pay.");
    assertThat(florist.body("step-3"))
        .isEqualTo("- Bouquet: shows the hand\n- Table ring: shows the eye");
    assertThat(florist.body("step-4"))
        .isEqualTo(
            "Rent first [a market stall], buy later. C# is no flower, 5 * 3 stems is a bunch and"
                + " snake_plant is a plant.");
    assertThat(florist.body("role-selling")).isEqualTo("Listen first, then suggest.");
    assertThat(florist.body("what-they-do"))
        .isEqualTo(
            """
            Florists buy at dawn, arrange by noon and deliver before six.

            On holidays they do all three at once.""");
    assertThat(florist.body("faq-stressful")).isEqualTo("The week before Mother’s Day is.");
    assertThat(florist.body("faq-unsold-flowers")).isEqualTo("Most compost them.");
    assertThat(florist.body("conclusion")).isEqualTo("Begin with one bucket & one good knife.");
    assertThat(florist.words()).doesNotContain("**", "newsletter", "Tailor", "Thorne", "](");
  }

  @Test
  void markdownSalaryTable() {
    Imported florist = Imported.resource("florist.md", folder);

    SalaryBand senior = florist.band("salary-senior");
    assertThat(senior.low()).isEqualTo(31_000);
    assertThat(senior.high()).isEqualTo(38_000);
    assertThat(senior.openEnded()).isTrue();
    assertThat(senior.currency()).isEqualTo("EUR");
    assertThat(senior.period()).isEqualTo("year");
    assertThat(senior.fromYears()).hasValue(5);
    assertThat(florist.band("salary-mid").toYears()).hasValue(5);
    assertThat(florist.body("salary-mid"))
        .isEqualTo("- Experience (years): 2 to 5\n- Yearly pay: 26.000 € – 31.000 €");
    assertThat(florist.reasonFor("Shop manager")).isEqualTo("a salary band without figures");
  }

  @Test
  void html() {
    Imported driver = Imported.resource("tram-driver.html", folder);

    assertThat(driver.guide().info().id()).isEqualTo("tram-driver");
    assertThat(driver.guide().info().stopWords()).containsExactly("tram", "driver", "drivers");
    assertThat(driver.ids(Section.Kind.STEP)).containsExactly("step-1", "step-2", "step-4");
    assertThat(driver.titles(Section.Kind.STEP))
        .containsExactly("Hold a Car Licence", "Pass the Medical", "Train With an Instructor");
    assertThat(driver.ids(Section.Kind.ROLE))
        .containsExactly("role-driving", "role-passenger-care");
    assertThat(driver.ids(Section.Kind.SKILL)).containsExactly("skill-calm", "skill-foresight");
    assertThat(driver.ids(Section.Kind.SALARY)).containsExactly("salary-entry", "salary-mid");
    assertThat(driver.ids(Section.Kind.FAQ))
        .containsExactly("faq-choose-shifts", "faq-future", "faq-how-long", "faq-qualifications");
    assertThat(driver.report().warnings())
        .contains(
            "step 3 is missing; the others keep the numbers the article gives",
            "the article has no part about what the role does",
            "the article has no part about the career path");
  }

  @Test
  void htmlBodiesReadWell() {
    Imported driver = Imported.resource("tram-driver.html", folder);

    assertThat(driver.body("intro"))
        .isEqualTo(
            """
            A tram weighs forty tonnes and cannot swerve. That is the whole job in one sentence.

            Operators train their own drivers, so the way is short but strict.""");
    assertThat(driver.body("step-1"))
        .isEqualTo("Most operators ask for a clean licence and an age of at least 21.");
    assertThat(driver.body("step-2"))
        .isEqualTo(
            """
            Eyes, ears and reaction are tested.

            - Eyesight of at least 0.7
              - glasses are fine
              - colour blindness is not
            - Hearing at 500–3000 Hz""");
    assertThat(driver.body("step-4")).endsWith("Exams follow at the depot.");
    assertThat(driver.body("faq-qualifications"))
        .isEqualTo("- A car licence\n- A school certificate");
    assertThat(driver.band("salary-mid").period()).isEqualTo("month");
    assertThat(driver.band("salary-mid").high()).isEqualTo(3_400);
    assertThat(driver.band("salary-mid").fromYears()).hasValue(1);
  }

  @Test
  void htmlDropsTheSitesOwn() {
    Imported driver = Imported.resource("tram-driver.html", folder);

    assertThat(driver.words())
        .doesNotContain(
            "cookies",
            "Accept",
            "Rails &",
            "Tweet",
            "Anna",
            "20% off",
            "academy",
            "Newsletter",
            "newsletter",
            "Thermos",
            "bus",
            "train.",
            "©",
            "Step 99");
    assertThat(driver.reasonFor("We value your privacy")).isEqualTo("cookie notice");
    assertThat(driver.reasonFor("Contents Steps FAQ")).isEqualTo("table of contents");
    assertThat(driver.reasonFor("Share Tweet")).isEqualTo("share buttons");
    assertThat(driver.reasonFor("About the author")).isEqualTo("author and date");
    assertThat(driver.reasonFor("A yellow tram")).isEqualTo("images");
    assertThat(driver.reasonFor("Subscribe to our newsletter")).isEqualTo("advert");
    assertThat(driver.reasonFor("Tools We Love"))
        .isEqualTo("not a part that articles of this series have");
  }

  @Test
  void theReportSaysWhatWasFoundAndWhatWasLeftOut() {
    Imported driver = Imported.resource("tram-driver.html", folder);

    assertThat(driver.report().text())
        .startsWith("Imported \"How to Become a Tram Driver in 2024\" into ")
        .contains("Found: 3 steps, 4 FAQs, 2 skills, 2 responsibilities, 0 career stages, 2 salary")
        .contains("  share buttons (1): line 17 \"Share Tweet\"\n")
        .contains("Warnings:\n  step 3 is missing");
  }
}
