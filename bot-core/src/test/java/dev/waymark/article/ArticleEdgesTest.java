package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.PlainText;
import dev.waymark.guide.Section;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleEdgesTest {

  private static final String STEPS =
      """
      How to Become a %s
      Hello.
      Steps to Become a %s
      Step 1: Begin
      Now.
      Step 2: Go On
      Later.
      """;

  @TempDir Path folder;

  private Imported text(String text) {
    return Imported.text("article.txt", text, folder);
  }

  private Imported html(String body) {
    return Imported.text("page.html", "<!doctype html><html><body>" + body, folder);
  }

  @ParameterizedTest
  @CsvSource({
    "Social Worker,social worker,social-worker",
    "SEO Specialist,SEO specialist,seo-specialist",
    "Air-Traffic Controller,air-traffic controller,air-traffic-controller",
    "Fisherman,fisherman,fisherman"
  })
  void roles(String name, String role, String id) {
    GuideInfo info = text(STEPS.replace("%s", name)).guide().info();

    assertThat(info.role()).isEqualTo(role);
    assertThat(info.id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How To Become An Actuary In 2024",
        "How to Become an Actuary: A Complete Guide",
        "How to become an actuary without a degree?",
        "How to Become an Actuary (Numbers Tamed)",
        "HOW TO BECOME AN ACTUARY",
        "The Actuary Handbook"
      })
  void titles(String title) {
    String article = STEPS.replace("How to Become a %s", title).replace("a %s", "an Actuary");

    assertThat(text(article).guide().info().role()).isEqualTo("actuary");
  }

  @Test
  void pluralsOfTheRoleAreStopWords() {
    assertThat(RoleName.words("head of fishery")).containsExactly("head", "fishery", "fisheries");
    assertThat(RoleName.words("fisherman")).contains("fishermen");
    assertThat(RoleName.words("air-traffic coach")).endsWith("coach", "coaches");
  }

  @Test
  void doubledStepNumbersAreCountedAnew() {
    Imported guide =
        text(STEPS.replace("%s", "Potter") + "Step 2: Sell\nMany pots.\nStep 4: Rest\nA day.\n");

    assertThat(guide.titles(Section.Kind.STEP)).containsExactly("Begin", "Go On", "Sell", "Rest");
    assertThat(guide.ids(Section.Kind.STEP)).endsWith("step-3", "step-4");
    assertThat(guide.report().warnings())
        .contains("line 8: step 2 is there twice, so the steps are numbered in their order");
  }

  @Test
  void stepsInAnotherOrderKeepTheirNumbers() {
    Imported guide = text("Steps to Become a Potter\nStep 2: Go On\nLater.\nStep 1: Begin\nNow.\n");

    assertThat(guide.titles(Section.Kind.STEP)).containsExactly("Begin", "Go On");
  }

  @Test
  void aStepWithoutTextIsKeptWithAWarning() {
    Imported guide = text("Steps to Become a Potter\nStep 1: Begin\nStep 2: Go On\nLater.\n");

    assertThat(guide.body("step-1")).isEqualTo("Begin");
    assertThat(guide.report().warnings()).contains("line 2: step 1 has a title and no text");
  }

  @Test
  void aStepThatIsOneLineIsTakenApart() {
    Imported guide =
        text(
            "Steps to Become a Potter\nStep 1: Begin small. Then buy more clay than you think you"
                + " will ever need, since pots fail in number and the shop is far away.\n"
                + "Step 2: Go On\nStep 1 was only the start of it.\n");

    assertThat(guide.section("step-1").title()).isEqualTo("Begin small");
    assertThat(guide.body("step-1")).startsWith("Then buy").endsWith("far away.");
    assertThat(guide.body("step-2")).isEqualTo("Step 1 was only the start of it.");
  }

  @Test
  void whatCommonMarkWouldReadOtherwiseIsEscaped() {
    Imported guide =
        text(
            STEPS
                .replace("%s", "Potter")
                .replace("Now.", "*no* emphasis, <b>no</b> tag, # no heading"));

    assertThat(PlainText.blocks(guide.body("step-1")))
        .containsExactly("*no* emphasis, <b>no</b> tag, # no heading");
  }

  @Test
  void yamlsOwnSignsInTitles() {
    Imported guide =
        text(STEPS.replace("%s", "Potter").replace("Begin", "\"Begin\": it's #1, - [yes] & {no}"));

    assertThat(guide.section("step-1").title()).isEqualTo("\"Begin\": it's #1, - [yes] & {no}");
  }

  @Test
  void adviceThatLooksLikeAnAdvertStays() {
    String advice =
        """
        Sign up for a pottery course near you.
        You may enjoy irregular hours.
        Read more trade magazines.
        Subscribe to industry newsletters.
        Bakers use cookies to train patience.
        Join a guild.
        """;

    assertThat(text(STEPS.replace("%s", "Potter").replace("Now.\n", advice)).body("step-1"))
        .isEqualTo(advice.strip().replace("\n", "\n\n"));
  }

  @Test
  void idsMadeOfTheRolesNameAreNoShareButtons() {
    Imported guide =
        html(
            """
            <h1>How to Become a Social Media Manager</h1>
            <h2 id="social-media-steps">Steps to Become a Social Media Manager</h2>
            <h3 id="share">Step 1: Share</h3><p id="social-1">Daily.</p>
            <h3>Step 2: Like</h3><p>Weekly.</p>
            <div class="social-share">Like us</div>
            """);

    assertThat(guide.body("step-1")).isEqualTo("Daily.");
    assertThat(guide.body("step-2")).isEqualTo("Weekly.");
  }

  @Test
  void aWrapperWithAFurnituresNameStays() {
    Imported guide =
        html(
            """
            <div class="with-sidebar author"><h1>How to Become a Potter</h1>
            <div class="share"><h2>Steps to Become a Potter</h2>
            <h3>Step 1: Begin</h3><p>Now.</p><h3>Step 2: Go On</h3><p>Later.</p></div></div>
            """);

    assertThat(guide.ids(Section.Kind.STEP)).containsExactly("step-1", "step-2");
  }

  @Test
  void stepsInListsAndCards() {
    Imported guide =
        html(
            """
            <h1>How to Become a Potter</h1><h2>Steps to Become a Potter</h2>
            <ol><li><h3>Step 1: Begin</h3><p>Now.</p></li><li><h3>Step 2: Go On</h3><p>Later.</p></li></ol>
            <h2>Potter Skills</h2>
            <div><h3>Centering</h3><p>Hold still.</p></div><div><h3>Glazing</h3><p>Dip once.</p></div>
            """);

    assertThat(guide.body("step-2")).isEqualTo("Later.");
    assertThat(guide.body("skill-glazing")).isEqualTo("Dip once.");
  }

  @Test
  void stepsAsANumberedListWithLeads() {
    Imported guide =
        Imported.text(
            "list.md",
            """
            # How to Become a Potter

            ## Steps to Become a Potter

            1. **Begin.** Any clay will do.
            2. **Go On:** Until it holds.

            ## What Does a Potter Do?

            Pots.
            """,
            folder);

    assertThat(guide.titles(Section.Kind.STEP)).containsExactly("Begin", "Go On");
    assertThat(guide.body("step-1")).isEqualTo("Any clay will do.");
  }

  @Test
  void responsibilitiesWithoutHeadingsStayOneSection() {
    Imported guide =
        text(
            STEPS.replace("%s", "Potter")
                + "Potter Roles and Responsibilities\n- wedge clay daily.\n- keep the kiln clean.\n");

    assertThat(guide.ids(Section.Kind.ROLE)).isEmpty();
    assertThat(guide.body("roles-overview"))
        .isEqualTo("- wedge clay daily.\n- keep the kiln clean.");
  }

  @Test
  void listsBelowLeads() {
    Imported guide =
        html(
            """
            <h1>How to Become a Potter</h1>
            <h2>Potter Roles and Responsibilities</h2>
            <ul><li><b>Clay:</b><ul><li>wedge</li><li>weigh<ul><li>twice</li></ul></li></ul></li>
            <li><b>Kiln:</b> fire it</li></ul>
            <h2>Potter Work Environment</h2><p>Mud.</p>
            """);

    assertThat(guide.body("role-clay")).isEqualTo("- wedge\n- weigh\n  - twice");
    assertThat(guide.body("role-kiln")).isEqualTo("Fire it");
  }

  @Test
  void headingsInSentenceCase() {
    Imported guide =
        text(
            """
            How to become a tea taster
            Tea is slurped for a living.
            Steps to become a tea taster
            Step 1: Drink a lot of tea
            Black first.
            Improve your communication skills
            Words for taste are few.
            Step 2: Spit it out
            All of it.
            Roles and responsibilities of a tea taster
            Grading leaves
            - Sort by leaf and liquor.
            Blending
            Each blend must taste as it did last year.
            Skills you need
            - Memory: a thousand cups of it.
            Career path of a tea taster
            Junior taster
            You wash cups.
            Here is how to thrive
            - Wash them well.
            Senior taster
            You buy the harvest.
            Average salary of a tea taster
            Junior taster
            £21,000 to £25,000
            Senior taster
            £30,000 to £38,000
            Work environment
            Loud slurping.
            Frequently asked questions
            Is it stressful?
            Only for the tongue.
            Final thoughts
            Put the kettle on.
            """);

    assertThat(guide.ids())
        .containsExactly(
            "step-1",
            "step-2",
            "faq-stressful",
            "skill-memory",
            "role-blending",
            "role-grading-leaves",
            "path-junior",
            "path-senior",
            "salary-entry",
            "salary-senior",
            "conclusion",
            "environment",
            "intro");
    assertThat(guide.body("step-1")).contains("Improve your communication skills");
    assertThat(guide.body("path-junior")).endsWith("- Wash them well.");
  }

  @Test
  void oneSalaryInASentence() {
    Imported guide =
        text(
            STEPS.replace("%s", "Potter")
                + "Potter Salary\nMost potters earn $28,000 to $41,000 a year.\n");

    assertThat(guide.band("salary-mid").high()).isEqualTo(41_000);
    assertThat(guide.section("salary-mid").title()).isEqualTo("Potter Salary");
  }

  @Test
  void salariesInLines() {
    Imported guide =
        text(
            STEPS.replace("%s", "Potter")
                + """
                How Much Do Potters Make?
                Entry-Level: £19k – £22k
                Mid-Level: £22k – £27k
                Principal: £40k+
                """);

    assertThat(guide.ids(Section.Kind.SALARY))
        .containsExactly("salary-entry", "salary-mid", "salary-principal");
    assertThat(guide.band("salary-principal").openEnded()).isTrue();
  }

  @Test
  void salaryTableWithTabsAndTwoColumnsOfFigures() {
    Imported guide =
        text(
            STEPS.replace("%s", "Potter")
                + "Potter Salary\nLevel\tLow (USD)\tHigh (USD)\tYears\n"
                + "Entry\t25,000\t31,000\t0-2\nSenior\t40,000\t52,000\t5+\n");

    assertThat(guide.band("salary-entry").low()).isEqualTo(25_000);
    assertThat(guide.band("salary-entry").high()).isEqualTo(31_000);
    assertThat(guide.band("salary-entry").toYears()).hasValue(2);
    assertThat(guide.band("salary-senior").fromYears()).hasValue(5);
  }

  @Test
  void relatedArticlesAtTheEndAreLeftOut() {
    Imported guide =
        text(
            STEPS.replace("%s", "Potter")
                + """
                Conclusion
                Clay is patient!
                How to Become a Weaver
                Step 1: Find a Loom
                Related Articles
                - How to Become a Dyer
                """);

    assertThat(guide.body("conclusion")).isEqualTo("Clay is patient!");
    assertThat(guide.ids(Section.Kind.STEP)).containsExactly("step-1", "step-2");
    assertThat(guide.words()).doesNotContain("Weaver", "Loom", "Dyer");
  }

  @Test
  void withoutAStepButWithOtherParts() {
    Imported guide =
        text("What Does a Potter Do?\nPots.\nPotter Work Environment\nMud and fire.\n");

    assertThat(guide.ids()).containsExactly("environment", "what-they-do");
    assertThat(guide.guide().info().id()).isEqualTo("potter");
    assertThat(guide.report().warnings()).contains("the article has no part about the steps");
  }
}
