package dev.waymark.search;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that nobody means well with. */
final class Nasty {

  private Nasty() {}

  static Stream<String> texts() {
    return Stream.concat(known(), random(300, new Random(20260728)));
  }

  /** The known ones alone, where each costs time. */
  static Stream<String> known() {
    return Stream.of(KNOWN);
  }

  private static final String[] KNOWN = {
    "",
    " ",
    "\t\r\n",
    "\0\1\2\u001f\u007f\u0085",
    "\ud83d",
    "\udc00",
    "a\ud83d b\udc00 \udc00\ud83d",
    "\u202Egnp.exe\u202C \u2066\u2069",
    "\ufeff\u200b\u200d",
    "😀🇩🇪👩‍👩‍👧",
    "a" + "\u0301".repeat(500),
    "\"",
    "\"\"",
    "\"a",
    "a\"b\"c\"",
    "()",
    "(",
    "((((((a",
    ")))",
    "+",
    "-",
    "+-|*~",
    "++a --b",
    "-",
    "--",
    "*",
    "**",
    "a*b*",
    "~",
    "a~",
    "a~99999999999999999999",
    "\"a b\"~99999999999999999999",
    "\"a b\"~-1",
    "a^3",
    "title:sql",
    "[a TO b]",
    "{a TO *}",
    "/regex(/",
    "a && b || !c",
    "\\",
    "a\\",
    "\\\"",
    "NOT",
    "AND OR NOT",
    "*:*",
    "the of and",
    "+the -of",
    "<script>alert(1)</script>",
    "${jndi:ldap://x}",
    "%s%n%d",
    "'; DROP TABLE sections; --",
    "((((((((((a)))))))))) ".repeat(20),
    "(".repeat(20_000) + "a" + ")".repeat(20_000),
    "-".repeat(20_000) + "a",
    "word ".repeat(3_000),
    IntStream.range(0, 3_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")),
    "a/b.c-d/".repeat(3_000),
    "数据库".repeat(2_000),
    "\"" + "word ".repeat(3_000) + "\"",
    "x".repeat(50_000),
    "1,000".repeat(3_000),
    "a* ".repeat(2_000),
    "\n".repeat(20_000),
  };

  private static Stream<String> random(int how, Random random) {
    String signs = "\"()+-|*~\\^:/ \t'aeinst019";
    return Stream.generate(
            () -> {
              var text = new StringBuilder();
              int length = random.nextInt(80);
              for (int i = 0; i < length; i++) {
                text.append(
                    switch (random.nextInt(4)) {
                      case 0 -> (char) random.nextInt(0x10000);
                      case 1 -> (char) (' ' + random.nextInt(95));
                      default -> signs.charAt(random.nextInt(signs.length()));
                    });
              }
              return text.toString();
            })
        .limit(how);
  }
}
