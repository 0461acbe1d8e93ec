package dev.waymark.terminal;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.CommandInfo.Option;
import dev.waymark.chat.CommandInfo.Option.Kind;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Source;
import dev.waymark.chat.Suggestion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A real bot with a few small commands: three steps, questions that echo, a picture. */
final class TinyBot {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  /** What a slow answer waits for. */
  final CountDownLatch slow = new CountDownLatch(1);

  /** Tells that a slow answer is being waited for. */
  final CountDownLatch asked = new CountDownLatch(1);

  private final AtomicInteger step = new AtomicInteger(1);

  private record Command(CommandInfo info, Function<ChatRequest, ChatReply> does, Names names)
      implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return does.apply(request);
    }

    @Override
    public ChatReply pressed(ChatRequest request, List<String> words) {
      return ChatReply.notice("Pressed " + String.join(" ", words) + ".");
    }

    @Override
    public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
      return names.apply(request, typed);
    }
  }

  private interface Names extends BiFunction<ChatRequest, String, List<Suggestion>> {}

  ChatBot bot() {
    Names none = (request, typed) -> List.of();
    var ask =
        new Command(
            CommandInfo.of(
                "ask", "Ask a question", List.of(new Option("question", "What", Kind.TEXT, true))),
            this::ask,
            none);
    var done =
        new Command(
            CommandInfo.of(
                "done",
                "Your step is done",
                List.of(
                    new Option("proof", "A link or a line", Kind.TEXT, false),
                    new Option("public", "Show it to all", Kind.FLAG, false))),
            request -> {
              int was = step.getAndIncrement();
              String proof = request.option("proof").map(p -> " with " + p).orElse("");
              return ChatReply.notice("Step " + was + " is done" + proof + ".");
            },
            none);
    var which =
        new Command(
            CommandInfo.of(
                "step",
                "Any step",
                List.of(
                    new Option("which", "Its number or words", Kind.SUGGESTED, true),
                    new Option("guide", "Of which guide", Kind.SUGGESTED, false))),
            request -> ChatReply.content("You asked for " + request.option("which").orElse("?")),
            TinyBot::steps);
    var feed =
        new Command(
            CommandInfo.of("feed", "What is new")
                .of(
                    List.of(
                        CommandInfo.of(
                            "on",
                            "Tells it here",
                            List.of(
                                new Option("which", "Of what", Kind.SUGGESTED, false),
                                new Option("guide", "Of which guide", Kind.SUGGESTED, false))),
                        CommandInfo.of("off", "Tells it no more"))),
            request -> ChatReply.notice("feed"),
            TinyBot::steps);
    return new ChatBot(
        List.of(
            ask,
            new Command(CommandInfo.of("next", "Your next step"), r -> next(), none),
            done,
            which,
            feed,
            new Command(CommandInfo.of("roadmap", "The whole way"), r -> roadmap(), none)),
        ask,
        seen(),
        ChatBot.Pace.unlimited(CLOCK),
        CLOCK);
  }

  private static dev.waymark.chat.SeenEvents seen() {
    Set<String> ids = new HashSet<>();
    return (platform, id, now) -> ids.add(platform + id);
  }

  private ChatReply ask(ChatRequest request) {
    String question = request.option("question").orElse("");
    if (question.equals("slow?")) {
      asked.countDown();
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return ChatReply.content(
            "You asked (" + question.codePointCount(0, question.length()) + "): " + start(question))
        .from(List.of(new Source("faq-echo", "Echo?", "reviewed 2026-11-01")));
  }

  private static String start(String question) {
    return question.length() > 40 ? question.substring(0, 40) : question;
  }

  private ChatReply next() {
    return ChatReply.content("**Why it matters.** It is the step after the one before.")
        .titled("Step " + step.get())
        .offering(
            List.of(
                Choice.main("done", "Done"), Choice.of("next:skip:step-" + step.get(), "Skip")));
  }

  private static ChatReply roadmap() {
    return ChatReply.content("Three steps.")
        .showing(new Picture("roadmap.png", PNG, "A path with three steps."));
  }

  private static List<Suggestion> steps(ChatRequest request, String typed) {
    if (request.input() instanceof ChatRequest.Command c && c.options().containsKey("which")) {
      return List.of(new Suggestion("back end", "Of " + c.options().get("which")));
    }
    return Stream.of(
            new Suggestion("step-1", "1. Computer science"),
            new Suggestion("step-4", "4. Databases"))
        .filter(s -> s.label().toLowerCase(java.util.Locale.ROOT).contains(typed))
        .toList();
  }

  static TerminalSettings settings(Path folder) {
    return new TerminalSettings(
        java.io.InputStream.nullInputStream(),
        System.out,
        true,
        "ana",
        folder.resolve("files"),
        Optional.of(folder.resolve("state/history")),
        Map.of("TERM", "xterm"),
        CLOCK);
  }

  static Conversation conversation(ChatBot bot, Path folder) {
    return new Conversation(
        bot, "ana", new ReplyText(new SavedFiles(folder.resolve("files"), CLOCK)));
  }
}
