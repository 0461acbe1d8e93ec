package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.Tip;
import dev.waymark.roadmap.StepState;
import dev.waymark.tips.TipCard;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code /tip}: a tip for where the member is; another one each day, or at a press. */
final class TipCommand implements ChatCommand {

  private final Standings standings;
  private final Clock clock;

  TipCommand(Standings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("tip", "Gives you one small thing to do for the step you are at");
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Standing standing = standings.of(request);
    List<Tip> tips = tips(standing);
    if (tips.isEmpty()) {
      return standing.tell(ChatReply.notice("This guide has no tips. `/next` shows your step."));
    }
    long day = Days.of(clock.instant()).toEpochDay();
    return standing.tell(
        card(tips, Math.floorMod(day + standing.person().account(), tips.size()), standing));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    Standing standing = standings.of(request);
    List<Tip> tips = tips(standing);
    for (int i = 0; i < tips.size(); i++) {
      if (tips.get(i).id().equals(words.getLast())) {
        return card(tips, (i + 1) % tips.size(), standing).replacing(true);
      }
    }
    return handle(request).replacing(true);
  }

  private static ChatReply card(List<Tip> tips, int at, Standing standing) {
    Tip tip = tips.get(at);
    Guide guide = standing.book().guide();
    Choice next = Choice.main("next", "My next step");
    ChatReply card = TipCard.of(tip, guide);
    return tips.size() == 1
        ? card.offering(List.of(next))
        : card.offering(List.of(next, Choice.of("tip:after:" + tip.id(), "Another tip")));
  }

  /** The tips of the member's step; when it has none, those of what it rests on; else all. */
  private static List<Tip> tips(Standing standing) {
    Guide guide = standing.book().guide();
    Optional<Section> step = standing.progress().next().map(StepState::step);
    List<Tip> own = step.map(s -> of(guide, List.of(s.id()))).orElse(List.of());
    List<Tip> near = own.isEmpty() ? step.map(s -> of(guide, s.see())).orElse(List.of()) : own;
    return near.isEmpty() ? guide.tips() : near;
  }

  private static List<Tip> of(Guide guide, List<String> sections) {
    return guide.tips().stream().filter(t -> sections.contains(t.section())).toList();
  }
}
