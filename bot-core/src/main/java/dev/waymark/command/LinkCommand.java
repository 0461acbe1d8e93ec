package dev.waymark.command;

import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Cooldown;
import dev.waymark.person.LinkCodes;
import dev.waymark.person.People;
import dev.waymark.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /link}: joins a member's selves on several platforms by a one-time code, so that progress
 * follows the person.
 */
final class LinkCommand implements ChatCommand {

  private static final Duration VALID = Duration.ofMinutes(10);
  private static final int TRIES = 5;
  private static final Duration TRY_AGAIN = Duration.ofMinutes(12);

  private final Standings standings;
  private final People people;
  private final LinkCodes codes;
  private final Clock clock;
  private final Cooldown tries;

  LinkCommand(Standings standings, People people, LinkCodes codes, Clock clock) {
    this.standings = standings;
    this.people = people;
    this.codes = codes;
    this.clock = clock;
    this.tries = new Cooldown(TRIES, TRY_AGAIN, clock);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
            "link",
            "Joins you here with you on another platform, so that your progress follows you",
            List.of(
                new CommandInfo.Option(
                    "code",
                    "The code that I gave you on the other platform; leave it out to get one",
                    CommandInfo.Option.Kind.TEXT,
                    false)))
        .confidentially();
  }

  @Override
  public boolean means(String words) {
    return LinkCodes.hash(words).isPresent();
  }

  @Override
  public ChatReply handle(ChatRequest request) {
    Person person = standings.person(request);
    Optional<String> code = request.option("code");
    if (code.isEmpty()) {
      return offer(person);
    }
    return code.get().equalsIgnoreCase("undo") ? undo(person) : redeem(person, code.get());
  }

  @Override
  public ChatReply pressed(ChatRequest request, List<String> words) {
    return words.getFirst().equals("undo")
        ? undo(standings.person(request)).replacing(true)
        : handle(request);
  }

  private ChatReply offer(Person person) {
    String code = codes.make();
    LinkCodes.hash(code).ifPresent(h -> people.offerLink(person, h, clock.instant().plus(VALID)));
    List<People.Known> accounts = people.accounts(person);
    String linked = accounts.size() < 2 ? "" : "\n\nLinked by now: " + names(accounts) + ".";
    ChatReply reply =
        ChatReply.notice(
                "Go to where you also use me and write:\n\n`/link "
                    + code
                    + "`\n\nThe code serves once, for "
                    + VALID.toMinutes()
                    + " minutes. Give it to nobody: whoever uses it shares your progress."
                    + linked)
            .titled("Link your accounts");
    return accounts.size() < 2 ? reply : reply.offering(List.of(undoChoice()));
  }

  private static Choice undoChoice() {
    return Choice.of("link:undo", "Unlink this account");
  }

  private static String names(List<People.Known> accounts) {
    return accounts.stream()
        .map(
            k ->
                k.account().platform()
                    + (k.own() ? " (here)" : "")
                    + " since "
                    + Days.of(k.since()))
        .collect(Collectors.joining(", "));
  }

  private ChatReply redeem(Person person, String typed) {
    Optional<Duration> wait = tries.take(Long.toString(person.account()));
    if (wait.isPresent()) {
      return ChatReply.notice(
          "That were many codes in a row. Try again in "
              + Math.max(1, wait.get().toMinutes())
              + " minutes.");
    }
    Optional<String> hash = LinkCodes.hash(typed);
    People.Redeemed redeemed =
        hash.map(h -> people.redeemLink(person, h, clock.instant()))
            .orElse(People.Redeemed.UNKNOWN);
    return switch (redeemed) {
      case JOINED ->
          ChatReply.notice(
                  "Linked. What you did here and there is one way now; `/next` goes on from it.")
              .offering(List.of(Choice.main("next", "My next step"), undoChoice()));
      case OWN ->
          ChatReply.notice(
              "This code is from here. Write it on the other platform, where you also use me.");
      case UNKNOWN ->
          ChatReply.notice(
              "I know no such code: it may be mistyped, used already, or older than "
                  + VALID.toMinutes()
                  + " minutes. `/link` on the other platform gives you a new one.");
    };
  }

  private ChatReply undo(Person person) {
    return people.unlink(person)
        ? ChatReply.notice("This account stands alone again. What you did with each stays with it.")
        : ChatReply.notice("This account is linked with no other.");
  }
}
