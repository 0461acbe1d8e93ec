package dev.waymark.command;

import dev.waymark.chat.ChatRequest;
import dev.waymark.guide.GuideChange;
import dev.waymark.guide.Section;
import dev.waymark.person.Account;
import dev.waymark.person.People;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.History;
import dev.waymark.roadmap.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds out who a member is and where they stand, and keeps what they do. Thread-safe. */
final class Standings {

  private final GuideShelf shelf;
  private final People people;
  private final History history;
  private final Clock clock;

  /** Accounts that are known to have been active on {@link #today}, to write it once a day only. */
  private final Set<Long> activeToday = ConcurrentHashMap.newKeySet();

  private volatile LocalDate today = LocalDate.MIN;

  Standings(GuideShelf shelf, People people, History history, Clock clock) {
    this.shelf = shelf;
    this.people = people;
    this.history = history;
    this.clock = clock;
  }

  /** The person behind a member, active today. */
  Person person(ChatRequest request) {
    Instant now = clock.instant();
    Person person =
        people.person(new Account(request.member().platform().code(), request.member().id()), now);
    LocalDate day = Days.of(now);
    if (!day.equals(today)) {
      today = day;
      activeToday.clear();
    }
    if (activeToday.add(person.account())) {
      people.active(person, day);
    }
    return person;
  }

  /** Where a member stands in the guide that they follow. */
  Standing of(ChatRequest request) {
    Person person = person(request);
    List<Entry> all = history.of(person);
    return standing(person, all, followed(all));
  }

  /** Where a member stands in one guide. */
  Standing of(ChatRequest request, GuideShelf.Book book) {
    Person person = person(request);
    return standing(person, history.of(person), book);
  }

  /** The guide that a member follows. */
  GuideShelf.Book book(ChatRequest request) {
    return shelf.books().size() == 1 ? shelf.first() : followed(history.of(person(request)));
  }

  private GuideShelf.Book followed(List<Entry> all) {
    return all.reversed().stream()
        .filter(e -> e.kind() == Entry.Kind.FOLLOWED)
        .map(e -> shelf.byId(e.guide()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(shelf::first);
  }

  private Standing standing(Person person, List<Entry> all, GuideShelf.Book book) {
    Progress progress = Progress.of(book.guide(), all);
    if (!progress.isNewEdition()) {
      return new Standing(person, all, book, progress, "");
    }
    int edition = book.guide().info().version();
    // Of two commands at once, one tells it.
    boolean tells =
        history.add(
            person,
            new Entry(
                book.id(),
                edition,
                Entry.Kind.TOLD,
                "",
                "",
                "",
                clock.instant(),
                "told:" + person.account() + ":" + book.key() + ":" + edition));
    return new Standing(person, all, book, progress, tells ? news(progress) : "");
  }

  private static String news(Progress progress) {
    List<GuideChange> changes = progress.news();
    if (changes.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.add("The guide has a new edition, and you keep your credit:");
    for (GuideChange change : changes) {
      String before =
          Optional.ofNullable(progress.former().get(change.id())).map(m -> m.title()).orElse("");
      String now =
          progress.resolve(change.id()).stream()
              .map(s -> "“" + s.step().title() + "”")
              .collect(Collectors.joining(" and "));
      String what = before.isEmpty() ? "One of your steps" : "“" + before + "”";
      String became = now.isEmpty() ? " is no longer part of it." : " is now " + now + ".";
      lines.add("- " + what + became + (change.note().isEmpty() ? "" : " " + change.note()));
    }
    return String.join("\n", lines);
  }

  /** Keeps that something happened with a step, and tells where the member stands then. */
  Standing record(
      ChatRequest request, Standing before, Entry.Kind kind, Section step, String note) {
    return record(request, before, kind, step.id(), step.title(), note);
  }

  /** Keeps that something happened that concerns no step. */
  Standing record(ChatRequest request, Standing before, Entry.Kind kind) {
    return record(request, before, kind, "", "", "");
  }

  private Standing record(
      ChatRequest request,
      Standing before,
      Entry.Kind kind,
      String step,
      String title,
      String note) {
    var entry =
        new Entry(
            before.book().id(),
            before.book().guide().info().version(),
            kind,
            step,
            title,
            note,
            clock.instant(),
            request.eventId());
    history.add(before.person(), entry);
    List<Entry> all = new ArrayList<>(before.history());
    all.add(entry);
    return new Standing(
        before.person(),
        all,
        before.book(),
        Progress.of(before.book().guide(), all),
        before.news());
  }

  /** After somebody was forgotten, nothing about anybody is taken for granted. */
  void forgotten() {
    activeToday.clear();
  }

  /** How many of the last days they were active on. */
  long activeDays(Person person, int days) {
    LocalDate last = Days.of(clock.instant());
    return people.activeDays(person, last.minusDays(days - 1L)).stream()
        .filter(d -> !d.isAfter(last))
        .count();
  }
}
