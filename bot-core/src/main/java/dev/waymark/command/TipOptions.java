package dev.waymark.command;

import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.CommandInfo.Option;
import dev.waymark.chat.CommandInfo.Option.Kind;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.tips.TipDesk;
import dev.waymark.tips.TipZones;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be given with {@code /tips}, and what is suggested for it while it is typed. */
final class TipOptions {

  private static final int SUGGESTIONS = 25;

  /** The command with its subcommands. */
  static final CommandInfo INFO =
      CommandInfo.of("tips", "The channel's daily tip, for those who manage it")
          .forManagers()
          .of(
              List.of(
                  CommandInfo.of(
                      "on",
                      "Turns the daily tip on here, or changes when it comes",
                      List.of(
                          new Option("time", "When, such as 09:00", Kind.TEXT, false),
                          new Option(
                              "zone", "By whose clock, such as Europe/Rome", Kind.SUGGESTED, false),
                          new Option(
                              "days", "On which days, such as mon-fri", Kind.SUGGESTED, false),
                          new Option("guide", "From which guide", Kind.SUGGESTED, false),
                          new Option(
                              "sections",
                              "From which of its sections, with commas between; all without",
                              Kind.SUGGESTED,
                              false))),
                  CommandInfo.of("off", "Turns the daily tip off here"),
                  CommandInfo.of(
                      "status", "Shows the next three tips and what became of the last ten"),
                  CommandInfo.of("preview", "Shows the next fourteen tips"),
                  CommandInfo.of("swap", "Puts another tip in the place of the next one"),
                  CommandInfo.of("skip", "Leaves out the next tip that is due"),
                  CommandInfo.of("now", "Posts today's tip now"),
                  CommandInfo.of(
                      "pause",
                      "Posts nothing until a day",
                      List.of(
                          new Option(
                              "until",
                              "The first day with a tip again, such as 2027-01-07",
                              Kind.SUGGESTED,
                              true)))));

  private final TipDesk desk;
  private final GuideShelf shelf;
  private final Clock clock;

  TipOptions(TipDesk desk, GuideShelf shelf, Clock clock) {
    this.desk = desk;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** The guide with that id, or the first. */
  Guide guide(Optional<String> id) {
    return id.flatMap(shelf::byId).orElse(shelf.first()).guide();
  }

  /** What could be given for an option. */
  List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    return switch (option) {
      case "zone" ->
          TipZones.suggest(typed, SUGGESTIONS).stream().map(z -> new Suggestion(z, z)).toList();
      case "days" ->
          Stream.of("daily", "mon-fri", "mon,wed,fri", "tue,thu", "mon", "weekend")
              .filter(d -> d.contains(part))
              .map(d -> new Suggestion(d, d))
              .toList();
      case "guide" ->
          shelf.books().stream()
              .map(b -> new Suggestion(b.id(), b.guide().info().title()))
              .filter(s -> s.label().toLowerCase(Locale.ROOT).contains(part))
              .toList();
      case "sections" -> sections(request, part);
      case "until" -> until(request, part);
      default -> List.of();
    };
  }

  private List<Suggestion> sections(ChatRequest request, String part) {
    Guide guide = guide(request.option("guide"));
    return guide.sections().stream()
        .filter(s -> guide.tips().stream().anyMatch(t -> t.section().equals(s.id())))
        .filter(s -> matches(s, part))
        .limit(SUGGESTIONS)
        .map(s -> new Suggestion(s.id(), s.title()))
        .toList();
  }

  private static boolean matches(Section section, String part) {
    return (section.id() + " " + section.title()).toLowerCase(Locale.ROOT).contains(part);
  }

  private List<Suggestion> until(ChatRequest request, String part) {
    LocalDate today =
        desk.at(request.place())
            .map(s -> s.schedule().dayAt(clock.instant()))
            .orElseGet(() -> Days.of(clock.instant()));
    return Stream.iterate(1, days -> days + 1)
        .limit(60)
        .map(today::plusDays)
        .map(day -> new Suggestion(day.toString(), TipTexts.day(day)))
        .filter(s -> (s.value() + " " + s.label()).toLowerCase(Locale.ROOT).contains(part))
        .limit(SUGGESTIONS)
        .toList();
  }
}
