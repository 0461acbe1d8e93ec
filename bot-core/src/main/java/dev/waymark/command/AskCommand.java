package dev.waymark.command;

import dev.waymark.answer.Answer;
import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Question;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Conversations;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import java.time.Clock;
import java.util.List;

/**
 * {@code /ask question}, and whatever is written in plain words: an answer from the guide, or an
 * honest refusal.
 */
final class AskCommand implements ChatCommand {

  private final GuideShelf shelf;
  private final Standings standings;
  private final Conversations conversations;
  private final Clock clock;

  AskCommand(GuideShelf shelf, Standings standings, Conversations conversations, Clock clock) {
    this.shelf = shelf;
    this.standings = standings;
    this.conversations = conversations;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "ask",
        "Answers a question from the guide, with its source",
        List.of(
            new CommandInfo.Option(
                "question", "What you want to know", CommandInfo.Option.Kind.TEXT, true),
            new CommandInfo.Option(
                CommandInfo.PUBLIC,
                "Whether everyone here sees the answer",
                CommandInfo.Option.Kind.FLAG,
                false)));
  }

  @Override
  public boolean means(String words) {
    return true;
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    return answer(request, request.option("question").orElse(""), request.onlyIfSure());
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    if (words.getFirst().equals("text")) {
      return answer(request, words.getLast(), false);
    }
    return words.size() < 3
        ? gone()
        : shelf
            .byKey(words.get(1))
            .map(b -> section(request, b, words.get(2)))
            .orElseGet(AskCommand::gone);
  }

  private static ChatReply gone() {
    return ChatReply.notice(
        "That part of the guide is not here any more. Ask in your own words, and I will look for what is.");
  }

  private ChatReply answer(ChatRequest request, String text, boolean onlyIfSure) {
    GuideShelf.Book book = standings.book(request);
    List<String> earlier = conversations.recent(request.member(), request.place(), clock.instant());
    AnswerFinder finder = book.finder().get();
    Answer answer = finder.find(new Question(text, earlier));
    if (onlyIfSure && !finder.isSure(answer)) {
      return ChatReply.SILENCE;
    }
    if (isTurn(answer)) {
      conversations.add(request.member(), request.place(), text, clock.instant());
    }
    return reply(answer, book);
  }

  /** Whether it may be gone on from; what somebody in danger wrote is not kept for a moment. */
  private static boolean isTurn(Answer answer) {
    return !(answer instanceof Answer.Unknown unknown)
        || unknown.reason() == Refusal.Reason.NOT_COVERED;
  }

  private static ChatReply reply(Answer answer, GuideShelf.Book book) {
    return switch (answer) {
      case Answer.Found found ->
          ChatReply.content(found.text())
              .titled(found.sources().getFirst().title())
              .from(
                  found.sources().stream()
                      .map(s -> Sources.of(s.id(), s.title(), book.guide()))
                      .toList())
              .offering(choices(found.related(), book));
      case Answer.Choice choice ->
          ChatReply.notice(choice.text()).offering(choices(choice.sources(), book));
      case Answer.Unknown unknown ->
          ChatReply.refusal(unknown.text()).offering(choices(unknown.related(), book));
    };
  }

  private static List<Choice> choices(List<Answer.Source> sections, GuideShelf.Book book) {
    return sections.stream()
        .map(s -> Choice.of("ask:see:" + book.key() + ":" + s.id(), s.title()))
        .toList();
  }

  /** A section that was offered, whole. */
  private ChatReply section(ChatRequest request, GuideShelf.Book book, String id) {
    Guide guide = book.guide();
    return guide
        .section(id)
        .map(
            section -> {
              conversations.add(
                  request.member(), request.place(), section.title(), clock.instant());
              return whole(section, book);
            })
        .orElseGet(AskCommand::gone);
  }

  private static ChatReply whole(Section section, GuideShelf.Book book) {
    Guide guide = book.guide();
    String body = StepCard.markdown(section);
    String text = section.summary().isEmpty() ? body : section.summary() + "\n\n" + body;
    List<Choice> on =
        section.see().stream()
            .distinct()
            .map(guide::section)
            .flatMap(java.util.Optional::stream)
            .limit(2)
            .map(s -> Choice.of("ask:see:" + book.key() + ":" + s.id(), s.title()))
            .toList();
    return ChatReply.content(text)
        .titled(section.title())
        .from(List.of(Sources.of(section, guide)))
        .offering(on);
  }
}
