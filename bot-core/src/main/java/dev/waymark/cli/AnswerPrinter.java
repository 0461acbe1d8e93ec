package dev.waymark.cli;

import dev.waymark.answer.Answer;
import dev.waymark.guide.Guide;
import dev.waymark.text.Line;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as a person reads it on a terminal. */
final class AnswerPrinter {

  // The width at which lines of prose are easy to read.
  private static final int WIDTH = 80;

  private final Guide guide;
  private final boolean bold;

  AnswerPrinter(Guide guide, boolean bold) {
    this.guide = guide;
    this.bold = bold;
  }

  String print(Answer answer) {
    var text = new StringBuilder();
    text.append(wrapped(answer.text())).append('\n');
    switch (answer) {
      case Answer.Found found -> {
        text.append('\n');
        for (Answer.Source source : found.sources()) {
          text.append("Source:  ").append(line(source)).append(reviewed()).append('\n');
        }
        related("See also:", found.related(), text);
      }
      case Answer.Choice choice -> {
        text.append('\n');
        choice.sources().forEach(s -> text.append("  - ").append(line(s)).append('\n'));
      }
      case Answer.Unknown unknown -> {
        if (!unknown.related().isEmpty()) {
          text.append('\n');
          related("Nearest:", unknown.related(), text);
        }
      }
    }
    return text.toString();
  }

  private static void related(String heading, List<Answer.Source> sources, StringBuilder text) {
    String indent = " ".repeat(heading.length());
    for (int i = 0; i < sources.size(); i++) {
      text.append(i == 0 ? heading : indent).append(' ').append(line(sources.get(i))).append('\n');
    }
  }

  private static String line(Answer.Source source) {
    return Line.of(source.title()) + "  [" + source.id() + "]";
  }

  private String reviewed() {
    String date = guide.info().reviewed();
    return date.isEmpty() ? "" : ", reviewed " + date;
  }

  private String wrapped(String markdown) {
    return markdown.lines().map(line -> wrap(marks(line))).collect(Collectors.joining("\n"));
  }

  /** Bold where the terminal shows it, else nothing in place of the marks. */
  private String marks(String line) {
    String plain = Line.of(line).replaceAll("`([^`]+)`", "$1");
    return plain.replaceAll("\\*\\*(.+?)\\*\\*", bold ? "\u001b[1m$1\u001b[0m" : "$1");
  }

  private static String wrap(String line) {
    var wrapped = new StringBuilder();
    int column = 0;
    for (String word : line.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
