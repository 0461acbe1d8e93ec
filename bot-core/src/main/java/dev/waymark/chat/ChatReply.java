package dev.waymark.chat;

import java.util.List;
import java.util.Optional;

/**
 * What the bot says, as a value; an adapter renders it.
 *
 * @param tone what kind of reply it is
 * @param title one line; may be empty
 * @param markdown CommonMark of any length
 * @param sources what it rests on
 * @param choices what to press, in order; at most 25, each id once
 * @param picture a picture to go with it
 * @param documents files to keep
 * @param replaces whether it takes the place of the message whose choice was pressed
 * @param visibility who reads it
 */
public record ChatReply(
    Tone tone,
    String title,
    String markdown,
    List<Source> sources,
    List<Choice> choices,
    Optional<Picture> picture,
    List<Document> documents,
    boolean replaces,
    Visibility visibility) {

  /** As many choices as a Discord message can offer in one look. */
  public static final int MAX_CHOICES = 25;

  /** What kind of reply it is; an adapter may show it by an accent. */
  public enum Tone {
    /** An answer, a step, a picture. */
    CONTENT,
    /** What was done, or a question back. */
    NOTICE,
    /** An honest "I don't know". */
    REFUSAL,
    /** What went wrong, and what to do. */
    PROBLEM
  }

  /** Nothing is said. */
  public static final ChatReply SILENCE = of(Tone.NOTICE, "");

  public ChatReply {
    sources = List.copyOf(sources);
    choices = List.copyOf(choices);
    documents = List.copyOf(documents);
    if (choices.size() > MAX_CHOICES) {
      throw new IllegalArgumentException("a reply offers at most " + MAX_CHOICES + " choices");
    }
    // Platforms refuse a message that offers the same twice.
    if (choices.stream().map(Choice::id).distinct().count() < choices.size()) {
      throw new IllegalArgumentException("a reply offers nothing twice");
    }
  }

  private static ChatReply of(Tone tone, String markdown) {
    return new ChatReply(
        tone,
        "",
        markdown,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        Visibility.PRIVATE);
  }

  /** An answer, a step, a picture. */
  public static ChatReply content(String markdown) {
    return of(Tone.CONTENT, markdown);
  }

  /** What was done, or a question back. */
  public static ChatReply notice(String markdown) {
    return of(Tone.NOTICE, markdown);
  }

  /** An honest "I don't know". */
  public static ChatReply refusal(String markdown) {
    return of(Tone.REFUSAL, markdown);
  }

  /** What went wrong, and what to do. */
  public static ChatReply problem(String markdown) {
    return of(Tone.PROBLEM, markdown);
  }

  /** Whether nothing is said. */
  public boolean isSilence() {
    return markdown.isEmpty() && title.isEmpty();
  }

  /** The same with a title. */
  public ChatReply titled(String newTitle) {
    return new ChatReply(
        tone, newTitle, markdown, sources, choices, picture, documents, replaces, visibility);
  }

  /** The same with other text. */
  public ChatReply saying(String newMarkdown) {
    return new ChatReply(
        tone, title, newMarkdown, sources, choices, picture, documents, replaces, visibility);
  }

  /** The same with what it rests on. */
  public ChatReply from(List<Source> newSources) {
    return new ChatReply(
        tone, title, markdown, newSources, choices, picture, documents, replaces, visibility);
  }

  /** The same with these choices. */
  public ChatReply offering(List<Choice> newChoices) {
    return new ChatReply(
        tone, title, markdown, sources, newChoices, picture, documents, replaces, visibility);
  }

  /** The same with a picture. */
  public ChatReply showing(Picture newPicture) {
    return new ChatReply(
        tone,
        title,
        markdown,
        sources,
        choices,
        Optional.of(newPicture),
        documents,
        replaces,
        visibility);
  }

  /** The same with files. */
  public ChatReply enclosing(List<Document> newDocuments) {
    return new ChatReply(
        tone, title, markdown, sources, choices, picture, newDocuments, replaces, visibility);
  }

  /** Whether a picture or a file goes with it. */
  public boolean hasFiles() {
    return picture.isPresent() || !documents.isEmpty();
  }

  /** The same where no picture or file can be sent, which it says. */
  public ChatReply withoutFiles() {
    return new ChatReply(
        tone,
        title,
        markdown + "\n\n(I could not send the picture or file that belongs here.)",
        sources,
        choices,
        Optional.empty(),
        List.of(),
        replaces,
        visibility);
  }

  /** The same in place of the message whose choice was pressed, or beside it. */
  public ChatReply replacing(boolean newReplaces) {
    return new ChatReply(
        tone, title, markdown, sources, choices, picture, documents, newReplaces, visibility);
  }

  /** The same for other readers. */
  public ChatReply visibleTo(Visibility newVisibility) {
    return new ChatReply(
        tone, title, markdown, sources, choices, picture, documents, replaces, newVisibility);
  }
}
