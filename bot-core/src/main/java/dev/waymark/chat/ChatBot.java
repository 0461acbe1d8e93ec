package dev.waymark.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bot between the platforms and the commands: decides whether it is meant, drops repeats, keeps
 * cooldowns, checks permission, finds the command and catches what it throws. Renders nothing.
 * Thread-safe.
 */
public final class ChatBot {

  /**
   * How often one may ask.
   *
   * @param member for each member
   * @param place for what everyone in a place reads
   */
  public record Pace(Cooldown member, Cooldown place) {

    /** What people do by hand passes, a script that floods does not. */
    public static Pace usual(Clock clock) {
      return new Pace(
          new Cooldown(12, Duration.ofSeconds(2), clock),
          new Cooldown(20, Duration.ofSeconds(1), clock));
    }

    /** For a person alone with the bot. */
    public static Pace unlimited(Clock clock) {
      return new Pace(Cooldown.none(clock), Cooldown.none(clock));
    }
  }

  private final Map<String, ChatCommand> commands = new LinkedHashMap<>();
  private final ChatCommand questions;
  private final CommandText texts;
  private final SeenEvents seen;
  private final Pace pace;
  private final Clock clock;

  /**
   * Makes the bot.
   *
   * @param commands all it does, in the order in which a newcomer needs them
   * @param questions the one of them that takes plain text, by its first option
   * @throws IllegalArgumentException when two commands have one name
   */
  public ChatBot(
      List<ChatCommand> commands, ChatCommand questions, SeenEvents seen, Pace pace, Clock clock) {
    for (ChatCommand command : commands) {
      if (this.commands.putIfAbsent(command.info().name(), command) != null) {
        throw new IllegalArgumentException("two commands are called " + command.info().name());
      }
    }
    this.questions = questions;
    this.texts = new CommandText(commands(), this::means);
    this.seen = seen;
    this.pace = pace;
    this.clock = clock;
  }

  /** What each command is, in the order in which a newcomer needs them. */
  public List<CommandInfo> commands() {
    return commands.values().stream().map(ChatCommand::info).toList();
  }

  /**
   * What is meant by words that follow a platform's one command for everything: a command where
   * they are the name of one, with what it takes, and a question otherwise.
   */
  public ChatRequest.Command command(String words) {
    boolean alone = words.strip().chars().noneMatch(Character::isWhitespace);
    if (texts.read("/" + words.strip()) instanceof CommandText.Given given
        && (alone
            || !given.command().options().isEmpty()
            || !given.command().subcommand().isEmpty())) {
      return given.command();
    }
    return switch (texts.read(words)) {
      case CommandText.Given given -> given.command();
      // A command that there is not; when it is given, it is said which was probably meant.
      case CommandText.Almost almost -> new ChatRequest.Command(almost.name(), Map.of());
      case CommandText.Question question -> question(question.text(), false);
    };
  }

  /**
   * What a command says, for a page that a platform draws anew again and again: nobody asked, so it
   * costs no pace.
   *
   * @param request with a {@link ChatRequest.Command} as its input
   */
  public ChatReply glance(ChatRequest request) {
    return caught(
        request,
        "glance",
        () ->
            request.input() instanceof ChatRequest.Command command
                ? run(request, command)
                : ChatReply.SILENCE);
  }

  /** Whether a platform that has dialogs may hold what follows in one. */
  public boolean isDialog(ChatRequest request) {
    return !(request.input() instanceof ChatRequest.Text)
        && command(request).filter(c -> c.info().dialog()).isPresent();
  }

  /**
   * Whether the reply depends on the member's right to manage the place, for a platform that has to
   * ask for it.
   */
  public boolean dependsOnManager(ChatRequest request) {
    return command(request).filter(ChatCommand::dependsOnManager).isPresent();
  }

  /** The command that something is for; none for a question. */
  private Optional<ChatCommand> command(ChatRequest request) {
    String name =
        switch (request.input()) {
          case ChatRequest.Command command -> command.command();
          case ChatRequest.Press press -> press.choice().split(":", 2)[0];
          case ChatRequest.Text text ->
              texts.read(text.text()) instanceof CommandText.Given given
                  ? given.command().name()
                  : "";
        };
    return Optional.ofNullable(commands.get(name.split(" ", 2)[0]));
  }

  /**
   * Whether a reply that the member alone reads may be offered for sharing with everyone in the
   * place; the same command with {@value CommandInfo#PUBLIC} does it.
   */
  public boolean isShareable(ChatRequest request, ChatReply reply) {
    return request.input() instanceof ChatRequest.Command command
        && !request.place().workspace().isEmpty()
        && !isConfidential(command)
        && shows(command)
        && !isDialog(request)
        && reply.visibility() == Visibility.PRIVATE
        && reply.tone() == ChatReply.Tone.CONTENT;
  }

  /** Who will read the reply; a platform may need to know before there is one. */
  public Visibility visibility(ChatRequest request) {
    return switch (request.input()) {
      case ChatRequest.Press press -> Visibility.PRIVATE;
      case ChatRequest.Text text -> Visibility.PUBLIC;
      case ChatRequest.Command command ->
          request.option(CommandInfo.PUBLIC).map(Boolean::parseBoolean).orElse(false)
              ? Visibility.PUBLIC
              : Optional.ofNullable(commands.get(command.command()))
                  .map(c -> c.info().visibility())
                  .orElse(Visibility.PRIVATE);
    };
  }

  /**
   * What could be given for an option; nothing for an option or a command that there is not.
   *
   * @param typed what there is so far
   */
  public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
    if (!(request.input() instanceof ChatRequest.Command given)) {
      return List.of();
    }
    ChatCommand command = commands.get(given.command());
    try {
      return command == null
          ? List.of()
          : command.suggest(request, option, typed).stream().limit(ChatReply.MAX_CHOICES).toList();
    } catch (RuntimeException e) {
      // Somebody is typing: no suggestions are better than a message.
      Incident.of(request.member().platform(), given.name(), e);
      return List.of();
    }
  }

  /**
   * Takes in what a member did. Never throws.
   *
   * @return the reply, or nothing when the bot is not meant, is not sure enough to speak up, or has
   *     taken the same event in before
   */
  public Optional<ChatReply> handle(ChatRequest request) {
    if (request.input() instanceof ChatRequest.Text text
        && Attention.to(text.heard()) == Attention.IGNORE) {
      return Optional.empty();
    }
    ChatReply reply =
        caught(request, "request", () -> isRepeat(request) ? ChatReply.SILENCE : reply(request));
    return Optional.of(reply).filter(r -> !r.isSilence());
  }

  private boolean isRepeat(ChatRequest request) {
    return !request.eventId().isEmpty()
        && !seen.firstSeen(request.member().platform(), request.eventId(), clock.instant());
  }

  private ChatReply reply(ChatRequest request) {
    Visibility visibility = visibility(request);
    Optional<Duration> wait =
        pace.member().take(request.member().platform().code() + request.member().id());
    if (wait.isEmpty() && visibility == Visibility.PUBLIC) {
      wait = pace.place().take(request.place().key());
    }
    if (wait.isPresent()) {
      return quiet(request) ? ChatReply.SILENCE : tooFast(wait.get());
    }
    return switch (request.input()) {
      case ChatRequest.Command command -> run(request, command).visibleTo(visibility);
      case ChatRequest.Press press -> press(request, press);
      case ChatRequest.Text text -> text(request, text).visibleTo(visibility);
    };
  }

  private static boolean quiet(ChatRequest request) {
    return request.input() instanceof ChatRequest.Text text
        && Attention.to(text.heard()) == Attention.ANSWER_IF_SURE;
  }

  private static ChatReply tooFast(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return ChatReply.notice(
        "One at a time, please: try again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds."));
  }

  private ChatReply text(ChatRequest request, ChatRequest.Text text) {
    boolean onlyIfSure = quiet(request);
    CommandText.Read read =
        onlyIfSure ? new CommandText.Question(text.text()) : texts.read(text.text());
    return switch (read) {
      case CommandText.Given given ->
          isConfidential(given.command()) && !text.heard().direct()
              ? confidential(given.command())
              : run(request, given.command());
      case CommandText.Almost almost -> almost(almost);
      case CommandText.Question question -> run(request, question(question.text(), onlyIfSure));
    };
  }

  private boolean isConfidential(ChatRequest.Command given) {
    ChatCommand command = commands.get(given.command());
    return command != null && command.info().confidential();
  }

  private boolean shows(ChatRequest.Command given) {
    ChatCommand command = commands.get(given.name());
    return command != null && command.isShareable();
  }

  /** Others read what is answered to a text in a channel. */
  private static ChatReply confidential(ChatRequest.Command given) {
    return ChatReply.notice(
        "That is between you and me: use `/"
            + given.name()
            + "` as a slash command, or write it to me directly.");
  }

  private ChatRequest.Command question(String text, boolean onlyIfSure) {
    CommandInfo info = questions.info();
    return new ChatRequest.Command(
        info.name(), Map.of(info.options().getFirst().name(), text), onlyIfSure);
  }

  private boolean means(String name, String words) {
    ChatCommand command = commands.get(name);
    return command != null && command.means(words);
  }

  private ChatReply almost(CommandText.Almost almost) {
    String written = (almost.slashed() ? "/" : "") + almost.name();
    if (almost.meant().isEmpty()) {
      return ChatReply.notice(
          "There is no command `" + written + "`. `/help` lists what there is.");
    }
    String meant = almost.meant().get();
    ChatReply reply =
        ChatReply.notice("There is no command `" + written + "`. Did you mean `/" + meant + "`?");
    Choice run = Choice.main(meant, "/" + meant);
    String ask = questions.info().name() + ":text:" + almost.name();
    return almost.slashed() || ask.length() > Choice.MAX_ID
        ? reply.offering(List.of(run))
        : reply.offering(List.of(run, Choice.of(ask, "Ask “" + almost.name() + "”")));
  }

  private ChatReply press(ChatRequest request, ChatRequest.Press press) {
    List<String> words = Arrays.asList(press.choice().split(":", -1));
    var bare = new ChatRequest.Command(words.getFirst(), Map.of());
    ChatCommand command = commands.get(bare.command());
    if (command == null) {
      return ChatReply.notice(
          "This button is from an older version of me, and what it did is gone. `/help` lists what there is.");
    }
    if (words.size() == 1) {
      return run(request, bare);
    }
    ChatReply reply =
        guarded(request, command, () -> command.pressed(request, words.subList(1, words.size())));
    // What others read stays as it is, whoever presses what stands under it.
    return press.privateMessage() ? reply : reply.replacing(false);
  }

  private ChatReply run(ChatRequest request, ChatRequest.Command given) {
    ChatCommand command = commands.get(given.command());
    if (command == null || isUnknownPart(command.info(), given)) {
      return almost(texts.almost(given.name()));
    }
    ChatRequest read = request.as(given);
    CommandInfo info = command.info();
    for (CommandInfo.Option option : info.subcommand(given.subcommand()).orElse(info).options()) {
      if (option.required() && read.option(option.name()).isEmpty()) {
        return ChatReply.notice(
            "`/" + given.name() + "` needs `" + option.name() + "`: " + option.description() + ".");
      }
    }
    return guarded(read, command, () -> command.handle(read));
  }

  private static boolean isUnknownPart(CommandInfo info, ChatRequest.Command given) {
    return !given.subcommand().isEmpty() && info.subcommand(given.subcommand()).isEmpty();
  }

  private ChatReply guarded(ChatRequest request, ChatCommand command, Supplier<ChatReply> work) {
    CommandInfo info = command.info();
    if (info.access() == CommandInfo.Access.MANAGERS && !request.manager()) {
      return ChatReply.notice(
          "`/" + info.name() + "` is for those who manage this place. Ask one of them.");
    }
    return caught(request, info.name(), work);
  }

  /** Does something; what it throws becomes a sentence, or nothing where nobody asked. */
  private static ChatReply caught(ChatRequest request, String what, Supplier<ChatReply> work) {
    Platform platform = request.member().platform();
    ChatReply sorry;
    try {
      return work.get();
    } catch (Unavailable e) {
      Incident incident = Incident.of(platform, what, e);
      sorry = ChatReply.problem(e.getMessage() + " (Reference " + incident.reference() + ".)");
    } catch (RuntimeException | StackOverflowError e) {
      sorry = Incident.of(platform, what, e).reply();
    }
    return quiet(request) || request.onlyIfSure() ? ChatReply.SILENCE : sorry;
  }
}
