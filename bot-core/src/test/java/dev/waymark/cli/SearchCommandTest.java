package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections by their words, in Lucene's simple syntax. */
class SearchCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void write() {
    PotteryGuide.in(folder.resolve("guides/pottery"));
  }

  private Shell.Ran search(String... args) {
    return Shell.withGuides(folder.resolve("guides"))
        .run(List.of("search", "--no-common", "--"), args);
  }

  private List<String> ids(String query) {
    return search(query).lines().stream().map(l -> l.split(" {2}", -1)[0]).toList();
  }

  @Test
  void aLineEachWithIdAndTitle() {
    assertThat(search("kiln").done().out()).isEqualTo("faq-kiln  Do I need a kiln of my own?\n");
    assertThat(search("stoneware", "clay").done().lines().getFirst()).startsWith("faq-clay  ");
  }

  @Test
  void simpleSyntax() {
    assertThat(ids("\"stoneware clay\"")).containsExactly("faq-clay");
    assertThat(ids("\"clay stoneware\"")).doesNotContain("faq-clay");
    assertThat(ids("clay | kiln")).contains("faq-clay", "faq-kiln");
    assertThat(ids("+glaze +lead")).containsExactly("faq-glaze");
    assertThat(ids("+glaze -lead")).doesNotContain("faq-glaze");
    assertThat(ids("stonew*")).containsExactly("faq-clay");
    assertThat(ids("-clay")).doesNotContain("faq-clay").contains("faq-kiln");
  }

  @Test
  void whereNothingIsFoundItSaysSo() {
    Shell.Ran ran = search("zeppelin");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualTo("No section holds these words.\n");
  }

  @Test
  void atMostTenOfTheShippedGuide() {
    assertThat(Shell.withShippedGuide().run("search", "learn*").done().lines())
        .hasSize(10)
        .allSatisfy(l -> assertThat(l).matches("[a-z0-9-]+ {2}\\S.*"));
  }

  static Stream<Arguments> odd() {
    String words =
        IntStream.range(0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    return Stream.of(
            "",
            " \t\n",
            "\u0000\u001b[31m\u202e",
            "\ud800",
            "😀",
            "clay ".repeat(20_000),
            "+",
            "-",
            "|",
            "~",
            "*",
            "\"",
            "~2",
            "clay~2 \"stoneware clay\"~3",
            "((clay)",
            "(clay ".repeat(20_000),
            "-(".repeat(30_000),
            "|+-\"*~()\\ ".repeat(2_000),
            "a* ".repeat(3_000),
            "c" + "l".repeat(50_000) + "~2",
            words)
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void neverFailsWhateverIsTyped(String text) {
    Shell.Ran ran = search(text);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isIn(0, 3);
    assertThat(ran.out()).isNotBlank();
  }
}
