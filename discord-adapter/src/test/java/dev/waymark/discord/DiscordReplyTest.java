package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Document;
import dev.waymark.chat.Picture;
import dev.waymark.chat.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes on the wire for each kind of reply, as golden files; {@code -Dgolden.write=true} writes
 * them anew, to be read before they are kept.
 */
class DiscordReplyTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final Source SOURCE =
      new Source("faq-degree", "Do I need a degree?", "reviewed 2026-11-24");

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of(
            "answer",
            ChatReply.content("No. **Proof** of what you can do counts more.")
                .titled("Do I need a degree?")
                .from(List.of(SOURCE))
                .offering(List.of(Choice.of("ask:see:abcdef:step-9", "Work on projects")))),
        Arguments.of(
            "choice",
            ChatReply.notice("I am not sure which of these you mean:")
                .offering(
                    List.of(
                        Choice.of("ask:see:abcdef:a", "A"), Choice.of("ask:see:abcdef:b", "B")))),
        Arguments.of("refusal", ChatReply.refusal("The guide does not cover taxes.")),
        Arguments.of(
            "step",
            ChatReply.content("**Why it matters.** It holds.\n\n1. SQL\n2. Keys")
                .titled("Step 3 of 17: Databases")
                .offering(
                    List.of(
                        Choice.main("next:done:abcdef:step-3", "Done"),
                        Choice.of("next:skip:abcdef:step-3", "Skip, I know this")))),
        Arguments.of(
            "picture",
            ChatReply.content("1 of 2 steps done")
                .titled("Roadmap")
                .showing(new Picture("roadmap.png", new byte[] {1}, "A trail with two steps"))),
        Arguments.of(
            "documents",
            ChatReply.notice("Your data")
                .enclosing(List.of(new Document("log.md", "text/markdown", "# Log")))),
        Arguments.of(
            "danger",
            ChatReply.notice("Delete everything?")
                .offering(
                    List.of(
                        new Choice("forget-me:yes:1", "Delete everything", Choice.Weight.DANGER)))),
        Arguments.of("problem", ChatReply.problem("Something went wrong. Reference 7f3a2c.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void aReplyLooksOnTheWireAsItsGoldenFile(String name, ChatReply reply) throws IOException {
    String wire = wire(DiscordReply.of(reply).getFirst());
    Path golden = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, wire);
    }

    assertThat(wire).isEqualTo(Files.readString(golden));
  }

  private static String wire(MessageCreateData message) throws IOException {
    return JSON.writeValueAsString(JSON.readValue(message.toData().toString(), Object.class))
        + "\n";
  }

  @Test
  void aLongReplyIsSplitAndOnlyItsEndHasWhatThereIsToPress() {
    String paragraph = "A sentence of some length that fills a line. ".repeat(20) + "\n\n";
    List<MessageCreateData> messages =
        DiscordReply.of(
            ChatReply.content(paragraph.repeat(10))
                .titled("Long")
                .from(List.of(SOURCE))
                .offering(List.of(Choice.of("next", "Next"))));

    assertThat(messages).hasSizeGreaterThan(2);
    assertThat(messages.getFirst().toData().toString())
        .contains("### Long")
        .doesNotContain("\"next\"");
    assertThat(messages.getLast().toData().toString()).contains("\"next\"", "-# Source");
    for (MessageCreateData message : messages) {
      assertThat(message.toData().toString().length()).isLessThan(4_500);
    }
  }

  @Test
  void asManyChoicesAsThereMayBeFitInOneMessage() {
    List<Choice> choices =
        IntStream.range(0, ChatReply.MAX_CHOICES)
            .mapToObj(i -> Choice.of("step:show:" + i, "Step " + i))
            .toList();

    assertThat(DiscordReply.of(ChatReply.notice("Which?").offering(choices))).hasSize(1);
  }
}
