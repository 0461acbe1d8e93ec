package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

  private static final Path FILE = Path.of("x.md");

  private final Faults faults = new Faults();

  private FrontMatter parse(String yaml) {
    return FrontMatter.parse(FILE, yaml, 2, faults).orElseThrow();
  }

  /** The faults without the file's name. */
  private List<String> said() {
    return faults.sorted().stream().map(f -> f.line() + ": " + f.what()).toList();
  }

  @Test
  @DisplayName("numbers, dates and no are texts")
  void texts() {
    FrontMatter front = parse("id: 007\ndate: 2024-01-01\ncode: no\nempty:\nnull: ~\n");

    assertThat(front.text("id")).isEqualTo("007");
    assertThat(front.text("date")).isEqualTo("2024-01-01");
    assertThat(front.text("code")).isEqualTo("no");
    assertThat(front.text("empty")).isEmpty();
    assertThat(front.text("null")).isEmpty();
    assertThat(front.text("missing")).isEmpty();
    assertThat(said()).isEmpty();
  }

  @Test
  @DisplayName("a list knows the lines of its entries")
  void values() {
    FrontMatter front = parse("asks:\n  - one\n\n  # why\n  - \"two: three\"\n");

    assertThat(front.values("asks"))
        .containsExactly(new FrontMatter.Value("one", 3), new FrontMatter.Value("two: three", 6));
    assertThat(front.line("asks")).isEqualTo(2);
  }

  @Test
  void blockTexts() {
    FrontMatter front = parse("summary: >\n  one\n  two\nbody: |\n  three\n");

    assertThat(front.text("summary")).isEqualTo("one two");
    assertThat(front.line("body")).isEqualTo(5);
  }

  @Test
  @DisplayName("values of the wrong shape are reported, all of them, and read as missing")
  void shapes() {
    FrontMatter front =
        parse(
            """
            id: [a, b]
            asks: {a: b}
            see:
              - what: is this
              - ""
              - ok
            links: none
            order: 60,00
            open: maybe
            """);

    assertThat(front.text("id")).isEmpty();
    assertThat(front.texts("asks")).isEmpty();
    assertThat(front.texts("see")).containsExactly("ok");
    assertThat(front.mappings("links")).isEmpty();
    assertThat(front.number("order")).isEmpty();
    assertThat(front.flag("open")).isFalse();
    assertThat(said())
        .containsExactly(
            "2: \"id\" is no single value: put it in quotes if it is a text",
            "3: \"asks\" is no list: begin each entry with \"- \" on its line",
            "5: an entry of \"see\" is no text: put it in quotes if it holds \": \"",
            "6: an entry of \"see\" is empty: fill or remove it",
            "8: \"links\" is no list: begin each entry with \"- \" on its line",
            "9: \"order\" is \"60,00\": write a whole number",
            "10: \"open\" is \"maybe\": write true or false");
  }

  @ParameterizedTest
  @CsvSource({"60000,60000", "'60,000',60000", "60_000,60000", "-5,-5"})
  void numbers(String text, int number) {
    assertThat(parse("n: " + text).number("n")).isEqualTo(OptionalInt.of(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e5", "$60", "9999999999", "1.5", "60 000"})
  void noNumbers(String text) {
    assertThat(parse("n: " + text).number("n")).isEmpty();
    assertThat(said()).hasSize(1);
  }

  @Test
  @DisplayName("every key that stands twice is named with both lines")
  void doubleKeys() {
    FrontMatter front = parse("id: a\ntitle: b\nid: c\ntitle: d\n");

    assertThat(front.text("id")).isEqualTo("a");
    assertThat(said())
        .containsExactly(
            "4: \"id\" stands on line 2 too: keep one",
            "5: \"title\" stands on line 3 too: keep one");
  }

  @Test
  void unknownKeys() {
    parse("ask: x\nsumary: x\ncolour: x\n").allowOnly(Set.of("asks", "summary", "id"), "thing");

    assertThat(said())
        .containsExactly(
            "2: \"ask\" is no key of a thing: did you mean \"asks\"?",
            "3: \"sumary\" is no key of a thing: did you mean \"summary\"?",
            "4: \"colour\" is no key of a thing: remove it, or use one of asks, id, summary");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: a: b         | 2: a text that holds ": " has to stand in quotes
          title: "a           | 2: a quote is opened here and never closed: close it
          asks: [a, b         | 2: the list in [ ] or { } that begins here is not in order: \
          close it, put a comma between entries and quotes around a text with ? or :
          title: @a           | 2: a text that begins with "@" has to stand in quotes
          title: *a*          | 2: a text that begins with "&" or "*" has to stand in quotes
          title: "a" b        | 2: the line does not fit those above: indent entries alike, and put \
          a text that begins with a quote in quotes as a whole
          title: "C:\\dir"     | 2: a backslash in double quotes has to be doubled: write \\\\
          title: &a b         | 2: a text that begins with "&" has to stand in quotes
          title: *a           | 2: a text that begins with "*" has to stand in quotes
          title: !a b         | 2: a text that begins with "!" has to stand in quotes
          just text           | 2: is no mapping: write "key: value" lines
          - a                 | 2: is no mapping: write "key: value" lines
          ? [a]               | 2: a key is no single word: put a text in quotes that begins with [ or {
          """)
  void doesNotParse(String yaml, String what) {
    FrontMatter.parse(FILE, yaml, 2, faults);

    assertThat(said()).containsExactly(what);
  }

  @Test
  void tab() {
    FrontMatter.parse(FILE, "asks:\n\t- a\n", 2, faults);

    assertThat(said())
        .containsExactly("3: a tab stands where YAML wants spaces: indent with spaces");
  }

  @Test
  void missingColon() {
    FrontMatter.parse(FILE, "id: a\ntitle b\nkind: faq\n", 2, faults);

    assertThat(said())
        .containsExactly(
            "3: the line is no \"key: value\": put a space after the colon, or indent the line if it"
                + " belongs to the one above");
  }

  @Test
  void invisibleCharacter() {
    FrontMatter.parse(FILE, "id: a\ntitle: b\u0007c\n", 2, faults);

    assertThat(said()).containsExactly("3: holds the invisible character U+0007: delete it");
  }

  @Test
  void secondDocument() {
    FrontMatter.parse(FILE, "id: a\n---\nid: b\n", 1, faults);

    assertThat(said())
        .containsExactly("2: a second document begins here: remove the line \"---\" or \"...\"");
  }

  @Test
  @DisplayName("aliases, which unfold to gigabytes, are refused at once")
  void billionLaughs() {
    var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    FrontMatter front = parse(yaml.toString());

    assertThat(front.texts("a29")).isEmpty();
    assertThat(said())
        .hasSizeGreaterThan(30)
        .allMatch(s -> s.contains("has to stand in quotes") || s.contains("is empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  @DisplayName("a text nested a hundred thousand levels deep overflows nothing")
  void deep(String opening) {
    FrontMatter.parse(FILE, opening.repeat(100_000), 1, faults);

    assertThat(said()).isNotEmpty();
  }

  @Test
  @DisplayName("a list reports each entry of another shape and keeps the others")
  void list() {
    List<FrontMatter> items = FrontMatter.parseList(FILE, "- id: a\n- b\n-\n- {id: c}\n", faults);

    assertThat(items).extracting(i -> i.text("id")).containsExactly("a", "c");
    assertThat(said())
        .containsExactly(
            "2: the entry is no mapping: write \"key: value\" lines",
            "3: the entry is no mapping: write \"key: value\" lines");
  }

  @Test
  void noList() {
    assertThat(FrontMatter.parseList(FILE, "id: a\n", faults)).isEmpty();
    assertThat(said()).containsExactly("1: is no list: begin each entry with \"- \"");
  }
}
