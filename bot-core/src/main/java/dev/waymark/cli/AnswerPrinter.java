package dev.waymark.cli;

import dev.waymark.answer.Answer;
import dev.waymark.guide.Guide;
import dev.waymark.terminal.Look;
import dev.waymark.terminal.MarkdownText;
import dev.waymark.text.Line;
import java.util.List;

/** An answer as a person reads it on a terminal. */
final class AnswerPrinter {

  private final Guide guide;
  private final MarkdownText markdown;

  AnswerPrinter(Guide guide, boolean bold) {
    this.guide = guide;
    this.markdown = new MarkdownText(new Look(Look.USUAL, bold));
  }

  String print(Answer answer) {
    var text = new StringBuilder();
    text.append(markdown.render(answer.text())).append('\n');
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
}
