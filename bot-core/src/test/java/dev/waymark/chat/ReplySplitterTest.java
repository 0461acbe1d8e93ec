package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class ReplySplitterTest {

  private static final Pattern WORD = Pattern.compile("w\\d+");
  private static final int TEXTS = 400;

  private static List<String> split(int limit, String markdown) {
    return new ReplySplitter(limit).split(markdown);
  }

  private static String words(int count) {
    return "lorem ".repeat(count).strip();
  }

  @Test
  void whatFitsStaysAsItIs() {
    String text = "# A title\n\n- one\n- two";
    assertThat(split(40, text)).containsExactly(text);
    assertThat(split(40, "a".repeat(40))).containsExactly("a".repeat(40));
  }

  @Test
  void aBlankTextHasNoParts() {
    assertThat(split(40, "")).isEmpty();
    assertThat(split(40, " \n\t\n".repeat(100))).isEmpty();
    assertThat(split(40, "\u00a0\u200b\n".repeat(100))).isEmpty();
    assertThat(split(40, "\n".repeat(100_000) + "word" + "\n".repeat(100_000)))
        .containsExactly("word");
  }

  @Test
  void aLimitTooSmallForAnythingIsAnError() {
    assertThatThrownBy(() -> new ReplySplitter(39))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 40");
  }

  @Test
  void aParagraphIsTheBestPlaceThenALineThenASentenceThenAWord() {
    assertThat(split(40, words(4) + "\n\n" + words(2) + ". " + words(2)))
        .containsExactly(words(4), words(2) + ". " + words(2));
    assertThat(split(40, words(4) + "\n" + words(2) + ". " + words(2)))
        .containsExactly(words(4), words(2) + ". " + words(2));
    assertThat(split(40, words(4) + ". " + words(4))).containsExactly(words(4) + ".", words(4));
    assertThat(split(40, words(8))).containsExactly(words(6), words(2));
  }

  @Test
  void aBoundaryBeforeHalfTheLimitDoesNotCount() {
    assertThat(split(40, words(3) + "\n\n" + words(9)))
        .containsExactly(words(3) + "\n\n" + words(3), words(6));
  }

  @Test
  void aLinkBoldWordsAndCodeAreNotCut() {
    for (String whole :
        List.of(
            "[a long name](https://x.org/a)", "**bold as bold can be**", "`a b c d e f g h i`")) {
      assertThat(split(40, words(3) + " " + whole + " " + words(2)))
          .as(whole)
          .anySatisfy(part -> assertThat(part).contains(whole));
    }
  }

  @Test
  void aListItemIsNotCutAndALineWithAColonStaysWithItsList() {
    assertThat(split(60, words(7) + "\n\nYou learn:\n\n- " + words(5) + "\n- " + words(5)))
        .containsExactly(words(7), "You learn:\n\n- " + words(5), "- " + words(5));
  }

  @Test
  void aHeadingStaysWithWhatIsUnderIt() {
    assertThat(split(60, words(7) + "\n\n## Why\n\n" + words(5)))
        .containsExactly(words(7), "## Why\n\n" + words(5));
  }

  @Test
  void aCodeBlockThatFitsIsNotCut() {
    String code = "```java\nint a = 1;\nint b = 2;\nint c = 3;\n```";
    assertThat(split(60, words(4) + "\n\n" + code + "\n\n" + words(4)))
        .containsExactly(words(4), code, words(4));
  }

  @Test
  void aCodeBlockThatDoesNotFitIsClosedAndOpenedAgainWithItsLanguage() {
    String code = "```java\n" + "  int count = 1;\n".repeat(5) + "```";
    assertThat(split(60, code))
        .containsExactly(
            "```java\n  int count = 1;\n  int count = 1;\n```",
            "```java\n  int count = 1;\n  int count = 1;\n```",
            "```java\n  int count = 1;\n```");
  }

  @Test
  void aCodeBlockInAnItemIsClosedInTheItemAndOpenedAgainOutsideIt() {
    String code =
        "1. Try:\n   ~~~~ sh\n" + "   echo hello world\n".repeat(4) + "   ~~~~\n\n   Then rest.";
    assertThat(split(60, code))
        .containsExactly(
            "1. Try:\n   ~~~~ sh\n   echo hello world\n   ~~~~",
            "~~~~sh\necho hello world\necho hello world\n~~~~",
            "~~~~sh\necho hello world\n~~~~\n\nThen rest.");
  }

  @Test
  void aCodeBlockInAQuoteStaysInTheQuote() {
    String code = "> ```\n" + "> echo hello world\n".repeat(4) + "> ```";
    assertThat(split(60, code))
        .containsExactly(
            "> ```\n> echo hello world\n> echo hello world\n> ```",
            "> ```\n> echo hello world\n> echo hello world\n> ```");
  }

  @Test
  void aWordThatFitsIsNotCut() {
    String address = "https://example.org/" + "x".repeat(18);
    assertThat(split(40, words(2) + " " + address + " " + words(2)))
        .containsExactly(words(2), address, words(2));
  }

  @Test
  void aQuoteGoesOn() {
    assertThat(split(40, "> " + words(9))).containsExactly("> " + words(6), "> " + words(3));
    assertThat(split(40, "> " + words(6) + " >xyz " + words(3)))
        .containsExactly("> " + words(6), "> >xyz " + words(3));
  }

  @Test
  void whatFollowsInALongItemIsNotTakenForCode() {
    String item =
        "10. " + words(8) + "\n\n    " + words(3) + "\n\n    - " + words(3) + "\n11. " + words(2);
    List<String> parts = split(40, item);
    assertThat(html(String.join("\n\n", parts))).doesNotContain("<code>");
    assertThat(parts).anySatisfy(p -> assertThat(p).startsWith("- lorem"));
  }

  @Test
  void aCutMakesNoListOfAYear() {
    assertThat(split(40, "lorem lorem lorem lorem lorem ipsum 1986. A year."))
        .containsExactly("lorem lorem lorem lorem lorem", "ipsum 1986. A year.");
  }

  @Test
  void aWordThatDoesNotFitIsCutBetweenCharactersThatPeopleSee() {
    String family = "👩‍👩‍👧‍👦";
    List<String> parts = split(40, family.repeat(9));
    assertThat(String.join("", parts)).isEqualTo(family.repeat(9));
    assertThat(parts).allSatisfy(p -> assertThat(p.length() % family.length()).isZero());
    assertThat(String.join("", split(41, "𝒳".repeat(500)))).isEqualTo("𝒳".repeat(500));
    assertThat(split(40, "a" + "\u0301".repeat(500)))
        .allSatisfy(p -> assertThat(p).hasSizeBetween(1, 40));
  }

  @Test
  void aScriptWithoutSpacesIsCutAtASentence() {
    String sentence = "これは日本語の文章です。";
    assertThat(split(40, sentence.repeat(4))).containsExactly(sentence.repeat(3), sentence);
  }

  @Test
  void proseFillsItsParts() {
    String prose = new RandomMarkdown(1).prose(2_000);
    List<String> parts = split(500, prose);
    assertThat(parts.subList(0, parts.size() - 1))
        .allSatisfy(p -> assertThat(p).hasSizeGreaterThan(250));
    assertThat(String.join(" ", parts)).isEqualTo(prose);
  }

  @Test
  void noWordIsLostOrMovedAndEachPartFits() {
    var random = new Random(7);
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = new RandomMarkdown(seed).blocks(1 + random.nextInt(20));
      int limit = 80 + random.nextInt(400);
      List<String> parts = split(limit, text);
      check(text, limit, parts);
      assertThat(WORD.matcher(String.join("\n\n", parts)).results().map(m -> m.group()).toList())
          .as("text %s, limit %s", seed, limit)
          .isEqualTo(WORD.matcher(text).results().map(m -> m.group()).toList());
    }
  }

  @Test
  void thePartsReadAsTheWholeDoes() {
    var random = new Random(8);
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = new RandomMarkdown(seed).blocks(2 + random.nextInt(10));
      // Room for every span: what may be cut is a block, and its two halves read as one.
      int limit = 150 + random.nextInt(600);
      var joined = new StringBuilder();
      for (String part : split(limit, text)) {
        joined.append(html(part)).append('\n');
      }
      assertThat(inline(joined.toString()))
          .as("text %s, limit %s:\n%s", seed, limit, text)
          .isEqualTo(inline(html(text)));
    }
  }

  @Test
  void noiseIsSplitAndNothingOfItLost() {
    var random = new Random(9);
    for (int seed = 0; seed < TEXTS * 2; seed++) {
      String text = new RandomMarkdown(seed).noise(1 + random.nextInt(1_500));
      int limit = 40 + random.nextInt(100);
      List<String> parts = split(limit, text);
      check(text, limit, parts);
      assertThat(isSubsequence(visible(text), visible(String.join("\n", parts))))
          .as("text %s, limit %s:\n%s\n→ %s", seed, limit, text, parts)
          .isTrue();
    }
  }

  @Test
  void aHugeOrDeepTextTakesNoTime() {
    long start = System.nanoTime();
    assertThat(split(2_000, new RandomMarkdown(3).blocks(2_000))).hasSizeGreaterThan(100);
    split(2_000, "> ".repeat(50_000) + "deep");
    split(2_000, "- ".repeat(50_000) + "deep");
    split(2_000, "*".repeat(50_000) + "deep");
    split(2_000, "[".repeat(50_000) + "deep");
    split(2_000, "x".repeat(300_000));
    split(2_000, "```\n" + "x".repeat(100_000));
    split(40, "`".repeat(10_000) + "\ncode\n");
    assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(60);
  }

  private static void check(String text, int limit, List<String> parts) {
    assertThat(parts)
        .as("limit %s:\n%s", limit, text)
        .allSatisfy(
            p -> {
              assertThat(p).isNotBlank().hasSizeLessThanOrEqualTo(limit);
              assertThat(Character.isLowSurrogate(p.charAt(0))).isFalse();
              assertThat(Character.isHighSurrogate(p.charAt(p.length() - 1))).isFalse();
            });
    for (int i = 1; i < parts.size(); i++) {
      String seam = parts.get(i - 1).substring(Math.max(0, parts.get(i - 1).length() - 20));
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(seam + parts.get(i));
      assertThat(characters.isBoundary(seam.length())).as("%s|%s", seam, parts.get(i)).isTrue();
    }
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
  }

  /** What is in the blocks: the words with their links, emphasis and code. */
  private static String inline(String html) {
    return html.replaceAll("</?(?:p|ul|ol|li|blockquote|pre|h\\d|hr)\\b[^>]*>", " ")
        .replaceAll("</code>\\s*<code[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200b)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSubsequence(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      if (whole.charAt(i) == part.charAt(at)) {
        at++;
      }
    }
    return at == part.length();
  }
}
