package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private final MessageReader reader =
      new MessageReader(List.of("hey guys", "hi", "quick question", "lol", "thanks in advance"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hey guys, do I need a degree? thanks in advance! | do I need a degree?",
        "<@123456> do I need a degree | do I need a degree",
        "@waymark do I need a degree | do I need a degree",
        "do I need a degree 🙏🔥 | do I need a degree",
        "do I need a degree :pray: | do I need a degree",
        "do I need a degree https://example.com/x?y=1 | do I need a degree",
        "do I **need** a _degree_ | do I need a degree",
        "<b>do I need a degree</b> | do I need a degree",
        "\u202Edo I need\u200B a degree\u202C | do I need a degree",
      })
  void whatIsNoQuestionIsSetAside(String message, String left) {
    assertThat(reader.read(message).text()).isEqualTo(left);
  }

  @Test
  void aQuoteAndACodeBlockAroundAQuestionAreSetAside() {
    Message message =
        reader.read(
            "> you should learn Rust\nis that so?\n```\nint x = 1;\n```\nwhat language first?");

    assertThat(message.text()).isEqualTo("is that so? what language first?");
    assertThat(message.hasCode()).isTrue();
  }

  @Test
  void aMessageThatIsOnlyAFillerIsKept() {
    assertThat(reader.read("hi").text()).isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "???", "...", "🙂🙂", "\u0000\u0007", "\uD800", "\u202E"})
  void nothingToReadIsEmpty(String message) {
    assertThat(reader.read(message).isEmpty()).isTrue();
  }

  @Test
  void theQuestionOfAStoryIsItsFocus() {
    String story =
        "I have worked in a bakery for ten years and my hands hurt. My cousin writes programs. He says it pays well and one"
            + " can sit at home all day, and I believe him. Do I need to go to university for this?";

    assertThat(reader.read(story).focus()).isEqualTo("Do I need to go to university for this?");
  }

  @Test
  void twoQuestionsAreTwoParts() {
    assertThat(reader.read("do i need a degree and how long does it take?").parts())
        .containsExactly("do i need a degree", "how long does it take?");
    assertThat(reader.read("What is Docker? Should I learn it?").parts())
        .containsExactly("What is Docker?", "Should I learn it?");
    assertThat(reader.read("java and python").parts()).containsExactly("java and python");
  }

  @Test
  void aHundredThousandCharactersAreCutAndRead() {
    assertThat(reader.read("do i need a degree ".repeat(5_300)).text().length())
        .isLessThanOrEqualTo(4_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"and a senior?", "why?", "what about the pay then", "how do I get good at it?"})
  void someMessagesLeanOnTheOneBefore(String message) {
    assertThat(MessageReader.leansOnEarlier(message)).isTrue();
  }

  @Test
  void aQuestionThatStandsAloneDoesNotLean() {
    assertThat(MessageReader.leansOnEarlier("Which databases should a beginner learn first?"))
        .isFalse();
  }
}
