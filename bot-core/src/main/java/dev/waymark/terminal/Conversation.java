package dev.waymark.terminal;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person and the bot say to each other in one sitting: lines become requests, and numbers
 * the choices of the latest reply that offered some. Thread-safe.
 */
final class Conversation {

  /** Where all of it is said. */
  static final Place PLACE = new Place(Platform.TERMINAL, "", "terminal", "");

  /** What ends it. */
  static final Set<String> FAREWELLS = Set.of("/quit", "/exit", "quit", "exit");

  private static final Pattern NUMBER = Pattern.compile("\\[?(\\d{1,3})[].)]?");

  private final ChatBot bot;
  private final Member member;
  private final ReplyText texts;
  private volatile List<Choice> choices = List.of();

  Conversation(ChatBot bot, String name, ReplyText texts) {
    this.bot = bot;
    this.member = new Member(Platform.TERMINAL, name);
    this.texts = texts;
  }

  ChatBot bot() {
    return bot;
  }

  /** What can be picked by a number now, the first by 1. */
  List<Choice> choices() {
    return choices;
  }

  static boolean isFarewell(String line) {
    return FAREWELLS.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  /** The reply to a line; none to a blank one, or when the bot has nothing to say. */
  Optional<ChatReply> say(String line) {
    String said = line.strip();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(said);
    return number.matches()
        ? pick(Integer.parseInt(number.group(1)))
        : bot.handle(request(new ChatRequest.Text(said, Heard.DIRECT)));
  }

  private Optional<ChatReply> pick(int number) {
    List<Choice> offered = choices;
    if (offered.isEmpty()) {
      return Optional.of(
          ChatReply.notice(
              "There is nothing to pick by a number yet. `/help` lists what you can do."));
    }
    if (number < 1 || number > offered.size()) {
      return Optional.of(
          ChatReply.notice(
              offered.size() == 1
                  ? "There is no [" + number + "]: only [1] can be picked."
                  : "There is no [" + number + "]: pick one from 1 to " + offered.size() + "."));
    }
    return bot.handle(request(new ChatRequest.Press(offered.get(number - 1).id(), true)));
  }

  ChatRequest request(ChatRequest.Input input) {
    return new ChatRequest("", member, true, PLACE, input);
  }

  /** A reply as it is to be shown; its choices are the ones to pick from now on. */
  String show(ChatReply reply, Look look) {
    if (!reply.choices().isEmpty()) {
      choices = reply.choices();
    }
    return texts.of(reply, look);
  }
}
