package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way through YAML must never lead elsewhere than the long one. */
class PlainYamlTest {

  private static Optional<YamlNode> longWay(String yaml) {
    var faults = new Faults();
    Optional<YamlNode> node = YamlParser.parse(Path.of("x"), yaml, 1, faults);
    return faults.isEmpty() ? node : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: a\ntitle: b c\n",
        "a: x # no comment\n",
        "# comment\n\na: x\n  # another\nb: 'y'\n",
        "a:\n  - x\n  - \"y: z\"\nb:\n- 1\n- 2\n",
        "a: [x, \"y, z\", 'w',]\nb: []\nc: {k: v, u: https://example.org/}\n",
        "a: [x,\n  y,\n\n # why\n z]\nb: c\n",
        "- id: a\n  see: [b]\n  asks:\n    - c\n- id: d\n",
        "a: \"he said \\\"no\\\" \\\\ \"\n",
        "a:\nb:\n  c: d\n",
        "a:\n",
        "a: b\n  c\n",
        "a: ~\nb: null\n",
        "a: b: c\n",
        "a: b\na: c\n",
        "- a\n  b\n",
        "a: 'it''s'\n",
        "a: https://example.org/#x\n",
        "a: 100% sure\nb: (x)\nc: .NET\nd: $5\n",
        "a:\n  - b\n c: d\n",
        "- a: b\n   c: d\n",
        "a: b\n---\n",
        "a: \"x\"y\n",
        "a: [x] y\n",
        "a: x:\n",
        "a: {b: c,\n d: e}\n",
        " a: b\n",
        "a: b\n c: d\n",
        "a:b\n",
        "- a:\n  - b\n- c\n",
        "a: ü\nb: 中\nc: ，\n",
      })
  @DisplayName("agrees with SnakeYAML, or gives up")
  void agrees(String yaml) {
    YamlNode plain = PlainYaml.parse(yaml, 1);
    if (plain != null) {
      assertThat(longWay(yaml)).contains(plain);
    }
  }

  @Test
  @DisplayName("reads every file of the shipped guide, as SnakeYAML does")
  void shipped() throws IOException {
    for (String yaml : shippedYaml()) {
      assertThat(PlainYaml.parse(yaml, 1)).isNotNull().isEqualTo(longWay(yaml).orElseThrow());
    }
  }

  @Test
  @DisplayName("agrees with SnakeYAML on texts with random damage, or gives up")
  void damaged() throws IOException {
    var random = new Random(20261124);
    List<String> texts = shippedYaml();
    assertAgrees(() -> damage(excerpt(texts.get(random.nextInt(texts.size()))), random));
  }

  @Test
  @DisplayName("agrees with SnakeYAML on random texts, or gives up")
  void random() {
    var random = new Random(20261124);
    List<String> pieces =
        List.of(
            "a", "b c", "a: ", "b:", "- ", "-", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}",
            ",", ", ", "\"", "'", "\"x\"", "'y'", "#", " # ", ":", "?", "~", "null", "\\", "1",
            "\n- ", "\na: ", "\nb: ", "---", "$");
    assertAgrees(
        () ->
            random
                .ints(1L + random.nextInt(14), 0, pieces.size())
                .mapToObj(pieces::get)
                .reduce("", String::concat));
  }

  private static void assertAgrees(Supplier<String> texts) {
    int read = 0;
    for (int i = 0; i < Integer.getInteger("texts", 3_000); i++) {
      String yaml = texts.get();
      YamlNode plain = PlainYaml.parse(yaml, 1);
      if (plain != null) {
        read++;
        assertThat(longWay(yaml)).as(yaml).contains(plain);
      }
    }
    assertThat(read).isPositive();
  }

  private static String excerpt(String yaml) {
    return yaml.lines().limit(40).reduce("", (a, b) -> a + b + "\n");
  }

  private static String damage(String yaml, Random random) {
    String signs = "  \n\n-:#,'\"[]{}\\&*!|>%@`?~\t=<é0a";
    var damaged = new StringBuilder(yaml);
    for (int i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      char sign = signs.charAt(random.nextInt(signs.length()));
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, sign);
        case 2 -> damaged.setCharAt(at, sign);
        default -> damaged.setLength(at + 1);
      }
    }
    return damaged.toString();
  }

  private static List<String> shippedYaml() throws IOException {
    var texts = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(GuideFolder.shipped())) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".yaml")) {
          texts.add(Files.readString(file));
        } else if (file.toString().endsWith(".md")) {
          texts.add(Files.readString(file).split("(?m)^---$", 3)[1].substring(1));
        }
      }
    }
    return texts;
  }
}
