package dev.waymark.discord;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.ReplySplitter;
import dev.waymark.chat.Source;
import dev.waymark.text.ChannelLink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Replies as Discord shows them: one container a message, so that all of a reply reads as one
 * thing.
 */
final class DiscordReply {

  // All texts of a message share 4,000 characters; title and sources take the rest.
  private static final int TEXT = 3_400;
  private static final ReplySplitter SPLITTER = new ReplySplitter(TEXT);
  private static final int TITLE = 250;
  private static final int PER_ROW = 5;
  private static final int ALT = 1_024;

  private DiscordReply() {}

  /** The messages of a reply; the last one has what there is to press. */
  static List<MessageCreateData> of(ChatReply reply) {
    String text = ChannelLink.written(reply.markdown(), "<#$1>");
    List<String> parts = text.isBlank() ? List.of("") : SPLITTER.split(text);
    var messages = new ArrayList<MessageCreateData>();
    for (int i = 0; i < parts.size(); i++) {
      messages.add(message(reply, parts.get(i), i == 0, i == parts.size() - 1));
    }
    return messages;
  }

  private static MessageCreateData message(
      ChatReply reply, String part, boolean first, boolean last) {
    var children = new ArrayList<ContainerChildComponent>();
    if (first && !reply.title().isEmpty()) {
      children.add(TextDisplay.of("### " + cut(reply.title(), TITLE)));
    }
    if (!part.isBlank()) {
      children.add(TextDisplay.of(part));
    }
    if (last) {
      reply
          .picture()
          .ifPresent(
              p ->
                  children.add(
                      MediaGallery.of(
                          MediaGalleryItem.fromFile(FileUpload.fromData(p.png(), p.name()))
                              .withDescription(cut(p.alt(), ALT)))));
      reply.documents().forEach(d -> children.add(FileDisplay.fromFile(file(d.name(), d.text()))));
      if (!reply.sources().isEmpty()) {
        children.add(TextDisplay.of(sources(reply.sources())));
      }
      rows(reply.choices()).forEach(children::add);
    }
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(Container.of(children).withAccentColor(accent(reply.tone())))
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }

  /** The same message in the place of an earlier one. */
  static MessageEditData edit(MessageCreateData message) {
    // Without the replacing, pictures of the earlier message would stay.
    return MessageEditBuilder.fromCreateData(message)
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .setReplace(true)
        .build();
  }

  private static FileUpload file(String name, String text) {
    return FileUpload.fromData(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static String sources(List<Source> sources) {
    return sources.stream()
        .map(
            s ->
                "-# Source: " + cut(s.title(), TITLE) + (s.note().isEmpty() ? "" : ", " + s.note()))
        .collect(Collectors.joining("\n"));
  }

  private static List<ActionRow> rows(List<Choice> choices) {
    var rows = new ArrayList<ActionRow>();
    for (int i = 0; i < choices.size(); i += PER_ROW) {
      rows.add(
          ActionRow.of(
              choices.subList(i, Math.min(i + PER_ROW, choices.size())).stream()
                  .map(DiscordReply::button)
                  .toList()));
    }
    return rows;
  }

  private static Button button(Choice choice) {
    return switch (choice.weight()) {
      case MAIN -> Button.primary(choice.id(), choice.label());
      case PLAIN -> Button.secondary(choice.id(), choice.label());
      case DANGER -> Button.danger(choice.id(), choice.label());
    };
  }

  /** An accent, never the only sign of anything. */
  private static int accent(ChatReply.Tone tone) {
    return switch (tone) {
      case CONTENT -> 0x2F7D6B;
      case NOTICE -> 0x5B6B8C;
      case REFUSAL -> 0x9A7B2F;
      case PROBLEM -> 0xA6473C;
    };
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
