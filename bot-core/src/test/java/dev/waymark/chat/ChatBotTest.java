package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChatBotTest {

  private static final Place PLACE = new Place(Platform.DISCORD, "server", "general", "");

  private final HandClock clock = new HandClock();
  private final Set<String> events = ConcurrentHashMap.newKeySet();
  private final SeenEvents seen = (platform, id, now) -> events.add(platform + id);
  private final List<ChatRequest> asked = new ArrayList<>();

  /** A command that does what a test says. */
  private record Says(CommandInfo info, Function<ChatRequest, ChatReply> does)
      implements ChatCommand {

    @Override
    public ChatReply handle(ChatRequest request) {
      return does.apply(request);
    }

    @Override
    public ChatReply pressed(ChatRequest request, List<String> words) {
      return ChatReply.notice("pressed " + words).replacing(true);
    }

    @Override
    public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
      if (typed.equals("boom")) {
        throw new IllegalStateException("no suggestions");
      }
      return List.of(new Suggestion(typed, typed));
    }
  }

  private final ChatCommand ask =
      new Says(
          CommandInfo.of(
              "ask",
              "Asks",
              List.of(
                  new CommandInfo.Option(
                      "question", "What to ask", CommandInfo.Option.Kind.TEXT, true),
                  new CommandInfo.Option(
                      CommandInfo.PUBLIC, "Who reads it", CommandInfo.Option.Kind.FLAG, false))),
          request -> {
            asked.add(request);
            return request.onlyIfSure()
                ? ChatReply.SILENCE
                : ChatReply.content("an answer to " + request.option("question").orElse("nothing"));
          });

  private final ChatBot bot = bot(ChatBot.Pace.unlimited(clock));

  private ChatBot bot(ChatBot.Pace pace) {
    ChatCommand admin =
        new Says(
            CommandInfo.of("tips", "Tips").forManagers(), r -> ChatReply.notice("tips are on"));
    ChatCommand broken =
        new Says(
            CommandInfo.of("broken", "Breaks"),
            r -> {
              throw new IllegalStateException("secret words of a member");
            });
    ChatCommand down =
        new Says(
            CommandInfo.of("down", "Is down"),
            r -> {
              throw new Unavailable(
                  "The database does not answer. Try again later.", new Exception());
            });
    ChatCommand secret =
        new Says(
            CommandInfo.of("secret", "Keeps").confidentially(), r -> ChatReply.notice("a secret"));
    return new ChatBot(List.of(ask, admin, broken, down, secret), ask, seen, pace, clock);
  }

  private static ChatRequest request(String event, boolean manager, ChatRequest.Input input) {
    return new ChatRequest(event, new Member(Platform.DISCORD, "ana"), manager, PLACE, input);
  }

  private static ChatRequest command(String name) {
    return request("", false, new ChatRequest.Command(name, Map.of()));
  }

  private String says(ChatRequest request) {
    return bot.handle(request).map(ChatReply::markdown).orElse("");
  }

  @Test
  void plainTextAsks() {
    assertThat(says(request("", false, new ChatRequest.Text("why?", Heard.MENTIONED))))
        .isEqualTo("an answer to why?");
  }

  @Test
  void theRightToManageMattersWhereverACommandOfManagersIsGiven() {
    for (ChatRequest.Input input :
        List.of(
            new ChatRequest.Command("tips", Map.of()),
            new ChatRequest.Press("tips:on", true),
            new ChatRequest.Text("/tips", Heard.DIRECT))) {
      assertThat(bot.dependsOnManager(request("", false, input))).as(input.toString()).isTrue();
    }
    assertThat(bot.dependsOnManager(command("ask"))).isFalse();
    assertThat(
            bot.dependsOnManager(
                request("", false, new ChatRequest.Text("which tips?", Heard.DIRECT))))
        .isFalse();
    assertThat(says(command("tips").byManager())).isEqualTo("tips are on");
  }

  @Test
  void whatIsNotMeantForItIsLeftAlone() {
    Heard elsewhere = new Heard(false, false, false, false, false, false, false, false);

    assertThat(bot.handle(request("e1", false, new ChatRequest.Text("/ask why?", elsewhere))))
        .isEmpty();
    assertThat(asked).isEmpty();
    assertThat(events).as("an event that it is not meant by is not even remembered").isEmpty();
  }

  @Test
  void inAnAskChannelItKeepsSilentUnlessItIsSure() {
    assertThat(bot.handle(request("", false, new ChatRequest.Text("nxt", Heard.ASK_CHANNEL))))
        .isEmpty();
    assertThat(asked).singleElement().satisfies(r -> assertThat(r.onlyIfSure()).isTrue());
  }

  @Test
  void anEventIsAnsweredOnceHoweverOftenItComes() {
    ChatRequest request = request("e1", false, new ChatRequest.Text("why?", Heard.DIRECT));

    assertThat(bot.handle(request)).isPresent();
    assertThat(bot.handle(request)).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void whoReadsAReplyIsKnownBeforehand() {
    assertThat(bot.visibility(command("ask"))).isEqualTo(Visibility.PRIVATE);
    assertThat(
            bot.visibility(
                request("", false, new ChatRequest.Command("ask", Map.of("public", "true")))))
        .isEqualTo(Visibility.PUBLIC);
    assertThat(bot.visibility(request("", false, new ChatRequest.Text("?", Heard.MENTIONED))))
        .isEqualTo(Visibility.PUBLIC);
    assertThat(bot.visibility(request("", false, new ChatRequest.Press("ask:x", false))))
        .isEqualTo(Visibility.PRIVATE);
    assertThat(bot.handle(request("", false, new ChatRequest.Text("?", Heard.MENTIONED))))
        .get()
        .extracting(ChatReply::visibility)
        .isEqualTo(Visibility.PUBLIC);
  }

  @Test
  void onlyManagersRunWhatIsTheirs() {
    assertThat(says(command("tips"))).contains("for those who manage");
    assertThat(says(request("", true, new ChatRequest.Command("tips", Map.of()))))
        .isEqualTo("tips are on");
    assertThat(says(request("", false, new ChatRequest.Press("tips:on", true))))
        .contains("for those who manage");
  }

  /** A bot with a command that consists of subcommands. */
  private ChatBot parted() {
    ChatCommand feed =
        new Says(
            CommandInfo.of("feed", "Tells what is new")
                .forManagers()
                .of(
                    List.of(
                        CommandInfo.of(
                            "on",
                            "Begins",
                            List.of(
                                new CommandInfo.Option(
                                    "time", "When", CommandInfo.Option.Kind.TEXT, true),
                                new CommandInfo.Option(
                                    "zone", "Where", CommandInfo.Option.Kind.SUGGESTED, false))),
                        CommandInfo.of("off", "Ends"))),
            request -> {
              asked.add(request);
              return ChatReply.notice("done");
            });
    return new ChatBot(List.of(ask, feed), ask, seen, ChatBot.Pace.unlimited(clock), clock);
  }

  private static ChatRequest byManager(ChatRequest.Input input) {
    return request("", true, input);
  }

  @Test
  void aSubcommandIsRunHoweverItIsGiven() {
    ChatBot parted = parted();
    for (ChatRequest.Input input :
        List.of(
            new ChatRequest.Command("feed off", Map.of()),
            new ChatRequest.Text("/feed off", Heard.MENTIONED),
            new ChatRequest.Press("feed off", true),
            parted.command("feed off"))) {
      assertThat(parted.handle(byManager(input))).as("%s", input).isPresent();
    }
    assertThat(asked)
        .extracting(ChatRequest::input)
        .containsOnly(new ChatRequest.Command("feed off", Map.of()))
        .hasSize(4);
    assertThat(parted.command("feed on 09:00"))
        .isEqualTo(new ChatRequest.Command("feed on", Map.of("time", "09:00")));
    assertThat(parted.handle(byManager(new ChatRequest.Command("feed on", Map.of()))))
        .get()
        .extracting(ChatReply::markdown)
        .isEqualTo("`/feed on` needs `time`: When.");
  }

  @Test
  void aCommandWithoutItsSubcommandIsLeftToTheCommand() {
    assertThat(parted().handle(byManager(new ChatRequest.Text("/feed", Heard.DIRECT)))).isPresent();
    assertThat(asked)
        .singleElement()
        .satisfies(
            r ->
                assertThat(((ChatRequest.Command) r.input()).subcommand())
                    .as("which subcommand")
                    .isEmpty());
  }

  @Test
  void aWordThatIsNearlyASubcommandIsOffered() {
    ChatReply reply =
        parted().handle(byManager(new ChatRequest.Text("/feed onn", Heard.DIRECT))).orElseThrow();

    assertThat(reply.markdown())
        .isEqualTo("There is no command `/feed onn`. Did you mean `/feed on`?");
    assertThat(reply.choices()).extracting(Choice::id).containsExactly("feed on");
  }

  @Test
  void onlyManagersRunSubcommandsOfWhatIsTheirs() {
    ChatBot parted = parted();
    for (ChatRequest.Input input :
        List.of(
            new ChatRequest.Command("feed off", Map.of()),
            new ChatRequest.Text("/feed off", Heard.DIRECT),
            new ChatRequest.Press("feed off", true),
            new ChatRequest.Press("feed off:now", true))) {
      assertThat(parted.handle(request("", false, input)))
          .get()
          .extracting(ChatReply::markdown)
          .asString()
          .as("%s", input)
          .contains("for those who manage");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void suggestionsComeForOptionsOfASubcommand() {
    ChatRequest typing = byManager(new ChatRequest.Command("feed on", Map.of("time", "09:00")));

    assertThat(parted().suggest(typing, "zone", "Eur"))
        .containsExactly(new Suggestion("Eur", "Eur"));
  }

  @Test
  void aCommandWithoutWhatItNeedsSaysSo() {
    assertThat(says(command("ask"))).isEqualTo("`/ask` needs `question`: What to ask.");
  }

  @Test
  void aWordThatIsNearlyACommandIsOfferedBothWays() {
    ChatReply reply =
        bot.handle(request("", false, new ChatRequest.Text("tip", Heard.DIRECT))).orElseThrow();

    assertThat(reply.markdown()).isEqualTo("There is no command `tip`. Did you mean `/tips`?");
    assertThat(reply.choices()).extracting(Choice::id).containsExactly("tips", "ask:text:tip");
  }

  @Test
  void whatFollowsAPlatformsOneCommandIsACommandOrAQuestion() {
    assertThat(bot.command("tips")).isEqualTo(new ChatRequest.Command("tips", Map.of()));
    assertThat(bot.command(" Ask why? public:true"))
        .isEqualTo(
            new ChatRequest.Command("ask", Map.of("question", "why?", CommandInfo.PUBLIC, "true")));
    assertThat(bot.command("which job is for me?"))
        .isEqualTo(new ChatRequest.Command("ask", Map.of("question", "which job is for me?")));
    assertThat(bot.command("tips for my first week"))
        .as("a command that takes no words")
        .isEqualTo(new ChatRequest.Command("ask", Map.of("question", "tips for my first week")));
    assertThat(says(request("", false, bot.command("tipps"))))
        .isEqualTo("There is no command `/tipps`. Did you mean `/tips`?");
  }

  @Test
  void aButtonGoesToItsCommandAndAnOldOneSaysSo() {
    assertThat(says(request("", false, new ChatRequest.Press("ask:see:x", true))))
        .isEqualTo("pressed [see, x]");
    assertThat(says(request("", false, new ChatRequest.Press("gone:do:x", true))))
        .contains("older version");
  }

  @Test
  void whatOthersReadIsNotReplacedByAPress() {
    assertThat(bot.handle(request("", false, new ChatRequest.Press("ask:x", false))))
        .get()
        .extracting(ChatReply::replaces)
        .isEqualTo(false);
    assertThat(bot.handle(request("", false, new ChatRequest.Press("ask:x", true))))
        .get()
        .extracting(ChatReply::replaces)
        .isEqualTo(true);
  }

  @Test
  void whatIsThrownBecomesASentenceAndALineInTheLogWithTheSameReference() {
    var lines = new ArrayList<String>();
    Logger logger = Logger.getLogger(ChatBot.class.getName());
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      String said = says(command("broken"));

      Matcher reference = Pattern.compile("reference ([0-9a-f]{6})\\.").matcher(said);
      assertThat(reference.find()).as(said).isTrue();
      assertThat(lines)
          .singleElement()
          .asString()
          .contains(reference.group(1), "IllegalStateException", "ChatBotTest")
          .doesNotContain("secret words");
      assertThat(says(command("down")))
          .startsWith("The database does not answer. Try again later.");
      assertThat(lines).hasSize(2);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  @Test
  void whoIsTooFastWaitsAndIsTold() {
    ChatBot paced =
        bot(new ChatBot.Pace(new Cooldown(1, Duration.ofSeconds(3), clock), Cooldown.none(clock)));
    ChatRequest request = request("", false, new ChatRequest.Text("why?", Heard.DIRECT));

    assertThat(paced.handle(request))
        .get()
        .extracting(ChatReply::markdown)
        .asString()
        .startsWith("an answer");
    assertThat(paced.handle(request))
        .get()
        .satisfies(
            r -> {
              assertThat(r.markdown()).isEqualTo("One at a time, please: try again in 3 seconds.");
              assertThat(r.visibility()).isEqualTo(Visibility.PRIVATE);
            });
    assertThat(paced.handle(request("", false, new ChatRequest.Text("?", Heard.ASK_CHANNEL))))
        .as("nobody asked it, so it tells nobody")
        .isEmpty();
  }

  @Test
  void whatIsConfidentialIsNotSaidInFrontOfOthers() {
    assertThat(says(request("", false, new ChatRequest.Text("secret", Heard.MENTIONED))))
        .isEqualTo(
            "That is between you and me: use `/secret` as a slash command, or write it to me directly.");
    assertThat(says(request("", false, new ChatRequest.Text("secret", Heard.DIRECT))))
        .isEqualTo("a secret");
    assertThat(says(command("secret"))).isEqualTo("a secret");
  }

  @Test
  void suggestionsNeverFail() {
    assertThat(bot.suggest(command("ask"), "question", "x")).hasSize(1);
    assertThat(bot.suggest(command("gone"), "question", "x")).isEmpty();
    Logger.getLogger(ChatBot.class.getName()).setFilter(line -> false);
    assertThat(bot.suggest(command("ask"), "question", "boom")).isEmpty();
    Logger.getLogger(ChatBot.class.getName()).setFilter(null);
  }

  @Test
  void whateverFailsBeforeACommandIsCaughtAsWellAndNotSaidWhereNobodyAsked() {
    SeenEvents broken =
        (platform, id, now) -> {
          throw new IllegalStateException("broken");
        };
    ChatBot cut = new ChatBot(List.of(ask), ask, broken, ChatBot.Pace.unlimited(clock), clock);
    Logger.getLogger(ChatBot.class.getName()).setFilter(line -> false);
    Optional<ChatReply> asked =
        cut.handle(request("e1", false, new ChatRequest.Text("why?", Heard.DIRECT)));
    Optional<ChatReply> unasked =
        cut.handle(request("e2", false, new ChatRequest.Text("why?", Heard.ASK_CHANNEL)));
    Logger.getLogger(ChatBot.class.getName()).setFilter(null);

    assertThat(asked)
        .get()
        .extracting(ChatReply::markdown)
        .asString()
        .startsWith("Something went wrong");
    assertThat(unasked).isEmpty();
  }

  @Test
  void twoCommandsOfOneNameAreAMistake() {
    assertThatThrownBy(
            () -> new ChatBot(List.of(ask, ask), ask, seen, ChatBot.Pace.unlimited(clock), clock))
        .hasMessage("two commands are called ask");
  }

  @Test
  void aStoreThatIsDownIsSaidBeforeAnythingIsDone() {
    SeenEvents down =
        (platform, id, now) -> {
          throw new Unavailable("The database is locked.", new Exception());
        };
    ChatBot cut = new ChatBot(List.of(ask), ask, down, ChatBot.Pace.unlimited(clock), clock);
    Logger.getLogger(ChatBot.class.getName()).setFilter(line -> false);
    Optional<ChatReply> reply =
        cut.handle(request("e1", false, new ChatRequest.Text("why?", Heard.DIRECT)));
    Logger.getLogger(ChatBot.class.getName()).setFilter(null);

    assertThat(reply)
        .get()
        .extracting(ChatReply::markdown)
        .asString()
        .startsWith("The database is locked.");
    assertThat(asked).isEmpty();
  }
}
