package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what comes after that? | NEXT",
        "next | NEXT",
        "and then what? | NEXT",
        "and then? | NEXT",
        "and what's above it, moneywise | NEXT",
        "ok did that. now what | NEXT",
        "one rung up? | NEXT",
        "and the one before? | PREVIOUS",
        "one level lower pls | PREVIOUS",
        "and the pay? | PAY",
        "$$? | PAY",
        "what do they make at that point | PAY",
        "how does one get there? | STAGE",
        "what do they do all day | STAGE",
        "and for a lead? | LEVEL",
      })
  void aShortFollowUpMoves(String message, Move move) {
    assertThat(Move.in(message)).contains(move);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do I need math before that?",
        "what should I do after the interview?",
        "can I do this next to a full time job?",
        "is Docker on top of Linux?",
        "whats up",
        "and a lead designer?",
        "what does the step before and after cost",
        "why?",
        ""
      })
  void aQuestionOfItsOwnDoesNot(String message) {
    assertThat(Move.in(message)).isEmpty();
  }
}
