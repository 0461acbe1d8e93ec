package dev.waymark.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Picture;
import dev.waymark.chat.ReplySplitter;
import dev.waymark.chat.Source;
import dev.waymark.text.Line;
import dev.waymark.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replies as Slack shows them, in blocks. */
final class SlackReply {

  // Slack refuses a section of more than 3,000 characters, a message of more than 50 blocks, and,
  // undocumented, one whose
  // blocks have more than some 13,200 together.
  private static final int SECTION = 3_000;
  private static final int BLOCKS = 50;
  private static final int MESSAGE = 13_000;
  private static final int TITLE = 150;
  private static final int SOURCE = 250;
  private static final int SOURCES = 10;
  private static final int ALT = 2_000;
  private static final int BUTTONS = 25;
  // A phone cuts what is longer.
  private static final int BUTTON = 30;
  private static final int NOTIFICATION = 3_000;

  /**
   * A message.
   *
   * @param text what a notification and a screen reader say; never blank
   * @param blocks what is seen
   */
  record Message(String text, List<LayoutBlock> blocks) {}

  private SlackReply() {}

  /**
   * The messages of a reply; the last one has what there is to press.
   *
   * @param picture the id of the uploaded picture; without one its words take its place
   */
  static List<Message> of(ChatReply reply, Optional<String> picture) {
    List<LayoutBlock> ending = ending(reply, picture);
    int room = MESSAGE - TITLE - length(reply, picture);
    // Beside them stand a title and, it may be, a button to share.
    int most = BLOCKS - 2 - ending.size();
    var messages = new ArrayList<Message>();
    var part = new ArrayList<String>();
    int filled = 0;
    for (String section : sections(reply.markdown(), SECTION - 100)) {
      if (filled + section.length() > room || part.size() == most) {
        messages.add(message(reply, part, messages.isEmpty(), List.of()));
        part.clear();
        filled = 0;
      }
      part.add(section);
      filled += section.length();
    }
    messages.add(message(reply, part, messages.isEmpty(), ending));
    return messages;
  }

  /**
   * The same messages, whose last one offers to share what they say.
   *
   * @param words what shows everyone the same when it is given to the bot
   */
  static List<Message> sharing(List<Message> messages, String words) {
    Message last = messages.getLast();
    var blocks = new ArrayList<>(last.blocks());
    var elements = new ArrayList<BlockElement>();
    if (blocks.getLast() instanceof ActionsBlock actions) {
      elements.addAll(actions.getElements());
      blocks.removeLast();
    }
    elements.add(
        ButtonElement.builder()
            .actionId(SlackManifest.SHARE)
            .value(words)
            .text(plain("Share with everyone here"))
            .build());
    if (elements.size() > BUTTONS) {
      return messages;
    }
    blocks.add(ActionsBlock.builder().elements(elements).build());
    var all = new ArrayList<>(messages.subList(0, messages.size() - 1));
    all.add(new Message(last.text(), blocks));
    return all;
  }

  /** How much of a message goes to what stands under its text. */
  private static int length(ChatReply reply, Optional<String> picture) {
    int choices =
        reply.choices().stream().mapToInt(c -> 2 * c.label().length() + c.id().length()).sum();
    int sources = Math.min(SOURCES, reply.sources().size()) * (SOURCE + 50);
    return choices + sources + (picture.isEmpty() && reply.picture().isEmpty() ? 0 : ALT);
  }

  private static Message message(
      ChatReply reply, List<String> sections, boolean first, List<LayoutBlock> ending) {
    var blocks = new ArrayList<LayoutBlock>();
    String title = first ? cut(Line.of(reply.title()), TITLE) : "";
    if (!title.isBlank()) {
      blocks.add(HeaderBlock.builder().text(plain(title)).build());
    }
    sections.forEach(s -> blocks.add(section(s)));
    blocks.addAll(ending);
    String text = first ? notification(reply, title) : "(continued)";
    return new Message(text, blocks);
  }

  private static String notification(ChatReply reply, String title) {
    String body = Mrkdwn.words(reply.markdown());
    String all = title.isBlank() ? body : title + "\n" + body;
    return Mrkdwn.escape(cut(all.isBlank() ? "Waymark" : all, NOTIFICATION));
  }

  /** The text in sections that each fit; escaping may make a part longer than it was cut. */
  private static List<String> sections(String markdown, int limit) {
    var sections = new ArrayList<String>();
    for (String part : new ReplySplitter(limit).split(markdown)) {
      String mrkdwn = Mrkdwn.of(part);
      if (mrkdwn.length() <= SECTION) {
        if (!mrkdwn.isBlank()) {
          sections.add(mrkdwn);
        }
      } else {
        sections.addAll(sections(part, limit / 2));
      }
    }
    return sections;
  }

  private static List<LayoutBlock> ending(ChatReply reply, Optional<String> picture) {
    var blocks = new ArrayList<LayoutBlock>();
    reply.picture().ifPresent(p -> blocks.add(picture(p, picture)));
    if (!reply.sources().isEmpty()) {
      blocks.add(
          ContextBlock.builder()
              .elements(reply.sources().stream().limit(SOURCES).map(SlackReply::source).toList())
              .build());
    }
    blocks.addAll(choices(reply.choices()));
    return blocks;
  }

  private static LayoutBlock picture(Picture picture, Optional<String> file) {
    String alt = alt(picture);
    return file.<LayoutBlock>map(
            id ->
                ImageBlock.builder()
                    .slackFile(SlackFileObject.builder().id(id).build())
                    .altText(alt)
                    .build())
        .orElseGet(() -> section(Mrkdwn.escape(cut("Picture: " + alt, SECTION / 2))));
  }

  private static String alt(Picture picture) {
    return cut(picture.alt(), ALT);
  }

  private static ContextBlockElement source(Source source) {
    String note = source.note().isEmpty() ? "" : ", " + source.note();
    return mrkdwn(Mrkdwn.escape("Source: " + cut(Line.of(source.title()), SOURCE) + note));
  }

  private static SectionBlock section(String mrkdwn) {
    // Without the expanding, Slack folds a long answer behind "See more".
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).expand(true).build();
  }

  /** Text as it was written: Slack makes no names, channels and addresses of its own accord. */
  private static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  /**
   * Choices as buttons, whose actions have the choices' own ids; what is too long for a button
   * stands beside one.
   */
  static List<LayoutBlock> choices(List<Choice> choices) {
    var blocks = new ArrayList<LayoutBlock>();
    var row = new ArrayList<BlockElement>();
    for (Choice choice : choices) {
      if (choice.label().length() <= BUTTON) {
        row.add(button(choice, choice.label()));
      } else {
        addRow(blocks, row);
        ButtonElement button = button(choice, "Show");
        button.setAccessibilityLabel(choice.label());
        blocks.add(SectionBlock.builder().text(plain(choice.label())).accessory(button).build());
      }
    }
    addRow(blocks, row);
    return blocks;
  }

  private static void addRow(List<LayoutBlock> blocks, List<BlockElement> row) {
    if (!row.isEmpty()) {
      blocks.add(ActionsBlock.builder().elements(List.copyOf(row)).build());
      row.clear();
    }
  }

  private static ButtonElement button(Choice choice, String words) {
    ButtonElement button = ButtonElement.builder().actionId(choice.id()).text(plain(words)).build();
    switch (choice.weight()) {
      case MAIN -> button.setStyle("primary");
      case PLAIN -> {}
      case DANGER -> button.setStyle("danger");
    }
    return button;
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
