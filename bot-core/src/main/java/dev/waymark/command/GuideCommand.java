package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.GuideInfo;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /guide}: which guides there are, and which one the member follows; progress is kept for
 * each.
 */
final class GuideCommand implements ChatCommand {

  private final GuideShelf shelf;
  private final Standings standings;

  GuideCommand(GuideShelf shelf, Standings standings) {
    this.shelf = shelf;
    this.standings = standings;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "guide",
        "Shows which guides there are and lets you follow another one",
        List.of(
            new CommandInfo.Option(
                "name",
                "The guide to follow from now on",
                CommandInfo.Option.Kind.SUGGESTED,
                false)));
  }

  @Override
  public boolean means(String words) {
    return find(words).isPresent();
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Optional<String> name = request.option("name");
    if (name.isEmpty()) {
      return list(standings.of(request));
    }
    return find(name.get())
        .map(b -> follow(request, b))
        .orElseGet(() -> none(standings.of(request)));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    return shelf
        .byKey(words.getLast())
        .map(b -> follow(request, b))
        .orElseGet(() -> none(standings.of(request)))
        .replacing(true);
  }

  private ChatReply none(Standing standing) {
    ChatReply list = list(standing);
    return list.saying("There is no such guide. " + list.markdown());
  }

  private ChatReply list(Standing standing) {
    String lines =
        shelf.books().stream().map(b -> line(b, standing)).collect(Collectors.joining("\n"));
    List<Choice> others =
        shelf.books().stream()
            .filter(b -> !b.equals(standing.book()))
            .limit(5)
            .map(b -> Choice.of("guide:follow:" + b.key(), b.guide().info().title()))
            .toList();
    String lead = others.isEmpty() ? "There is one guide here:" : "Your progress is kept for each:";
    return ChatReply.notice(lead + "\n\n" + lines).titled("Guides").offering(others);
  }

  private static String line(GuideShelf.Book book, Standing standing) {
    GuideInfo info = book.guide().info();
    Progress progress = Progress.of(book.guide(), standing.history());
    return "- **"
        + info.title()
        + "** (`"
        + info.id()
        + "`): "
        + progress.count(Status.DONE)
        + " of "
        + progress.steps().size()
        + " steps done"
        + (book.equals(standing.book()) ? ", the one you follow" : "")
        + (info.review().isEmpty() ? "" : ", " + info.review());
  }

  private ChatReply follow(ChatRequest request, GuideShelf.Book book) {
    Standing standing = standings.of(request);
    boolean already = standing.book().equals(book);
    if (!already) {
      standings.record(request, standings.of(request, book), Entry.Kind.FOLLOWED);
    }
    return ChatReply.notice(
            "You follow **"
                + book.guide().info().title()
                + "**"
                + (already ? " already." : " now. What you did in others is kept."))
        .offering(
            List.of(Choice.main("next", "My next step"), Choice.of("start", "Find my place")));
  }

  private Optional<GuideShelf.Book> find(String name) {
    String wanted = name.strip();
    return shelf
        .byId(wanted)
        .or(
            () ->
                shelf.books().stream()
                    .filter(
                        b ->
                            b.guide().info().title().equalsIgnoreCase(wanted)
                                || b.guide().info().role().equalsIgnoreCase(wanted))
                    .findFirst());
  }

  @Override
  public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    String part = typed.toLowerCase(Locale.ROOT).strip();
    return shelf.books().stream()
        .map(b -> new Suggestion(b.id(), b.guide().info().title()))
        .filter(s -> (s.value() + " " + s.label()).toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }
}
