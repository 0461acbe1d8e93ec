package dev.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.HandClock;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Document;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.Guide;
import dev.waymark.picture.Pictures;
import dev.waymark.store.ConversationStore;
import dev.waymark.store.Database;
import dev.waymark.store.HistoryStore;
import dev.waymark.store.PeopleStore;
import dev.waymark.store.SeenEventStore;
import dev.waymark.store.TipStore;
import dev.waymark.store.UnusableDatabase;
import dev.waymark.tips.TipDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversation in one line a turn, through the real bot and a real database: {@code
 * chat.as("ana").says("/next").sees("Step 1").presses("Done").sees("Step 2")}.
 */
final class ScriptedChat implements AutoCloseable {

  private final HandClock clock = new HandClock();
  private final String url;
  private Database database;
  private BotCommands.Wired wired;
  private int events;

  private ScriptedChat(String url, Database database, BotCommands.Wired bot) {
    this.url = url;
    this.database = database;
    this.wired = bot;
  }

  /** A bot with these guides and an SQLite file in a folder. */
  static ScriptedChat in(Path folder, GuideShelf.Book... books) throws UnusableDatabase {
    return on("jdbc:sqlite:" + folder.resolve("waymark.db"), books);
  }

  /** A bot with these guides and a database. */
  static ScriptedChat on(String url, GuideShelf.Book... books) throws UnusableDatabase {
    Database database = Database.open(url);
    // The bot needs the clock of the chat that is made with it.
    var chat = new ScriptedChat(url, database, bot(database, new HandClock(), books));
    chat.wired = bot(database, chat.clock, books);
    return chat;
  }

  private static BotCommands.Wired bot(
      Database database, HandClock clock, GuideShelf.Book... books) {
    var kept =
        new BotCommands.Kept(
            new SeenEventStore(database),
            new ConversationStore(database),
            new PeopleStore(database),
            new HistoryStore(database),
            new TipStore(database));
    return BotCommands.bot(
        new GuideShelf(List.of(books)), new Pictures(), kept, ChatBot.Pace.unlimited(clock), clock);
  }

  /** A guide that is never asked a question. */
  static GuideShelf.Book book(Guide guide) {
    return GuideShelf.Book.of(
        guide,
        () -> {
          throw new AssertionError("nobody asks this guide");
        });
  }

  /** The process ends and starts again, perhaps with other guides; the database stays. */
  void restart(GuideShelf.Book... books) throws UnusableDatabase {
    database.close();
    database = Database.open(url);
    wired = bot(database, clock, books);
  }

  HandClock clock() {
    return clock;
  }

  ChatBot bot() {
    return wired.bot();
  }

  TipDesk tips() {
    return wired.tips();
  }

  Database database() {
    return database;
  }

  /** Somebody alone with the bot on Discord. */
  Speaker as(String name) {
    return as(Platform.DISCORD, name);
  }

  /** Somebody alone with the bot on a platform. */
  Speaker as(Platform platform, String name) {
    return new Speaker(
        new Member(platform, name), new Place(platform, "", "dm-" + name, ""), false);
  }

  /** Somebody in a channel of a server. */
  Speaker in(String channel, String name, boolean manager) {
    return new Speaker(
        new Member(Platform.DISCORD, name),
        new Place(Platform.DISCORD, "guild", channel, ""),
        manager);
  }

  @Override
  public void close() {
    database.close();
  }

  /** Somebody who speaks. */
  final class Speaker {

    private final Member member;
    private final Place place;

    private final boolean manager;

    private Speaker(Member member, Place place, boolean manager) {
      this.member = member;
      this.place = place;
      this.manager = manager;
    }

    /** Writes something. */
    Turn says(String text) {
      return does(new ChatRequest.Text(text, Heard.DIRECT));
    }

    /** Gives a command in one line, as where one command takes them all. */
    Turn commands(String words) {
      return does(bot().command(words));
    }

    /** Presses a choice by its id, as from an old message. */
    Turn pressesOld(String id) {
      return does(new ChatRequest.Press(id, true));
    }

    /** Runs a command with an option. */
    Turn runs(String command, Map<String, String> options) {
      return does(new ChatRequest.Command(command, options));
    }

    /** What is offered while an option is typed. */
    List<Suggestion> types(String command, String option, String typed) {
      return bot().suggest(request(new ChatRequest.Command(command, Map.of())), option, typed);
    }

    private Turn does(ChatRequest.Input input) {
      return new Turn(this, bot().handle(request(input)));
    }

    private ChatRequest request(ChatRequest.Input input) {
      return new ChatRequest("event-" + events++, member, manager, place, input);
    }
  }

  /** What somebody hears back. */
  static final class Turn {

    private final Speaker speaker;
    private final Optional<ChatReply> reply;

    private Turn(Speaker speaker, Optional<ChatReply> reply) {
      this.speaker = speaker;
      this.reply = reply;
    }

    ChatReply reply() {
      assertThat(reply).as("a reply").isPresent();
      return reply.orElseThrow();
    }

    /** All that there is to read. */
    String text() {
      ChatReply said = reply();
      return Stream.of(
              Stream.of(said.title(), said.markdown()),
              said.sources().stream().map(s -> s.title() + " " + s.note()),
              said.picture().map(dev.waymark.chat.Picture::alt).stream(),
              said.documents().stream().map(Document::text))
          .flatMap(s -> s)
          .reduce("", (a, b) -> a + "\n" + b)
          .strip();
    }

    Turn sees(String... parts) {
      assertThat(text()).contains(parts);
      return this;
    }

    Turn seesNot(String... parts) {
      assertThat(text()).doesNotContain(parts);
      return this;
    }

    Turn offers(String... labels) {
      assertThat(reply().choices()).extracting(Choice::label).contains(labels);
      return this;
    }

    /** Presses a choice by its label. */
    Turn presses(String label) {
      Choice choice =
          reply().choices().stream()
              .filter(c -> c.label().equals(label))
              .findFirst()
              .orElseThrow(
                  () ->
                      new AssertionError("no choice \"" + label + "\" among " + reply().choices()));
      return speaker.does(new ChatRequest.Press(choice.id(), true));
    }

    Turn says(String text) {
      return speaker.says(text);
    }
  }
}
