package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import dev.waymark.tips.TipDesk;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSubscription;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /tips}: what those who manage a channel do about its daily tip. */
final class TipsCommand implements ChatCommand {

  private static final int SHOWN_NEXT = 3;
  private static final int SHOWN_LAST = 10;
  private static final int PREVIEW = 14;
  private static final int OFFERED = 10;

  private final TipDesk desk;
  private final GuideShelf shelf;
  private final Clock clock;
  private final TipOptions options;

  TipsCommand(TipDesk desk, GuideShelf shelf, Clock clock) {
    this.desk = desk;
    this.shelf = shelf;
    this.clock = clock;
    this.options = new TipOptions(desk, shelf, clock);
  }

  @Override
  public CommandInfo info() {
    return TipOptions.INFO;
  }

  @Override
  public boolean means(String words) {
    String[] parts = words.strip().split("\\s+", 2);
    if (info().subcommand(parts[0].toLowerCase(Locale.ROOT)).isEmpty()) {
      return false;
    }
    try {
      return parts.length == 1
          || !TipWords.read(List.of(parts[1]), clock.instant()).equals(TipDesk.Wish.NOTHING);
    } catch (TipWords.Unreadable e) {
      return parts[0].equalsIgnoreCase("pause") && parts[1].matches("\\d{4}-\\d\\d-\\d\\d");
    }
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    boolean alone = request.place().workspace().isEmpty();
    if (alone && request.place().platform() != Platform.TERMINAL) {
      return ChatReply.notice(
          "The daily tip goes to a channel. Write this in the channel that is to get it.");
    }
    String what =
        request.input() instanceof ChatRequest.Command command ? command.subcommand() : "";
    if (what.equals("on")) {
      return on(request);
    }
    Optional<TipSubscription> found =
        desk.at(request.place()).filter(s -> s.isOn() || what.equals("status") || what.isEmpty());
    if (found.isEmpty() && what.isEmpty()) {
      return overview(request);
    }
    return found
        .map(subscription -> handle(request, what, subscription))
        .orElseGet(
            () ->
                ChatReply.notice("This channel gets no daily tip. `/tips on` turns it on.")
                    .offering(
                        List.of(
                            Choice.main(choice(request.place().channel(), "on"), "Turn it on"))));
  }

  /** What a choice does, wherever it is pressed. */
  private static String choice(String channel, String what) {
    return "tips:" + channel + ":" + what;
  }

  private static Choice choice(TipSubscription subscription, String what, String label) {
    return Choice.of(choice(subscription.place().channel(), what), label);
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    Place here = request.place();
    return handle(
        new ChatRequest(
            request.eventId(),
            request.member(),
            request.manager(),
            new Place(here.platform(), here.workspace(), words.getFirst(), ""),
            new ChatRequest.Command("tips " + words.getLast(), Map.of())));
  }

  /** All channels of the workspace, for where there is no channel. */
  private ChatReply overview(ChatRequest request) {
    List<TipSubscription> all = desk.in(request.place().platform(), request.place().workspace());
    if (all.isEmpty()) {
      return ChatReply.notice(
              "No channel gets a daily tip yet. `/tips on`, written in a channel, turns it on there.")
          .titled("Daily tips");
    }
    return ChatReply.notice(
            all.stream()
                .map(s -> "- " + s.place().link() + ": " + TipTexts.brief(s))
                .collect(Collectors.joining("\n")))
        .titled("Daily tips")
        .offering(
            IntStream.range(0, Math.min(all.size(), OFFERED))
                .mapToObj(
                    i ->
                        choice(
                            all.get(i), "status", all.size() == 1 ? "Manage" : "Manage " + (i + 1)))
                .toList());
  }

  private ChatReply handle(ChatRequest request, String what, TipSubscription subscription) {
    return switch (what) {
      case "off" -> {
        desk.off(subscription, request.member());
        yield ChatReply.notice(
            "The daily tip is off here. `/tips on` turns it on again, and goes on where it stopped.");
      }
      case "preview" -> preview(subscription);
      case "swap" -> swap(request, subscription);
      case "skip" -> skip(request, subscription);
      case "now" -> now(request, subscription);
      case "pause" -> pause(request, subscription);
      default -> status(subscription);
    };
  }

  private ChatReply on(ChatRequest request) {
    List<String> missing = desk.missing(request.place());
    if (!missing.isEmpty()) {
      return ChatReply.problem(
          "I cannot post here yet, so nothing was changed. I lack: "
              + String.join(", ", missing)
              + ". When that is mended, write this again.");
    }
    TipDesk.Wish wish;
    try {
      wish = wish(request);
    } catch (TipWords.Unreadable e) {
      return ChatReply.notice(e.getMessage() + " Nothing was changed.");
    }
    Optional<String> guide = request.option("guide");
    if (guide.isPresent() && shelf.byId(guide.get()).isEmpty()) {
      return ChatReply.notice(
          "There is no guide `" + guide.get() + "`; `/guide` shows those there are.");
    }
    Optional<TipSubscription> before = desk.at(request.place());
    Guide from = options.guide(wish.guide().or(() -> before.map(TipSubscription::guide)));
    List<String> sections = wish.sections().orElse(List.of());
    Optional<String> unknown = sections.stream().filter(s -> from.section(s).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return ChatReply.notice(
          "There is no section `" + unknown.get() + "` in this guide. Nothing was changed.");
    }
    if (!TipDesk.hasTips(from, sections)) {
      return ChatReply.notice("There is no tip for that. Nothing was changed.");
    }
    ZoneId own =
        clock.getZone().normalized() instanceof ZoneOffset ? ZoneId.of("UTC") : clock.getZone();
    TipSubscription on = desk.on(request.place(), request.member(), wish, own, from.info().id());
    String hint =
        wish.zone().isEmpty() && before.isEmpty() && own.getId().equals("UTC")
            ? "\n\nThat is by the clock of UTC. `/tips on zone:Europe/Rome` chooses another one."
            : "";
    return ChatReply.notice(
            on.place().link()
                + " gets a tip "
                + TipTexts.schedule(on)
                + ". The next ones:\n\n"
                + TipTexts.dates(desk.planned(on, SHOWN_NEXT), on)
                + hint)
        .titled("Daily tip: on")
        .offering(List.of(choice(on, "preview", "Preview"), choice(on, "status", "Status")));
  }

  private TipDesk.Wish wish(ChatRequest request) throws TipWords.Unreadable {
    List<String> words =
        Stream.of("time", "zone", "days").flatMap(o -> request.option(o).stream()).toList();
    return TipWords.read(words, clock.instant())
        .of(
            request.option("guide").map(g -> shelf.byId(g).map(GuideShelf.Book::id).orElse(g)),
            request
                .option("sections")
                .map(
                    s ->
                        Arrays.stream(s.split("[,\\s]+", -1))
                            .filter(id -> !id.isEmpty())
                            .toList()));
  }

  private ChatReply status(TipSubscription subscription) {
    return ChatReply.notice(
            TipTexts.status(
                subscription,
                desk.planned(subscription, SHOWN_NEXT),
                desk.latest(subscription, SHOWN_LAST)))
        .titled("Daily tip")
        .offering(
            subscription.isOn()
                ? List.of(
                    choice(subscription, "preview", "Preview"),
                    choice(subscription, "swap", "Swap the next"),
                    choice(subscription, "skip", "Skip the next"),
                    choice(subscription, "now", "Post now"),
                    choice(subscription, "off", "Turn it off"))
                : List.of(choice(subscription, "on", "Turn it on")));
  }

  private ChatReply preview(TipSubscription subscription) {
    return ChatReply.notice(TipTexts.preview(desk.planned(subscription, PREVIEW)))
        .titled("The next tips here")
        .offering(List.of(choice(subscription, "swap", "Swap the next")));
  }

  private ChatReply swap(ChatRequest request, TipSubscription subscription) {
    Optional<Tip> other = desk.swap(subscription, request.member());
    return other
        .map(
            tip ->
                ChatReply.notice(
                        "Next comes this one; the other one comes later.\n\n> " + tip.text())
                    .offering(
                        List.of(
                            choice(subscription, "swap", "Another one"),
                            choice(subscription, "preview", "Preview"))))
        .orElseGet(() -> ChatReply.notice("There is no other tip left in this round."));
  }

  private ChatReply skip(ChatRequest request, TipSubscription subscription) {
    return desk.skip(subscription, request.member())
        .map(
            skipped ->
                ChatReply.notice(
                        "There will be no tip on "
                            + TipTexts.day(skipped.day())
                            + ". The next ones:\n\n"
                            + TipTexts.dates(desk.planned(subscription, SHOWN_NEXT), subscription))
                    .offering(List.of(choice(subscription, "preview", "Preview"))))
        .orElseGet(() -> ChatReply.notice("No tip is to come here that could be left out."));
  }

  private ChatReply now(ChatRequest request, TipSubscription subscription) {
    LocalDate today = subscription.schedule().dayAt(clock.instant());
    boolean there =
        desk.latest(subscription, 1).stream()
            .anyMatch(p -> p.day().equals(today) && p.state() == TipPost.State.SENT);
    if (there) {
      return ChatReply.notice("Today's tip stands here already.");
    }
    return desk.now(subscription, request.member())
        .map(
            post ->
                post.state() == TipPost.State.SENT
                    ? ChatReply.notice("Today's tip is posted; the next one comes on another day.")
                    : ChatReply.problem("Today's tip: " + TipTexts.outcome(post) + "."))
        .orElseGet(() -> ChatReply.problem("I cannot post a tip here just now."));
  }

  private ChatReply pause(ChatRequest request, TipSubscription subscription) {
    LocalDate today = subscription.schedule().dayAt(clock.instant());
    LocalDate until;
    try {
      until = TipWords.day(request.option("until").orElse(""), today);
    } catch (TipWords.Unreadable e) {
      return ChatReply.notice(String.valueOf(e.getMessage()));
    }
    TipSubscription paused = desk.pause(subscription, request.member(), until);
    return ChatReply.notice(
        "No tips before "
            + TipTexts.day(until)
            + "; `/tips on` ends the pause. Then:\n\n"
            + TipTexts.dates(desk.planned(paused, SHOWN_NEXT), paused));
  }

  @Override
  public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    return options.suggest(request, option, typed);
  }
}
