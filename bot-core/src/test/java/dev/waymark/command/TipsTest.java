package dev.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Suggestion;
import dev.waymark.chat.Visibility;
import dev.waymark.conversation.Wall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin and the bot say to each other about the daily tip, line by line. */
class TipsTest {

  @TempDir private Path folder;
  private final Wall wall = new Wall();
  private ScriptedChat chat;
  private ScriptedChat.Speaker admin;

  @BeforeEach
  void open() throws Exception {
    chat =
        ScriptedChat.in(
            folder, ScriptedChat.book(Guides.potter()), ScriptedChat.book(Guides.beekeeper()));
    // A Saturday.
    chat.clock().set(Instant.parse("2026-11-28T10:00:00Z"));
    chat.tips().connect(Platform.DISCORD, wall, poster -> (id, at) -> {});
    admin = chat.in("general", "ada", true);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void turnedOnItSaysWhenTheNextThreeComeInTheChannelsTime() {
    admin
        .commands("tips on 18:30 Europe/Rome mon-fri")
        .sees(
            "Monday to Friday at 18:30 (Europe/Rome)",
            "- Mon 30 Nov 2026, 18:30\n- Tue 1 Dec 2026, 18:30\n- Wed 2 Dec 2026, 18:30")
        .seesNot("UTC");
    assertThat(wall.posts()).as("nothing is posted by that").isEmpty();
  }

  @Test
  void withoutAWordItIsEveryDayAtNineAndSaysByWhoseClock() {
    admin
        .commands("tips on")
        .sees("every day at 09:00 (UTC)", "- Sun 29 Nov 2026, 09:00", "zone:Europe/Rome");
    admin.commands("tips on 7am").sees("every day at 07:00 (UTC)").seesNot("zone:Europe/Rome");
  }

  @Test
  void whatIsLeftOutStaysAsItWas() {
    admin.commands("tips on 18:30 rome weekdays");
    admin.commands("tips on 8pm").sees("Monday to Friday at 20:00 (Europe/Rome)");
    admin.commands("tips on sat, sun").sees("Saturday, Sunday at 20:00 (Europe/Rome)");
  }

  @Test
  void eachOptionByItsName() {
    admin
        .runs(
            "tips on",
            Map.of(
                "time", "06:15", "zone", "America/New_York", "days", "mon", "guide", "beekeeper"))
        .sees("Monday at 06:15 (America/New_York)");
    admin.commands("tips preview").sees("Mon 30 Nov 2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tips on 9:00 EST | `EST` does not say when the clocks change: did you mean `America/New_York`?",
        "tips on 9:00 +05:30 | `+05:30` does not say",
        "tips on 9:00 Europe/Rom | There is no zone `Europe/Rom`: did you mean `Europe/Rome`?",
        "tips on 25:00 | `25:00` is no time of the day: write it as `09:00`.",
        "tips on zone:Xanadu-on-Sea | There is no zone `Xanadu-on-Sea`. Name the zone by a big city",
        "tips on guide:gardener | There is no guide `gardener`",
        "tips on sections:step-99 | There is no section `step-99`"
      })
  void whatIsWrongIsSaidAndChangesNothing(String line, String said) {
    admin.commands(line).sees(said);
    admin.commands("tips status").sees("gets no daily tip");
  }

  @Test
  void whereItMayNotPostItSaysWhatIsMissing() {
    wall.lacks("Send Messages", "Embed Links");
    admin.commands("tips on").sees("I lack: Send Messages, Embed Links");
    admin.commands("tips status").sees("gets no daily tip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tips on",
        "tips off",
        "tips status",
        "tips preview",
        "tips swap",
        "tips skip",
        "tips now",
        "tips pause 2026-12-24"
      })
  void onlyForThoseWhoManageTheChannel(String line) {
    chat.in("general", "eve", false).commands(line).sees("is for those who manage this place");
    assertThat(wall.posts()).isEmpty();
  }

  @Test
  void aPrivateConversationGetsNoTips() {
    chat.as("ada").commands("tips on").sees("is for those who manage");
  }

  @Test
  void nowPostsOnceADayForAllToRead() {
    admin.commands("tips on");
    admin.commands("tips now").sees("Today's tip is posted");
    admin.commands("tips now").sees("stands here already");

    assertThat(wall.posts()).hasSize(1);
    ChatReply tip = wall.posts().getFirst();
    assertThat(tip.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(tip.sources()).hasSize(1);
    assertThat(tip.choices()).extracting(Choice::label).containsExactly("My next step");
    // Whoever presses it gets their own.
    chat.in("general", "eve", false)
        .pressesOld(tip.choices().getFirst().id())
        .sees("Learn about clay");
    admin.commands("tips status").sees("- Sat 28 Nov 2026: posted");
  }

  @Test
  void skipPauseAndOff() {
    admin.commands("tips on");
    admin.commands("tips skip").sees("no tip on Sun 29 Nov 2026", "- Mon 30 Nov 2026, 09:00");
    admin.commands("tips skip").sees("no tip on Mon 30 Nov 2026");
    admin.commands("tips status").sees("- Sun 29 Nov 2026, 09:00: left out");
    admin.commands("tips pause 2026-12-24").sees("No tips before Thu 24 Dec 2026", "- Thu 24 Dec");
    admin.commands("tips pause monday").sees("No tips before Mon 30 Nov 2026");
    admin.commands("tips pause 2 weeks").sees("No tips before Sat 12 Dec 2026");
    admin.commands("tips pause 2026-11-28").sees("lasts until a day to come");
    admin.commands("tips pause soon").sees("`soon` is no day");
    admin.commands("tips status").sees("paused until Sat 12 Dec 2026");
    admin.commands("tips off").sees("off here");
    admin.commands("tips status").sees("The daily tip is off here");
    admin.commands("tips now").sees("gets no daily tip");
  }

  @Test
  void thePreviewShowsFourteenAndSwapChangesTheNext() {
    admin.commands("tips on");
    String before = admin.commands("tips preview").text();
    assertThat(before.lines().filter(l -> l.startsWith("- "))).hasSize(14);
    admin.commands("tips swap").sees("Next comes this one");
    assertThat(admin.commands("tips preview").text()).isNotEqualTo(before);
  }

  @Test
  void aChannelPicksItsSections() {
    admin.runs("tips on", Map.of("sections", "step-kiln"));
    admin.commands("tips preview").sees("Look at a kiln").seesNot("Wash your hands");
    admin.commands("tips status").sees("Only from: step-kiln");
    admin.runs("tips on", Map.of("sections", "salary-entry")).sees("There is no tip for that");
  }

  @ParameterizedTest
  @CsvSource({
    "tips on, zone, rome, Europe/Rome",
    "tips on, days, mon-, mon-fri",
    "tips on, guide, bee, beekeeper",
    "tips on, sections, kiln, step-kiln",
    "tips pause, until, '24 dec', 2026-12-24"
  })
  void suggestionsWhileTyping(String command, String option, String typed, String first) {
    assertThat(admin.types(command, option, typed))
        .extracting(Suggestion::value)
        .first()
        .isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "tips on 09:00, daily",
    "tips for learning sql, question",
    "tips, status",
    "tips now, now"
  })
  void wordsThatSayWhatToDoAreNoQuestion(String words, String meant) {
    boolean question = chat.bot().command(words).name().equals("ask");
    assertThat(question).isEqualTo(meant.equals("question"));
  }
}
