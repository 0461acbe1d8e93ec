package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.LanguageReply;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import dev.waymark.guide.SharedPhrasing;
import java.util.List;
import java.util.Optional;

/** A guide of eight sections, made in code, for the tests of what searches and measures. */
public final class TinyGuide {

  private TinyGuide() {}

  /** The guide. */
  public static Guide guide() {
    return of(sections());
  }

  /** The same guide with other sections. */
  public static Guide of(List<Section> sections) {
    return new Guide(info(), sections, refusals(), List.of(), words(), phrasings(), languages());
  }

  /** The guide made ready; whoever asks for it closes it. */
  public static GuideIndex index(Guide guide) {
    return GuideIndex.build(guide, Optional.empty(), GuideIndex.loadEncoder(Optional.empty()));
  }

  private static GuideInfo info() {
    return new GuideInfo(
        "tiny",
        "How to become a backend developer",
        "backend developer",
        "en",
        1,
        "",
        List.of("backend", "developer"));
  }

  private static List<Section> sections() {
    return List.of(
        section(
            "step-1",
            Section.Kind.STEP,
            "Learn a programming language",
            "Begin with one language and stay with it for half a year.",
            List.of("which language should I learn first", "python or java for a beginner"),
            """
            Python reads easily, and Django brings a whole web framework. Java pays well in banks.
            C++ and C# are seldom the first choice. Write small programs every day.
            """),
        section(
            "step-2",
            Section.Kind.STEP,
            "Store data in databases",
            "Learn SQL before anything else that stores data.",
            List.of("do I need to know sql", "postgres or mongodb"),
            """
            Tables, joins and indexes come first. Learn what a transaction promises.
            A slow query is read with its plan. Compute nothing in the application that the database
            can compute.
            """),
        section(
            "step-3",
            Section.Kind.STEP,
            "Network with people in the industry",
            "Jobs are found through people.",
            List.of("how do I meet other engineers", "is a meetup worth the evening"),
            """
            Go to meetups, answer questions online, and write to people whose work you admire.
            Keep in touch with former colleagues.
            """),
        section(
            "skill-networking",
            Section.Kind.SKILL,
            "Computer networking",
            "Know how a request travels over the wire.",
            List.of("what is the difference between tcp and udp"),
            """
            An address is looked up by DNS, a connection is opened by TCP, and TLS encrypts it.
            Routers forward packets.
            """),
        section(
            "faq-without-degree",
            Section.Kind.FAQ,
            "Can I become one without a degree?",
            "Yes: many teams look at projects rather than diplomas.",
            List.of("is university required", "self-taught, do I stand a chance"),
            """
            A degree opens some doors sooner. A portfolio opens most of them too.
            """),
        section(
            "faq-certifications",
            Section.Kind.FAQ,
            "Are certifications worth it?",
            "A cloud certification helps a little; it never replaces experience.",
            List.of("should I get aws certified"),
            """
            Certificates are cheap to list and quick to forget. Pick one of a cloud that your
            employers use.
            """),
        section(
            "salary-entry",
            Section.Kind.SALARY,
            "Salary at the beginning",
            "Beginners earn from 70,000 to 90,000 dollars a year.",
            List.of("what does a junior earn", "starting pay"),
            """
            The band is that of the United States. Large cities pay more, and so do banks.
            """),
        section(
            "topic-hours",
            Section.Kind.TOPIC,
            "Working hours and remote work",
            "Most teams work forty hours a week, often from home.",
            List.of("can I work from home", "is there overtime"),
            """
            On-call duty comes in turns. Some offices ask for two days a week on site.
            """));
  }

  /** A section with nothing but texts. */
  public static Section section(
      String id, Section.Kind kind, String title, String summary, List<String> asks, String body) {
    return new Section(id, kind, title, summary, asks, List.of(), body, new Section.Plain());
  }

  private static List<Refusal> refusals() {
    return List.of(
        refusal(
            "refusal-taxes",
            "Taxes",
            Refusal.Reason.NOT_COVERED,
            List.of("how much tax do I pay", "income tax in Berlin")),
        refusal(
            "refusal-visa",
            "Work visas",
            Refusal.Reason.NOT_COVERED,
            List.of("do I need a work visa", "will they sponsor my visa")),
        refusal(
            "refusal-cooking",
            "Cooking",
            Refusal.Reason.OFF_TOPIC,
            List.of("give me a recipe for pancakes", "how long do I boil an egg")));
  }

  private static Refusal refusal(
      String id, String title, Refusal.Reason reason, List<String> asks) {
    return new Refusal(id, title, reason, asks, "The guide does not say.", false);
  }

  private static GuideWords words() {
    return new GuideWords(
        List.of("postgres, postgresql", "db => database", "be dev => backend developer"),
        List.of("u => you", "4 => for", "idk => i do not know", "uni, university"),
        List.of("hello"),
        List.of("nurse", "data scientist", "backend developer", "developer"));
  }

  private static List<SharedPhrasing> phrasings() {
    return List.of(
        new SharedPhrasing(
            "networking with people",
            List.of(),
            List.of("network with", "networking events"),
            List.of(Section.Kind.STEP),
            List.of("i know nobody in this field", "is linkedin worth it")),
        new SharedPhrasing(
            "computer networks",
            List.of(),
            List.of("computer networking", "network protocols"),
            List.of(Section.Kind.SKILL),
            List.of("which protocols should i know", "do i need the osi model")),
        new SharedPhrasing(
            "hours",
            List.of("topic-hours"),
            List.of(),
            List.of(),
            List.of("how many hours do they work", "do they work on weekends")));
  }

  private static List<LanguageReply> languages() {
    return List.of(
        new LanguageReply("en", "English", "This guide is in English."),
        new LanguageReply("de", "German", "Diesen Leitfaden gibt es nur auf Englisch."),
        new LanguageReply("es", "Spanish", "Esta guía está solo en inglés."),
        new LanguageReply("fr", "French", "Ce guide est seulement en anglais."),
        new LanguageReply("ru", "Russian", "Это руководство есть только на английском."),
        new LanguageReply("ja", "Japanese", "このガイドは英語のみです。"));
  }
}
