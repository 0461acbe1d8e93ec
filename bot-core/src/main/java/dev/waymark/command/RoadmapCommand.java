package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Picture;
import dev.waymark.picture.Drawn;
import dev.waymark.picture.Pictures;
import dev.waymark.picture.Trail;
import dev.waymark.roadmap.Progress;
import dev.waymark.roadmap.Status;
import dev.waymark.roadmap.StepState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /roadmap}: every step with its state, as a picture and in words. */
final class RoadmapCommand implements ChatCommand {

  private final Standings standings;
  private final Pictures pictures;

  RoadmapCommand(Standings standings, Pictures pictures) {
    this.standings = standings;
    this.pictures = pictures;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "roadmap", "Shows all steps and how far you are, as a picture and in words");
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Standing standing = standings.of(request);
    Progress progress = standing.progress();
    String title = standing.book().guide().info().title();
    if (progress.steps().isEmpty()) {
      return ChatReply.notice("This guide has no steps. Ask it a question instead.").titled(title);
    }
    Optional<StepState> next = progress.next();
    String lines =
        progress.steps().stream().map(s -> line(s, next)).collect(Collectors.joining("\n"));
    ChatReply reply =
        ChatReply.content("**" + count(progress) + "**\n\n" + lines)
            .titled(title)
            .showing(picture(request, title, progress, next))
            .offering(
                List.of(Choice.main("next", "My next step"), Choice.of("start", "Find my place")));
    return standing.tell(reply);
  }

  private static String count(Progress progress) {
    int skipped = progress.count(Status.SKIPPED);
    return progress.count(Status.DONE)
        + " of "
        + progress.steps().size()
        + " steps done"
        + (skipped == 0 ? "" : ", " + skipped + " skipped");
  }

  private static String line(StepState state, Optional<StepState> next) {
    String title = state.number() + ". " + state.step().title();
    return switch (state.status()) {
      case DONE -> title + ": **done** on " + Days.of(state.mark().at());
      case SKIPPED -> title + ": skipped";
      case LATER -> title + (next.equals(Optional.of(state)) ? ": **next**" : ": for later");
      case OPEN -> title + (next.equals(Optional.of(state)) ? ": **next**" : "");
    };
  }

  private Picture picture(
      ChatRequest request, String title, Progress progress, Optional<StepState> next) {
    List<Trail.Stop> stops =
        progress.steps().stream()
            .map(s -> new Trail.Stop(s.number(), s.step().title(), state(s, next)))
            .toList();
    Drawn drawn =
        pictures.roadmap(new Trail(title, count(progress), stops), Looks.on(request.place()));
    return new Picture("roadmap.png", drawn.png(), drawn.altText());
  }

  private static Trail.State state(StepState state, Optional<StepState> next) {
    if (next.equals(Optional.of(state))) {
      return Trail.State.NEXT;
    }
    return switch (state.status()) {
      case DONE -> Trail.State.DONE;
      case SKIPPED -> Trail.State.SKIPPED;
      case LATER -> Trail.State.LATER;
      case OPEN -> Trail.State.OPEN;
    };
  }
}
