package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.Guide;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.picture.Drawn;
import dev.waymark.picture.PayScale;
import dev.waymark.picture.Pictures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /salary level}: a level's band with its years, source and caveat, and a chart of all
 * bands.
 */
final class SalaryCommand implements ChatCommand {

  private static final String PREFIX = "salary-";

  /** A level and what it is paid. */
  private record Level(String name, Section section, SalaryBand band) {}

  private final Standings standings;
  private final Pictures pictures;

  SalaryCommand(Standings standings, Pictures pictures) {
    this.standings = standings;
    this.pictures = pictures;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "salary",
        "Shows what a level is paid, with source and caveat, and a chart of all levels",
        List.of(
            new CommandInfo.Option(
                "level",
                "Such as entry or senior; all levels when left out",
                CommandInfo.Option.Kind.SUGGESTED,
                false)));
  }

  @Override
  public boolean means(String words) {
    return List.of("entry", "junior", "mid", "senior", "lead", "principal")
        .contains(words.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    return reply(request, request.option("level"));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    return reply(request, Optional.of(words.getLast())).replacing(true);
  }

  private ChatReply reply(ChatRequest request, Optional<String> wanted) {
    Guide guide = standings.book(request).guide();
    List<Level> levels = levels(guide);
    if (levels.isEmpty()) {
      return ChatReply.notice("This guide says nothing about pay.");
    }
    Optional<Level> level = wanted.flatMap(w -> find(levels, w));
    if (wanted.isPresent() && level.isEmpty()) {
      String names = levels.stream().map(Level::name).collect(Collectors.joining(", "));
      return ChatReply.notice("I know no such level. The guide has these: " + names + ".")
          .offering(choices(levels, Optional.empty()));
    }
    ChatReply reply = level.map(l -> one(l, guide)).orElseGet(() -> all(levels, guide));
    return reply.showing(picture(request, guide, levels, level)).offering(choices(levels, level));
  }

  private static ChatReply one(Level level, Guide guide) {
    SalaryBand band = level.band();
    String experience = band.experience().isEmpty() ? "" : ", " + band.experience();
    String origin =
        "Currency and source: "
            + band.origin()
            + (band.region().isEmpty() ? "" : ". Region: " + band.region())
            + ". Place and company move it a lot.";
    String text =
        level.section().body().contains(band.amount(band.high()))
            ? level.section().body()
            : "**" + band.range() + "**" + experience + "\n\n" + level.section().body();
    return ChatReply.content(text + "\n\n" + origin)
        .titled(level.section().title())
        .from(List.of(Sources.of(level.section(), guide)));
  }

  private static ChatReply all(List<Level> levels, Guide guide) {
    String lines =
        levels.stream()
            .map(
                l ->
                    "- **"
                        + capital(l.name())
                        + "**: "
                        + l.band().range()
                        + (l.band().experience().isEmpty() ? "" : ", " + l.band().experience()))
            .collect(Collectors.joining("\n"));
    return ChatReply.content(lines + "\n\n" + note(levels))
        .titled("Pay by level")
        .from(levels.stream().limit(1).map(l -> Sources.of(l.section(), guide)).toList());
  }

  private static String note(List<Level> levels) {
    SalaryBand band = levels.getFirst().band();
    return "Currency and source: " + band.origin() + ". Place and company move it a lot.";
  }

  private static List<Choice> choices(List<Level> levels, Optional<Level> shown) {
    return levels.stream()
        .filter(l -> !shown.equals(Optional.of(l)))
        .limit(5)
        .map(l -> Choice.of("salary:level:" + l.name(), capital(l.name())))
        .toList();
  }

  private Picture picture(
      ChatRequest request, Guide guide, List<Level> levels, Optional<Level> asked) {
    List<PayScale.Band> bands =
        levels.stream()
            .map(
                l ->
                    new PayScale.Band(
                        capital(l.name()) + years(l.band()),
                        l.band().low(),
                        l.band().high(),
                        l.band().openEnded(),
                        l.band().currency(),
                        l.band().period(),
                        asked.equals(Optional.of(l))))
            .toList();
    String role = guide.info().role().isEmpty() ? guide.info().title() : guide.info().role();
    Drawn drawn =
        pictures.salaries(
            new PayScale("Pay by level: " + role, bands, note(levels)), Looks.on(request.place()));
    return new Picture("salary.png", drawn.png(), drawn.altText());
  }

  private static String years(SalaryBand band) {
    return band.experience().isEmpty()
        ? ""
        : ", " + band.experience().replace(" of experience", "");
  }

  private static Optional<Level> find(List<Level> levels, String wanted) {
    String name = wanted.toLowerCase(Locale.ROOT).strip();
    String level = name.equals("junior") ? "entry" : name;
    return levels.stream()
        .filter(l -> l.name().equals(level) || l.section().id().equals(level))
        .findFirst();
  }

  private static List<Level> levels(Guide guide) {
    return guide.sections().stream()
        .filter(s -> s.details() instanceof SalaryBand)
        .map(s -> new Level(name(s), s, (SalaryBand) s.details()))
        .sorted(Comparator.comparingInt((Level l) -> l.band().low()).thenComparing(Level::name))
        .toList();
  }

  private static String name(Section section) {
    return section.id().startsWith(PREFIX) ? section.id().substring(PREFIX.length()) : section.id();
  }

  private static String capital(String name) {
    String words = name.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  @Override
  public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    String start = typed.toLowerCase(Locale.ROOT).strip();
    return levels(standings.book(request).guide()).stream()
        .filter(l -> l.name().startsWith(start))
        .map(l -> new Suggestion(l.name(), capital(l.name()) + ": " + l.band().range()))
        .toList();
  }
}
