package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.util.JsonOps;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on the wire for each kind of reply, as golden files. */
class SlackReplyTest {

  private static final Source SOURCE =
      new Source("faq-degree", "Do I need a degree?", "reviewed 2026-11-24");
  private static final Picture PICTURE =
      new Picture("roadmap.png", new byte[] {1}, "A trail with two steps");

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of(
            "answer",
            ChatReply.content("No. **Proof** of what you can do counts more.")
                .titled("Do I need a degree?")
                .from(List.of(SOURCE))
                .offering(List.of(Choice.of("ask:see:abcdef:step-9", "Work on projects"))),
            ""),
        Arguments.of(
            "choice",
            ChatReply.notice("I am not sure which of these you mean:")
                .offering(
                    List.of(
                        Choice.of("ask:see:abcdef:a", "A"), Choice.of("ask:see:abcdef:b", "B"))),
            ""),
        Arguments.of(
            "choice-long",
            ChatReply.notice("I am not sure which of these you mean:")
                .offering(
                    List.of(
                        Choice.of("ask:see:abcdef:a", "Can I become a developer without a degree?"),
                        Choice.of("ask:see:abcdef:b", "What does a team expect of a junior?"),
                        Choice.of("help", "Help"))),
            ""),
        Arguments.of("refusal", ChatReply.refusal("The guide does not cover taxes."), ""),
        Arguments.of(
            "step",
            ChatReply.content(
                    "**Why it matters.** It holds.\n\n1. SQL\n2. Keys\n   - primary\n\n[Read](https://example.org/a?b=1&c=2)")
                .titled("Step 3 of 17: Databases")
                .offering(
                    List.of(
                        Choice.main("next:done:abcdef:step-3", "Done"),
                        Choice.of("next:skip:abcdef:step-3", "Skip, I know this"))),
            ""),
        Arguments.of(
            "picture",
            ChatReply.content("1 of 2 steps done").titled("Roadmap").showing(PICTURE),
            "F1"),
        Arguments.of(
            "picture-in-words",
            ChatReply.content("1 of 2 steps done").titled("Roadmap").showing(PICTURE),
            ""),
        Arguments.of(
            "danger",
            ChatReply.notice("Delete everything?")
                .offering(
                    List.of(
                        new Choice("forget-me:yes:1", "Delete everything", Choice.Weight.DANGER))),
            ""),
        Arguments.of("problem", ChatReply.problem("Something went wrong. Reference 7f3a2c."), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void aReplyLooksOnTheWireAsItsGoldenFile(String name, ChatReply reply, String file)
      throws IOException {
    SlackReply.Message message =
        SlackReply.of(reply, Optional.of(file).filter(f -> !f.isEmpty())).getFirst();

    Golden.isKept(
        name, JsonOps.toJsonString(Map.of("text", message.text(), "blocks", message.blocks())));
  }

  private static List<SlackReply.Message> messages(ChatReply reply) {
    return SlackReply.of(reply, Optional.empty());
  }

  private static String text(String markdown) {
    return messages(ChatReply.content(markdown)).stream()
        .flatMap(m -> m.blocks().stream())
        .map(SlackReplyTest::text)
        .collect(Collectors.joining("\n---\n"));
  }

  private static String text(LayoutBlock block) {
    return switch (block) {
      case SectionBlock section -> section.getText().getText();
      case HeaderBlock header -> header.getText().getText();
      default -> "";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "**bold** and *slanted* ¦ *bold* and _slanted_",
        "## A **heading** ¦ *A heading*",
        "a `<code>` ¦ a `&lt;code&gt;`",
        "[a & b](https://example.org/?a=1&b=2) ¦ <https://example.org/?a=1&amp;b=2|a &amp; b>",
        "[click](javascript:alert) ¦ click",
        "<https://example.org> ¦ <https://example.org>",
        "> quoted ¦ > quoted",
        "un**believ**able ¦ un\u200B*believ*\u200Bable",
        "snake_case_name ¦ snake_case_name"
      })
  void markdownBecomesMrkdwn(String markdown, String mrkdwn) {
    assertThat(text(markdown)).isEqualTo(mrkdwn);
  }

  @Test
  void listsKeepTheirNumbersAndTheirDepth() {
    assertThat(text("3. three\n4. four\n   - below\n\n   more"))
        .isEqualTo("3. three\n4. four\n    ◦ below\n    more");
  }

  @Test
  void codeStaysCode() {
    assertThat(text("```sql\nselect '<a>' -- **x**\n```"))
        .isEqualTo("```\nselect '&lt;a&gt;' -- **x**\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> hello",
        "\\<!here\\>",
        "<@U12345>",
        "`<!everyone>`",
        "```\n<!channel>\n```",
        "[<!channel>](https://example.org)",
        "![<@U1>](https://example.org/a.png)",
        "[x](<https://example.org/|!channel>)",
        "<div><!channel></div>",
        "# <!channel>",
        "> - **<!here>**"
      })
  void nobodyIsEverMentioned(String markdown) {
    ChatReply reply =
        ChatReply.content(markdown)
            .titled(markdown)
            .from(List.of(new Source("a", markdown, markdown)))
            .offering(List.of(Choice.of("a", markdown)));
    for (SlackReply.Message message : messages(reply)) {
      assertThat(message.text()).doesNotContain("<");
      assertThat(text(markdown)).doesNotContainPattern("<(?!https?://[^<>|]+(?:\\|[^<>|]*)?>)");
    }
  }

  @Test
  void whatWasWrittenAsStarsStaysStars() {
    assertThat(text("2 \\* 3 and \\_this\\_")).isEqualTo("2 *\u200B 3 and _\u200Bthis_");
  }

  @Test
  void aLongReplyIsSplitAndOnlyItsEndHasWhatThereIsToPress() {
    String paragraph = "A sentence & some length that fills a line. ".repeat(20) + "\n\n";
    List<SlackReply.Message> messages =
        messages(
            ChatReply.content(paragraph.repeat(40))
                .titled("Long")
                .from(List.of(SOURCE))
                .offering(List.of(Choice.of("next", "Next"))));

    assertThat(messages).hasSizeGreaterThan(2);
    assertThat(messages.getFirst().blocks().getFirst()).isInstanceOf(HeaderBlock.class);
    for (SlackReply.Message message : messages) {
      assertThat(message.text()).isNotBlank();
      assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
      assertThat(message.blocks().stream().mapToInt(b -> text(b).length()).sum())
          .isLessThanOrEqualTo(13_200);
      assertThat(message.blocks())
          .allSatisfy(b -> assertThat(text(b).length()).isLessThanOrEqualTo(3_000));
      assertThat(message.blocks().stream().anyMatch(b -> b.getType().equals("actions")))
          .isEqualTo(message.equals(messages.getLast()));
    }
  }

  @Test
  void whatGrowsByEscapingFitsAsWell() {
    for (SlackReply.Message message : messages(ChatReply.content("&<>".repeat(5_000)))) {
      assertThat(message.blocks())
          .allSatisfy(b -> assertThat(text(b).length()).isBetween(1, 3_000));
    }
  }

  @Test
  void asManyChoicesAsThereMayBeFitInOneMessage() {
    List<Choice> choices =
        IntStream.range(0, ChatReply.MAX_CHOICES)
            .mapToObj(i -> Choice.of("step:show:" + i, "Step " + i))
            .toList();

    assertThat(messages(ChatReply.notice("Which?").offering(choices))).hasSize(1);
  }

  @Test
  void longChoicesLeaveRoomForTheText() {
    List<Choice> choices =
        IntStream.range(0, ChatReply.MAX_CHOICES)
            .mapToObj(i -> Choice.of("step:show:" + i, "A step with a name that is long: " + i))
            .toList();
    ChatReply reply = ChatReply.content("A paragraph.\n\n".repeat(2_000)).titled("Title");
    List<SlackReply.Message> messages = messages(reply.offering(choices));

    assertThat(SlackReply.sharing(messages, "step"))
        .allSatisfy(m -> assertThat(m.blocks()).hasSizeLessThanOrEqualTo(50));
  }
}
