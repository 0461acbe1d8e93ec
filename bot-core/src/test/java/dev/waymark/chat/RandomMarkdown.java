package dev.waymark.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Markdown texts that nobody would write, and all that people do; the same seed, the same text. */
final class RandomMarkdown {

  private static final String SIGNS = "`*_[]()<>#-+=|\\~!:.&\"'\t\n\n  >>1.";
  private static final List<String> ODD =
      List.of("👩‍👩‍👧‍👦", "é", "日本語のテキスト。", "مرحبا", "🇮🇹", "\r\n", "\u00a0", "\u200b", "𝒳");

  private final Random random;
  private int words;

  RandomMarkdown(long seed) {
    this.random = new Random(seed);
  }

  /** Blocks of every kind. */
  String blocks(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(block()).append("\n\n");
    }
    return text.toString();
  }

  /** Signs that mean something to Markdown, in any order. */
  String noise(int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      switch (random.nextInt(6)) {
        case 0 -> text.append(ODD.get(random.nextInt(ODD.size())));
        case 1 -> text.append("```").append(random.nextBoolean() ? "java\n" : "\n");
        case 2, 3 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  /** Sentences of plain words. */
  String prose(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word()).append(i % 9 == 8 ? ". " : " ");
    }
    return text.toString().strip();
  }

  private String block() {
    return switch (random.nextInt(9)) {
      case 0 -> "## " + word() + " " + word();
      case 1 -> list("- ", "", 2);
      case 2 -> list("1. ", "", 2);
      case 3 -> "```java\n" + code(1 + random.nextInt(12)) + "```";
      case 4 -> "> " + sentences(1 + random.nextInt(3)).replace("\n", "\n> ");
      case 5 -> "> " + list("- ", "", 1).strip().replace("\n", "\n> ");
      case 6 -> "    " + code(1 + random.nextInt(6)).strip().replace("\n", "\n    ");
      default -> sentences(1 + random.nextInt(6));
    };
  }

  private String list(String marker, String indent, int depth) {
    var text = new StringBuilder();
    String inner = indent + " ".repeat(marker.length());
    int items = 1 + random.nextInt(5);
    for (int i = 0; i < items; i++) {
      text.append(indent).append(marker).append(sentences(1).replace("\n", " ")).append('\n');
      switch (depth == 0 ? 9 : random.nextInt(6)) {
        case 0 -> text.append(list("- ", inner, depth - 1));
        case 1 ->
            text.append(inner)
                .append("```sql\n")
                .append(code(3).replaceAll("(?m)^(?=.)", inner))
                .append(inner)
                .append("```\n");
        case 2 -> text.append('\n').append(inner).append(sentences(1)).append('\n');
        default -> {}
      }
    }
    return text.toString();
  }

  private String code(int lines) {
    var text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("  ".repeat(random.nextInt(3))).append(word()).append("(").append(word());
      text.append(random.nextInt(5) == 0 ? ");\n\n" : ");\n");
    }
    return text.toString();
  }

  private String sentences(int count) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < count * 8; i++) {
      String end = i % 8 == 7 ? (random.nextBoolean() ? "." : ".\n") : "";
      parts.add(span() + end);
    }
    return String.join(" ", parts).replace("\n ", "\n").strip();
  }

  private String span() {
    return switch (random.nextInt(14)) {
      case 0 -> "**" + word() + " " + word() + "**";
      case 1 -> "*" + word() + " " + word() + "*";
      case 2 -> "`" + word() + " " + word() + "`";
      case 3 -> "[" + word() + " " + word() + "](https://example.org/" + word() + ")";
      default -> word();
    };
  }

  /** No two words are the same, so that each can be followed. */
  private String word() {
    return "w" + words++;
  }
}
