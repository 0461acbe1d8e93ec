package dev.waymark;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The arrows of HOUSE.md: which package may use which, and which library. */
@AnalyzeClasses(packages = "dev.waymark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.waymark.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule TEXT_KNOWS_NOTHING = usesOfOurs("text");

  @ArchTest static final ArchRule THE_PORT_KNOWS_NO_FEATURE = usesOfOurs("chat", "text");

  @ArchTest static final ArchRule PERSON_KNOWS_ONLY_ITSELF = usesOfOurs("person");

  @ArchTest static final ArchRule THE_WAY_KNOWS_NO_CHAT = usesOfOurs("roadmap", "guide", "person");

  @ArchTest
  static final ArchRule STORE_KNOWS_THE_VALUES_THAT_IT_KEEPS =
      usesOfOurs("store", "chat", "guide", "person", "roadmap", "tips").allowEmptyShould(true);

  @ArchTest static final ArchRule TIPS_KNOW_THE_PORT = usesOfOurs("tips", "chat", "guide", "text");

  @ArchTest static final ArchRule TERMINAL_KNOWS_THE_PORT = usesOfOurs("terminal", "chat", "text");

  @ArchTest
  static final ArchRule COMMANDS_KNOW_NO_SQL_AND_NO_PLATFORM =
      usesOfOurs(
              "command", "answer", "chat", "guide", "person", "picture", "roadmap", "text", "tips")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule GUIDE_KNOWS_ONLY_ITSELF = usesOfOurs("guide", "text");

  @ArchTest static final ArchRule ARTICLE_KNOWS_THE_GUIDE = usesOfOurs("article", "guide", "text");

  @ArchTest static final ArchRule SEARCH_KNOWS_THE_GUIDE = usesOfOurs("search", "guide");

  @ArchTest static final ArchRule ANSWER_KNOWS_SEARCH = usesOfOurs("answer", "guide", "search");

  @ArchTest
  static final ArchRule EVALUATION_KNOWS_ANSWERS =
      usesOfOurs("evaluation", "answer", "guide", "search");

  @ArchTest static final ArchRule PICTURE_KNOWS_ONLY_ITSELF = usesOfOurs("picture");

  @ArchTest static final ArchRule HTTP_KNOWS_ONLY_ITSELF = usesOfOurs("http");

  @ArchTest
  static final ArchRule THE_SERVER_IS_BEHIND_HTTP =
      onlyIn(List.of("http"), "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule LUCENE_AND_THE_ENCODER_ARE_BEHIND_SEARCH =
      onlyIn(List.of("search"), "org.apache.lucene..", "ai.onnxruntime..", "opennlp..");

  @ArchTest
  static final ArchRule PARSERS_ARE_BEHIND_GUIDE_AND_ARTICLE =
      onlyIn(List.of("guide", "article"), "org.jsoup..", "org.yaml..");

  @ArchTest
  static final ArchRule MARKDOWN_IS_READ_BY_FEW =
      onlyIn(List.of("guide", "article", "chat", "terminal", "text"), "org.commonmark..");

  @ArchTest
  static final ArchRule ONLY_PICTURES_ARE_DRAWN =
      onlyIn(
          List.of("picture"),
          "java.awt..",
          "javax.imageio..",
          "org.jfree..",
          "org.apache.fontbox..",
          "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PARSES_IT = onlyIn(List.of("cli"), "picocli..");

  @ArchTest
  static final ArchRule SQL_IS_BEHIND_THE_STORE =
      onlyIn(
          List.of("store"),
          "java.sql..",
          "javax.sql..",
          "org.jdbi..",
          "org.flywaydb..",
          "com.zaxxer..",
          "com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule THE_SHELL_IS_BEHIND_THE_TERMINAL =
      onlyIn(List.of("terminal"), "org.jline..");

  @ArchTest static final ArchRule NO_PLATFORM = onlyIn(List.of(), "net.dv8tion..", "com.slack..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_A_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(describe("reads the system's clock", ArchitectureTest::readsClock))
          .as("Time comes from a java.time.Clock; System.nanoTime() is for measuring");

  /** A package of ours uses, of ours, these packages and itself. */
  private static ArchRule usesOfOurs(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(others))
            .map(ArchitectureTest::ours)
            .toArray(String[]::new);
    return classes()
        .that(resideInAPackage(ours(name)))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.waymark..").or(resideInAnyPackage(allowed)))
        .as(name + " uses, of ours, only " + List.of(allowed));
  }

  /** Only these packages of ours use a library. */
  private static ArchRule onlyIn(List<String> owners, String... libraries) {
    String[] allowed = owners.stream().map(ArchitectureTest::ours).toArray(String[]::new);
    return noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries))
        .as("Only " + owners + " uses " + List.of(libraries));
  }

  private static String ours(String name) {
    return "dev.waymark." + name + "..";
  }

  private static boolean readsClock(JavaAccess<?> access) {
    String type = access.getTargetOwner().getName();
    String name = access.getName();
    boolean now = name.equals("now") && type.startsWith("java.time.");
    boolean millis = name.equals("currentTimeMillis") && type.equals("java.lang.System");
    boolean date = name.equals("<init>") && type.equals("java.util.Date");
    return millis || ((now || date) && !access.getDescription().contains(Clock.class.getName()));
  }

  /** What the rules forbid, to see that they do. */
  @SuppressWarnings({"unused", "JavaUtilDate", "JavaTimeDefaultTimeZone"})
  private static final class Offender {

    Instant called() {
      return Instant.now();
    }

    LocalDate zoned() {
      return LocalDate.now(ZoneId.of("Europe/Rome"));
    }

    Supplier<Instant> referenced() {
      return Instant::now;
    }

    long millis() {
      return System.currentTimeMillis();
    }

    Date date() {
      return new Date();
    }

    Object library() throws java.sql.SQLException {
      return new CommandLine(java.sql.DriverManager.getDrivers());
    }

    java.awt.Shape drawing() {
      return new java.awt.Rectangle();
    }
  }

  @SuppressWarnings("unused")
  private static final class Innocent {

    Instant told(Clock clock) {
      return Instant.now(clock);
    }

    long measured() {
      return System.nanoTime();
    }
  }

  private static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  @ArchTest
  static void theRulesSeeWhatTheyForbid(JavaClasses ours) {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

    assertThat(violations(TIME_COMES_FROM_A_CLOCK, offender)).hasSize(5);
    assertThat(violations(ONLY_THE_COMMAND_LINE_PARSES_IT, offender)).isNotEmpty();
    assertThat(violations(SQL_IS_BEHIND_THE_STORE, offender)).isNotEmpty();
    assertThat(violations(ONLY_PICTURES_ARE_DRAWN, offender)).isNotEmpty();
    // The arrows as they would be broken: these uses are there.
    assertThat(violations(usesOfOurs("search"), ours)).isNotEmpty();
    assertThat(violations(usesOfOurs("article"), ours)).isNotEmpty();
    assertThat(violations(usesOfOurs("evaluation", "guide", "search"), ours)).isNotEmpty();
    assertThat(violations(onlyIn(List.of("guide"), "org.apache.lucene.."), ours)).isNotEmpty();
    assertThat(violations(onlyIn(List.of("search"), "org.commonmark.."), ours)).isNotEmpty();
    assertThat(violations(onlyIn(List.of("guide"), "org.jfree.."), ours)).isNotEmpty();
  }

  @ArchTest
  static void theRulesLetTheRestBe(JavaClasses ours) {
    JavaClasses innocent = new ClassFileImporter().importClasses(Innocent.class);

    assertThat(violations(TIME_COMES_FROM_A_CLOCK, innocent)).isEmpty();
    assertThat(violations(SQL_IS_BEHIND_THE_STORE, innocent)).isEmpty();
  }

  @ArchTest
  static void allClassesAreRead(JavaClasses ours) {
    assertThat(ours.size()).isGreaterThan(100);
    for (String name :
        List.of("guide", "article", "search", "answer", "evaluation", "picture", "cli")) {
      assertThat(ours.stream().filter(resideInAPackage(ours(name)))).as(name).hasSizeGreaterThan(5);
    }
    // Those of the running JDK as well, whatever version its class files have.
    assertThat(new ClassFileImporter().importClasses(Instant.class).get(Instant.class).getMethods())
        .isNotEmpty();
  }
}
