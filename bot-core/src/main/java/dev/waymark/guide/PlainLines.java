package dev.waymark.guide;

/**
 * Goes through the lines of a YAML text that say something. For {@link PlainYaml} and {@link
 * PlainValue}. Not thread-safe.
 */
final class PlainLines {

  /** The whole text. */
  final char[] yaml;

  /** Number of the line, from 1. */
  int line;

  /** Where the line's text begins and ends in the YAML, without the spaces around it. */
  int start;

  int end;

  /** Column in which the text begins, from 0. */
  int column;

  /** Whether there is no line any more. */
  boolean done;

  private int nextLine;

  PlainLines(char[] yaml, int firstLine) {
    this.yaml = yaml;
    this.line = firstLine - 1;
    advance();
  }

  /** Goes to the next line that is neither blank nor a comment. */
  void advance() {
    while (nextLine < yaml.length) {
      int lineStart = nextLine;
      end = lineStart;
      while (end < yaml.length && yaml[end] != '\n') {
        end++;
      }
      nextLine = end + 1;
      line++;
      start = skipSpaces(lineStart);
      if (start < end && yaml[start] != '#') {
        column = start - lineStart;
        while (yaml[end - 1] == ' ') {
          end--;
        }
        return;
      }
    }
    done = true;
  }

  /** The first place from there on that is no space, or the end of the line. */
  int skipSpaces(int from) {
    int i = from;
    while (i < end && yaml[i] == ' ') {
      i++;
    }
    return i;
  }

  String text(int from, int to) {
    return new String(yaml, from, to - from);
  }
}
