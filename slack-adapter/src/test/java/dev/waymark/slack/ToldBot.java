package dev.waymark.slack;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Document;
import dev.waymark.chat.Picture;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bot whose commands do what a test needs: answer at once, late, at length, or fail. */
final class ToldBot {

  /** Until it is counted down, {@code /waymark late} is not answered. */
  final CountDownLatch slow = new CountDownLatch(1);

  private final Set<String> events = ConcurrentHashMap.newKeySet();

  private record Says(CommandInfo info, Supplier<ChatReply> reply) implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return reply.get();
    }
  }

  /** Fails before anybody has asked it. */
  private record Unread(CommandInfo info) implements ChatCommand {

    @Override
    public boolean means(String words) {
      throw new IllegalStateException("as in a bug");
    }

    @Override
    public ChatReply handle(ChatRequest request) {
      return ChatReply.SILENCE;
    }
  }

  private static Says says(String name, Supplier<ChatReply> reply) {
    return new Says(CommandInfo.of(name, "For a test"), reply);
  }

  /** Another instance, which knows the same events. */
  ChatBot bot() {
    var ask =
        new Says(
            CommandInfo.of(
                "ask",
                "Asks",
                List.of(
                    new CommandInfo.Option(
                        "question", "What", CommandInfo.Option.Kind.TEXT, true))),
            () -> ChatReply.content("an answer"));
    List<ChatCommand> commands =
        List.of(
            ask,
            says("next", () -> ChatReply.content("a step")),
            says("roadmap", () -> ChatReply.content("a way")),
            says(
                "late",
                () -> {
                  try {
                    slow.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return ChatReply.content("at last");
                }),
            says(
                "drawn",
                () ->
                    ChatReply.content("in words")
                        .showing(new Picture("p.png", new byte[] {1, 2, 3}, "a picture"))),
            says(
                "files",
                () ->
                    ChatReply.content("here")
                        .enclosing(List.of(new Document("a.txt", "text/plain", "one")))),
            says(
                "broken",
                () -> {
                  throw new IllegalStateException("as in a bug");
                }),
            new Unread(CommandInfo.of("unread", "For a test")),
            says(
                "tale",
                () ->
                    ChatReply.content(
                        IntStream.rangeClosed(1, 900)
                            .mapToObj(i -> "Sentence " + i + " of a long tale.\n\n")
                            .collect(Collectors.joining()))));
    Clock clock = Clock.systemUTC();
    return new ChatBot(
        commands, ask, (platform, id, now) -> events.add(id), ChatBot.Pace.unlimited(clock), clock);
  }
}
