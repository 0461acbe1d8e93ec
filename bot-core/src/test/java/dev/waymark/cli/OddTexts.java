package dev.waymark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** What people and their programs send that is no plain question. */
final class OddTexts {

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("empty", "");
    ALL.put("blank", "  \t ");
    ALL.put("line ends", "\r\n\n");
    ALL.put("100,000 characters of words", "clay ".repeat(20_000));
    ALL.put("100,000 characters of one word", "x".repeat(100_000));
    ALL.put("100,000 characters without a letter", "?!#(".repeat(25_000));
    ALL.put("5,000 times the same word", "kiln ".repeat(5_000));
    ALL.put("control characters", "\u0000\u0001\u0007\u001b[31mred\u001b[0m\u009b2J\u007f");
    ALL.put("a control character in a question", "which clay\u0000\u001b[2J should I use?");
    ALL.put("a lone high surrogate", "\ud800");
    ALL.put("a lone low surrogate in a question", "which \udc00 clay should I use?");
    ALL.put("a right-to-left override", "\u202ewhich clay should I use?\u202c");
    ALL.put("only emoji", "😀🎉👩‍💻🏳️‍🌈");
    ALL.put("Lucene syntax", "+clay -\"foo\" AND (NOT title:[a TO b]} ~2^3 \\ :*? || && !");
    ALL.put("parentheses without end", "(".repeat(3_000));
    ALL.put("a quote without end", "\"which clay");
    ALL.put("HTML", "<script>alert('clay')</script><img src=x onerror=alert(1)>");
    ALL.put("SQL", "'; DROP TABLE sections; --");
    ALL.put("format strings", "%s %n %d %1$s {0} ${jndi:ldap://x} #{7*7} {{7*7}}");
    ALL.put("only a question mark", "?");
    ALL.put("many question marks", "????????");
    ALL.put("one letter", "a");
    ALL.put("a backslash", "\\");
    ALL.put("a path", "../../../etc/passwd");
    ALL.put("a file of arguments", "@pom.xml");
    ALL.put("other line ends", "which\u2028clay\u2029should\u0085I\u000buse?");
    ALL.put("no characters", "\ufffe\uffff\ufeff\u200b\u00ad");
    ALL.put("piled up accents", "c\u0351\u0352\u0353l\u0351a\u0352y\u0353".repeat(200));
    ALL.put("JSON", "{\"question\":\"which clay\",\"outcome\":\"answer\"}");
  }

  private OddTexts() {}

  static Map<String, String> all() {
    return Map.copyOf(ALL);
  }

  static Stream<Arguments> named() {
    return ALL.entrySet().stream().map(e -> Arguments.of(Named.of(e.getKey(), e.getValue())));
  }
}
