package dev.waymark.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Source;
import dev.waymark.text.Mrkdwn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the conversation of {@code everyday.txt} on a platform, and beside it with a bot to which
 * nothing stands in between: what its members see there is what the core said.
 */
public final class PlayedConversation {

  private static final Pattern TURN = Pattern.compile("(\\w+): (?:\\[(.+)]|(.+))");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s|)>]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final ChatBot core;
  private final Stage stage;
  private final Map<String, List<Choice>> offered = new HashMap<>();

  private PlayedConversation(ChatBot core, Stage stage) {
    this.core = core;
    this.stage = stage;
  }

  /**
   * Plays it.
   *
   * @param core a bot with a store of its own, the same as the one on the stage
   * @throws AssertionError when somebody on the stage sees something else
   */
  public static void play(ChatBot core, Stage stage) {
    var played = new PlayedConversation(core, stage);
    lines().forEach(played::turn);
  }

  private static List<String> lines() {
    try (InputStream in = PlayedConversation.class.getResourceAsStream("everyday.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn(String line) {
    Matcher turn = TURN.matcher(line);
    assertThat(turn.matches()).as(line).isTrue();
    String member = turn.group(1);
    String press = turn.group(2);
    if (press == null) {
      String text = turn.group(3);
      ChatReply said = said(member, new ChatRequest.Text(text, Heard.DIRECT));
      isSeen(line, said, stage.says(member, text));
    } else {
      Choice choice = choice(member, press);
      ChatReply said = said(member, new ChatRequest.Press(choice.id(), true));
      isSeen(line, said, stage.presses(member, choice.label()));
    }
  }

  private Choice choice(String member, String press) {
    List<Choice> choices = offered.getOrDefault(member, List.of());
    return press.matches("\\d")
        ? choices.get(Integer.parseInt(press) - 1)
        : choices.stream().filter(c -> c.label().equals(press)).findFirst().orElseThrow();
  }

  private ChatReply said(String member, ChatRequest.Input input) {
    var request =
        new ChatRequest(
            "",
            new Member(Platform.TERMINAL, member),
            stage.isOwn(),
            new Place(Platform.TERMINAL, "", member, ""),
            input);
    ChatReply reply = core.handle(request).orElseThrow();
    offered.put(member, reply.choices());
    return reply;
  }

  private static void isSeen(String line, ChatReply said, Stage.Shown shown) {
    String words = words(shown.text());
    assertThat(words)
        .as(line)
        .contains(words(said.title()))
        .contains(words(Mrkdwn.words(said.markdown())));
    for (Source source : said.sources()) {
      assertThat(words).as(line).contains(words("Source: " + source.title()), words(source.note()));
    }
    assertThat(shown.choices())
        .as(line)
        .containsExactlyElementsOf(said.choices().stream().map(Choice::label).toList());
  }

  /** The words alone, without marks, line breaks and addresses. */
  private static String words(String text) {
    String plain = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    return NO_WORD
        .matcher(ADDRESS.matcher(plain).replaceAll(" "))
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
