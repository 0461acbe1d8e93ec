package dev.waymark.command;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Conversations;
import dev.waymark.chat.SeenEvents;
import dev.waymark.person.LinkCodes;
import dev.waymark.person.People;
import dev.waymark.picture.Pictures;
import dev.waymark.roadmap.History;
import dev.waymark.tips.TipBook;
import dev.waymark.tips.TipDesk;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All that the bot does: one readable list, in the order in which a newcomer needs it. */
public final class BotCommands {

  /**
   * What is kept, and where.
   *
   * @param seen which events were taken in
   * @param conversations what was asked last
   * @param people who is known
   * @param history what happened on their ways
   * @param tips channels' daily tips
   */
  public record Kept(
      SeenEvents seen, Conversations conversations, People people, History history, TipBook tips) {}

  /**
   * The bot, and what has to be connected so that it can say something of its own accord.
   *
   * @param tips the daily tips of channels
   */
  public record Wired(ChatBot bot, TipDesk tips) {}

  private BotCommands() {}

  /** The bot with all its commands. */
  public static Wired bot(
      GuideShelf shelf, Pictures pictures, Kept kept, ChatBot.Pace pace, Clock clock) {
    var standings = new Standings(shelf, kept.people(), kept.history(), clock);
    var ask = new AskCommand(shelf, standings, kept.conversations(), clock);
    var tips = new TipDesk(kept.tips(), id -> shelf.byId(id).map(GuideShelf.Book::guide), clock);
    var infos = new ArrayList<CommandInfo>();
    List<ChatCommand> commands =
        List.of(
            ask,
            new StartCommand(shelf, standings),
            new NextCommand(shelf, standings),
            new DoneCommand(standings),
            new SkipCommand(standings),
            new UndoCommand(standings),
            new RoadmapCommand(standings, pictures),
            new StepCommand(standings),
            new TipCommand(standings, clock),
            new SalaryCommand(standings, pictures),
            new GuideCommand(shelf, standings),
            new LinkCommand(standings, kept.people(), new LinkCodes(new SecureRandom()), clock),
            new MyDataCommand(shelf, standings, kept.people()),
            new ForgetMeCommand(standings, kept.people(), clock),
            new TipsCommand(tips, shelf, clock),
            new HelpCommand(() -> infos));
    commands.forEach(c -> infos.add(c.info()));
    return new Wired(new ChatBot(commands, ask, kept.seen(), pace, clock), tips);
  }
}
