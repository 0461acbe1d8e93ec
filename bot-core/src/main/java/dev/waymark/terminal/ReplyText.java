package dev.waymark.terminal;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Document;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Source;
import dev.waymark.text.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reply as a person reads it on a terminal. Thread-safe. */
final class ReplyText {

  private static final String BETWEEN_CHOICES = "   ";

  private final SavedFiles files;

  ReplyText(SavedFiles files) {
    this.files = files;
  }

  /** The lines of a reply, the last one ended too. Saves what the reply brings along. */
  String of(ChatReply reply, Look look) {
    var blocks = new ArrayList<List<String>>();
    if (!reply.title().isBlank()) {
      blocks.add(Columns.wrap(title(reply, look), look.width()));
    }
    if (!reply.markdown().isBlank()) {
      blocks.add(List.of(body(reply, look)));
    }
    reply.picture().ifPresent(p -> blocks.add(picture(p, look)));
    reply.documents().forEach(d -> blocks.add(document(d)));
    if (!reply.sources().isEmpty()) {
      blocks.add(sources(reply.sources(), look));
    }
    if (!reply.choices().isEmpty()) {
      blocks.add(choices(reply.choices(), look));
    }
    var text = new StringBuilder();
    for (List<String> block : blocks) {
      text.append(text.isEmpty() ? "" : "\n");
      block.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static String title(ChatReply reply, Look look) {
    String title = look.bold(Line.of(reply.title()));
    return switch (reply.tone()) {
      case CONTENT -> look.cyan(title);
      case NOTICE -> title;
      case REFUSAL -> look.yellow(title);
      case PROBLEM -> look.red(title);
    };
  }

  private static String body(ChatReply reply, Look look) {
    String text = new MarkdownText(look).render(reply.markdown());
    // Without a title, red tells what went wrong from what was answered.
    return reply.tone() == ChatReply.Tone.PROBLEM && reply.title().isBlank()
        ? look.red(text)
        : text;
  }

  private List<String> picture(Picture picture, Look look) {
    var lines = new ArrayList<String>();
    lines.add(saved("Picture", picture.name(), picture.png()));
    lines.addAll(Columns.wrap(Line.each(picture.alt()), look.width()));
    return lines;
  }

  private List<String> document(Document document) {
    return List.of(
        saved("File", document.name(), document.text().getBytes(StandardCharsets.UTF_8)));
  }

  private String saved(String what, String name, byte[] content) {
    try {
      return what + ": " + Line.of(files.save(name, content).toAbsolutePath().toString());
    } catch (IOException e) {
      return what
          + ": "
          + Line.of(name)
          + " could not be saved in "
          + Line.of(files.folder().toAbsolutePath().toString())
          + ". Check that the folder can be written to and has room, then ask again.";
    }
  }

  private static List<String> sources(List<Source> sources, Look look) {
    var lines = new ArrayList<String>();
    for (Source source : sources) {
      String note = source.note().isBlank() ? "" : ", " + Line.of(source.note());
      String line = "Source: " + Line.of(source.title()) + " [" + Line.of(source.id()) + "]" + note;
      Columns.wrap(line, look.width()).forEach(l -> lines.add(look.faint(l)));
    }
    return lines;
  }

  private static List<String> choices(List<Choice> choices, Look look) {
    var pieces = new ArrayList<String>();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      String text = "[" + (i + 1) + "] " + Line.of(choice.label());
      pieces.add(
          switch (choice.weight()) {
            case MAIN -> look.bold(text);
            case PLAIN -> text;
            case DANGER -> look.red(text);
          });
    }
    var lines = new ArrayList<String>();
    Columns.join(pieces, BETWEEN_CHOICES, look.width(), lines);
    return lines;
  }
}
