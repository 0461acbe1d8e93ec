package dev.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Choice;
import dev.waymark.chat.Platform;
import dev.waymark.store.UnusableDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that are linked, data that is given out, people who are forgotten. */
class PersonTest {

  private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{5}-[A-Z0-9]{5})");

  @TempDir Path folder;

  private ScriptedChat chat;

  @BeforeEach
  void begin() throws UnusableDatabase {
    chat = ScriptedChat.in(folder, ScriptedChat.book(Guides.potter()));
  }

  @AfterEach
  void end() {
    chat.close();
  }

  private ScriptedChat.Speaker anaOnSlack() {
    return chat.as(Platform.SLACK, "T1/ana");
  }

  private static String code(ScriptedChat.Turn turn) {
    Matcher code = CODE.matcher(turn.text());
    assertThat(code.find()).as(turn.text()).isTrue();
    return code.group(1);
  }

  @Test
  void aCodeJoinsTwoAccountsAndProgressFollowsThePerson() {
    chat.as("ana").says("/done");
    anaOnSlack().says("/done").says("/done");
    String code = code(chat.as("ana").says("/link"));

    anaOnSlack().says("/link " + code).sees("Linked.").presses("My next step").sees("Step 3 of 4");
    chat.as("ana").says("/next").sees("Step 3 of 4").says("/done").sees("3 of 4 done");
    anaOnSlack().says("/next").sees("Step 4 of 4");
    chat.as("ana")
        .says("/link")
        .sees("Linked by now: discord (here) since 2026-11-24, slack since");
  }

  @Test
  void unlinkingGivesEachBackWhatItDid() {
    chat.as("ana").says("/done");
    anaOnSlack().says("/done").says("/done");
    anaOnSlack()
        .says("/link " + code(chat.as("ana").says("/link")))
        .presses("Unlink this account")
        .sees("stands alone");

    chat.as("ana").says("/next").sees("Step 2 of 4");
    anaOnSlack().says("/next").sees("Step 3 of 4");
    anaOnSlack().says("/link undo").sees("linked with no other");
  }

  @Test
  void aCodeServesOnceForTenMinutesAndNotForItsMaker() {
    String code = code(chat.as("ana").says("/link"));
    chat.as("ana").says("/link " + code).sees("This code is from here");
    anaOnSlack()
        .says("link " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))
        .sees("Linked.");
    chat.as("eve").says("/link " + code).sees("I know no such code");

    String late = code(chat.as("ana").says("/link"));
    chat.clock().forward(Duration.ofMinutes(11));
    chat.as("eve").says("/link " + late).sees("I know no such code");
  }

  @Test
  void codesCannotBeTriedOut() {
    for (int i = 0; i < 5; i++) {
      chat.as("eve").says("/link AAAAA-AAAA" + (i + 2)).sees("I know no such code");
    }
    String code = code(chat.as("ana").says("/link"));
    chat.as("eve").says("/link " + code).sees("many codes in a row");
    chat.clock().forward(Duration.ofHours(1));
    chat.as("eve").says("/link gibberish").sees("I know no such code");
  }

  @Test
  void myDataHoldsEverythingAndNothingOfOthers() {
    chat.as("ana").says("/done proof:a-photo");
    chat.as("ben").says("/done proof:another");

    chat.as("ana")
        .says("/my-data")
        .sees(
            "\"platform_id\" : \"ana\"",
            "DONE",
            "a-photo",
            "# Learning log",
            "2026-11-24: Learn about clay. a-photo")
        .seesNot("ben", "another");
    chat.as("cleo").says("/my-data").sees("Nothing is marked as done yet");
  }

  @Test
  void forgettingDeletesEverythingAtOnceAfterOneConfirmation() throws IOException {
    chat.as("ana-the-forgotten").says("/done proof:unmistakable");
    anaOnSlack().says("/link " + code(chat.as("ana-the-forgotten").says("/link")));
    chat.as("ben").says("/done");

    ScriptedChat.Turn asked =
        chat.as("ana-the-forgotten")
            .says("/forget-me")
            .sees("on all 2 platforms", "cannot be brought back");
    asked.presses("Keep it").sees("Nothing is deleted");
    chat.as("ana-the-forgotten").says("/next").sees("Step 2 of 4");
    asked.presses("Delete everything").sees("is deleted");

    chat.database().close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as("no trace in " + file)
            .doesNotContain("ana-the-forgotten", "unmistakable", "T1/ana");
      }
    }
  }

  @Test
  void whoWasForgottenBeginsAnew() {
    chat.as("ana").says("/done");
    chat.as("ana").says("/forget-me").presses("Delete everything");

    chat.as("ana").says("/next").sees("Step 1 of 4");
    chat.as("ana").says("/my-data").seesNot("DONE");
  }

  @Test
  void anOldButtonDeletesNothing() {
    chat.as("ana").says("/done");
    ScriptedChat.Turn asked = chat.as("ana").says("/forget-me");
    Choice delete = asked.reply().choices().getFirst();
    assertThat(delete.weight()).isEqualTo(Choice.Weight.DANGER);
    chat.clock().forward(Duration.ofDays(60));

    asked.presses("Delete everything").sees("too old, and nothing is deleted");
    chat.as("ana").pressesOld("forget-me:yes:soon").sees("nothing is deleted");
    chat.as("ana").says("/next").sees("Step 2 of 4");
  }
}
