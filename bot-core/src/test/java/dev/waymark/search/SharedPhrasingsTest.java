package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideReader;
import dev.waymark.guide.Section;
import dev.waymark.guide.Section.Kind;
import dev.waymark.guide.SharedPhrasing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPhrasingsTest {

  private static final List<SharedPhrasing> SHIPPED = shipped();

  private static List<SharedPhrasing> shipped() {
    Path data = Path.of("../data");
    return GuideReader.read(
            data.resolve("backend-systems-developer"), Optional.of(data.resolve("common")))
        .guide()
        .phrasings();
  }

  private static Guide guide(String role, List<SharedPhrasing> phrasings) {
    Guide tiny = TinyGuide.guide();
    GuideInfo info = tiny.info();
    return new Guide(
        new GuideInfo(info.id(), info.title(), role, "en", 1, "", List.of()),
        tiny.sections(),
        tiny.refusals(),
        tiny.tips(),
        tiny.words(),
        phrasings,
        tiny.languages());
  }

  private static Section section(Kind kind, String title) {
    return TinyGuide.section("any", kind, title, "", List.of(), "Text.");
  }

  private static SharedPhrasing phrasing(List<Kind> kinds, List<String> titles, String... asks) {
    return new SharedPhrasing("any", List.of(), titles, kinds, List.of(asks));
  }

  private static List<String> of(String role, Section section, SharedPhrasing... phrasings) {
    return new SharedPhrasings(guide(role, List.of(phrasings))).of(section);
  }

  private static List<String> asks(String about) {
    return SHIPPED.stream()
        .filter(p -> p.about().equals(about))
        .flatMap(p -> p.asks().stream())
        .toList();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "STEP, Network with Professionals",
    "STEP, Start networking with people in the field",
    "STEP, Build a Professional Network",
    "STEP, Attend networking events",
    "STEP, Build Your Network and Find a Mentor"
  })
  void contactsAreAskedForAsContacts(Kind kind, String title) {
    List<String> found = new SharedPhrasings(guide("florist", SHIPPED)).of(section(kind, title));

    assertThat(found)
        .containsAll(asks("networking with people"))
        .doesNotContainAnyElementsOf(asks("computer networks"))
        .doesNotContainAnyElementsOf(asks("networking and security principles"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "SKILL, Networking, computer networks",
    "SKILL, Network Protocols, computer networks",
    "SKILL, TCP and Routing, computer networks",
    "STEP, Learn Networking Fundamentals, networking and security principles",
    "STEP, Understand Computer Networks, networking and security principles"
  })
  void computerNetworksAreAskedForAsComputerNetworks(Kind kind, String title, String about) {
    List<String> found = new SharedPhrasings(guide("florist", SHIPPED)).of(section(kind, title));

    assertThat(asks(about)).isNotEmpty();
    assertThat(found)
        .containsAll(asks(about))
        .doesNotContainAnyElementsOf(asks("networking with people"));
  }

  @Test
  @DisplayName("the words of the guide's own role do not count in a title")
  void ownRole() {
    SharedPhrasing devOps = phrasing(List.of(), List.of("devops"), "what is devops");
    Section section = section(Kind.STEP, "Apply for DevOps Engineer Roles");

    assertThat(of("DevOps engineer", section, devOps)).isEmpty();
    assertThat(of("backend developer", section, devOps)).containsExactly("what is devops");
    assertThat(of("", section, devOps)).containsExactly("what is devops");
  }

  @Test
  @DisplayName("a title is met by its stems, word for word and in order")
  void stems() {
    SharedPhrasing internships = phrasing(List.of(), List.of("find internship"), "any placements");

    assertThat(of("florist", section(Kind.STEP, "Finding Internships"), internships)).hasSize(1);
    assertThat(of("florist", section(Kind.STEP, "Internships to find"), internships)).isEmpty();
    assertThat(of("florist", section(Kind.STEP, "Pathfinding internship"), internships)).isEmpty();
  }

  @Test
  @DisplayName("a phrasing for some kinds of sections stays with them")
  void kinds() {
    SharedPhrasing steps = phrasing(List.of(Kind.STEP), List.of("testing"), "how to test");

    assertThat(of("florist", section(Kind.STEP, "Testing"), steps)).containsExactly("how to test");
    assertThat(of("florist", section(Kind.SKILL, "Testing"), steps)).isEmpty();
  }

  @Test
  @DisplayName("a section named by its id gets the phrasings whatever its kind and title")
  void ids() {
    var hours =
        new SharedPhrasing(
            "hours", List.of("any"), List.of(), List.of(Kind.FAQ), List.of("how many hours"));

    assertThat(of("florist", section(Kind.TOPIC, "Whatever"), hours))
        .containsExactly("how many hours");
  }

  @Test
  @DisplayName("a phrasing that comes twice is there once; a title of no words meets nothing")
  void twice() {
    SharedPhrasing one = phrasing(List.of(), List.of("testing"), "how to test", "why test");
    SharedPhrasing other = phrasing(List.of(), List.of("tests"), "why test");
    SharedPhrasing empty = phrasing(List.of(), List.of("", "!?"), "nothing");

    assertThat(of("florist", section(Kind.STEP, "Testing"), one, other, empty))
        .containsExactly("how to test", "why test");
  }
}
