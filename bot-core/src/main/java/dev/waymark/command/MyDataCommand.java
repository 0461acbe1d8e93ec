package dev.waymark.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Document;
import dev.waymark.person.People;
import dev.waymark.roadmap.Progress;
import java.util.List;
import java.util.Map;

/** {@code /my-data}: everything kept about a member as JSON, and a learning log. */
final class MyDataCommand implements ChatCommand {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final GuideShelf shelf;
  private final Standings standings;
  private final People people;

  MyDataCommand(GuideShelf shelf, Standings standings, People people) {
    this.shelf = shelf;
    this.standings = standings;
    this.people = people;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
            "my-data", "Gives you all that I keep about you, and a learning log for your CV")
        .confidentially();
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Standing standing = standings.of(request);
    Map<String, List<Map<String, Object>>> records = people.records(standing.person());
    long rows = records.values().stream().mapToLong(List::size).sum();
    List<Progress> ways =
        shelf.books().stream().map(b -> Progress.of(b.guide(), standing.history())).toList();
    return ChatReply.notice(
            "Both files are for you alone: `waymark-data.json` holds every row I keep about you ("
                + rows
                + (rows == 1 ? " row" : " rows")
                + "), and `learning-log.md` what you have done, to go with a CV. I keep your questions for an hour, so that"
                + " I understand follow-ups, and nothing else of what you write.")
        .titled("Your data")
        .enclosing(
            List.of(
                new Document("waymark-data.json", "application/json", json(records)),
                new Document("learning-log.md", "text/markdown", LearningLog.of(ways))))
        .offering(List.of(Choice.of("forget-me", "Delete everything")));
  }

  private static String json(Map<String, List<Map<String, Object>>> records) {
    try {
      return JSON.writeValueAsString(records) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of plain values are JSON", e);
    }
  }
}
