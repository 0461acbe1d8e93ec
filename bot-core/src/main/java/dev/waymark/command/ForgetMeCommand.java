package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.person.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /forget-me}: deletes everything kept about a member, at once, after one confirmation. */
final class ForgetMeCommand implements ChatCommand {

  // A button found months later must not delete anything.
  private static final Duration VALID = Duration.ofMinutes(15);

  private final Standings standings;
  private final People people;
  private final Clock clock;

  ForgetMeCommand(Standings standings, People people, Clock clock) {
    this.standings = standings;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
            "forget-me", "Deletes everything I keep about you, after one confirmation")
        .confidentially()
        .asDialog();
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    int accounts = people.accounts(standings.person(request)).size();
    return ChatReply.notice(
            "I will delete your progress, its history, your links and your account with me"
                + (accounts > 1 ? ", on all " + accounts + " platforms that you linked" : "")
                + ". It cannot be brought back. `/my-data` gives you a copy first.")
        .titled("Delete everything?")
        .offering(
            List.of(
                new Choice(
                    "forget-me:yes:" + clock.instant().getEpochSecond(),
                    "Delete everything",
                    Choice.Weight.DANGER),
                Choice.of("forget-me:no", "Keep it"),
                Choice.of("my-data", "My data first")));
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    if (words.getFirst().equals("no")) {
      return ChatReply.notice("Nothing is deleted.").replacing(true);
    }
    if (!words.getFirst().equals("yes") || !isFresh(words.getLast())) {
      ChatReply again = handle(request);
      return again
          .saying("That button is too old, and nothing is deleted. " + again.markdown())
          .replacing(true);
    }
    people.forget(standings.person(request));
    standings.forgotten();
    return ChatReply.notice("Everything I kept about you is deleted. You are welcome any time.")
        .replacing(true);
  }

  private boolean isFresh(String second) {
    try {
      Instant asked = Instant.ofEpochSecond(Long.parseLong(second));
      return !asked.isAfter(clock.instant()) && asked.plus(VALID).isAfter(clock.instant());
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return false;
    }
  }
}
