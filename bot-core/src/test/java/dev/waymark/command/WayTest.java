package dev.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Platform;
import dev.waymark.chat.Suggestion;
import dev.waymark.guide.GuideChange;
import dev.waymark.store.UnusableDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member's way, as conversations through the real bot on a real database. */
class WayTest {

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

  @Test
  void nextShowsOneStepWithAllThatItTakes() {
    chat.as("ana")
        .says("/next")
        .sees(
            "Step 1 of 4: Learn about clay",
            "Why it matters",
            "Learn in this order",
            "Touch clay",
            "Done when:** You can explain clay",
            "10 to 20 hours",
            "https://example.org/clay")
        .offers("Done", "Skip, I know this", "Later", "Roadmap");
  }

  @Test
  void doneMovesOnAndSaysWhatChanged() {
    chat.as("ana")
        .says("/done")
        .sees("Step 1, “Learn about clay”, is done. 1 of 4 done.", "Step 2 of 4")
        .presses("Done")
        .sees("2 of 4 done", "Step 3 of 4")
        .presses("Skip, I know this")
        .sees("is skipped", "2 of 4 done, 1 skipped", "Step 4 of 4")
        .presses("Done")
        .sees("the last step: 3 done, 1 skipped")
        .says("/next")
        .sees("the last step");
  }

  @Test
  void aProofIsKept() {
    chat.as("ana").says("/done proof:https://example.org/pot").sees("with your proof kept");
    chat.as("ana").says("/my-data").sees("Learn about clay. https://example.org/pot");
    chat.as("ben").says("/done " + "x".repeat(600)).sees("at most 500", "Nothing is marked yet");
    chat.as("ben").says("/next").sees("Step 1 of 4");
  }

  @Test
  void laterLeavesAStepForTheEnd() {
    chat.as("ana")
        .says("/next")
        .presses("Later")
        .sees("Step 1", "can wait", "Step 2 of 4")
        .says("/done")
        .says("/done")
        .says("/done")
        .sees("Step 1 of 4: Learn about clay")
        .presses("Done")
        .sees("the last step");
  }

  @Test
  void undoGoesBackAnyNumberOfSteps() {
    chat.as("ana")
        .says("/done")
        .says("/skip")
        .says("/undo")
        .sees("Taken back: “Learn about wheel” was skipped.")
        .presses("Undo one more")
        .sees("“Learn about clay” was marked done")
        .says("/next")
        .sees("Step 1 of 4")
        .says("/undo")
        .sees("nothing to take back");
  }

  @Test
  void aButtonPressedTwiceCountsOnce() {
    ScriptedChat.Turn step = chat.as("ana").says("/next");
    step.presses("Done").sees("1 of 4 done");
    step.presses("Done").sees("“Learn about clay” is done already", "Step 2 of 4");
    chat.as("ana").says("/undo").sees("“Learn about clay” was marked done");
  }

  @Test
  void theRoadmapShowsEveryStepInWordsAndInAPicture() {
    chat.as("ana").says("/done");
    ScriptedChat.Turn roadmap = chat.as("ana").says("/roadmap");
    roadmap
        .sees(
            "Becoming a potter",
            "1 of 4 steps done",
            "1. Learn about clay: **done** on 2026-11-24",
            "2. Learn about wheel: **next**",
            "4. Learn about kiln")
        .presses("My next step")
        .sees("Step 2 of 4");
    assertThat(roadmap.reply().picture()).get().satisfies(p -> assertThat(p.png()).isNotEmpty());
  }

  @Test
  void anyStepIsShownByNumberOrWords() {
    chat.as("ana").says("/step 3").sees("Step 3 of 4: Learn about glaze");
    chat.as("ana").says("step 3").sees("Step 3 of 4: Learn about glaze");
    chat.as("ana").says("/step glaz").sees("Step 3 of 4: Learn about glaze");
    chat.as("ana").says("/step 9").sees("from 1 to 4");
    chat.as("ana")
        .says("/step learn")
        .sees("Which of these")
        .presses("2. Learn about wheel")
        .sees("Step 2 of 4");
    assertThat(chat.as("ana").types("step", "which", "ki"))
        .containsExactly(new Suggestion("step-kiln", "4. Learn about kiln"));
    assertThat(chat.as("ana").types("step", "which", "")).hasSize(4);
    assertThat(chat.as("ana").types("step", "which", "2"))
        .extracting(Suggestion::value)
        .containsExactly("step-wheel");
  }

  @Test
  void placementAsksFewQuestionsAndSkipsWhatIsKnown() {
    chat.as("ana")
        .says("/start")
        .sees("Question 1 of at most 5", "You can explain glaze")
        .presses("Not yet")
        .sees("You can explain wheel")
        .presses("Yes, I can")
        .sees("Begin with step 3", "count as skipped")
        .presses("Start at step 3")
        .sees("Step 3 of 4")
        .says("/roadmap")
        .sees("0 of 4 steps done, 2 skipped")
        .says("/undo")
        .sees("you were placed at “Learn about glaze”")
        .says("/next")
        .sees("Step 1 of 4");
  }

  @Test
  void whoKnowsNothingStartsAtTheBeginningAndWhoKnowsAllMaySkipAll() {
    chat.as("ana")
        .says("/start")
        .presses("Not yet")
        .presses("Not yet")
        .presses("Not yet")
        .sees("Step 1 is the place to begin");
    chat.as("ben")
        .says("/start")
        .presses("Yes, I can")
        .presses("Yes, I can")
        .sees("You can do all of it")
        .presses("Skip all steps")
        .sees("0 done, 4 skipped");
  }

  @Test
  void aTipFitsTheStepAndAnotherOneIsAPressAway() {
    ScriptedChat.Turn tip = chat.as("ana").says("/tip").sees("Learn about clay");
    String first = tip.reply().markdown();
    assertThat(tip.presses("Another tip").reply().markdown())
        .isNotEqualTo(first)
        .isIn("Wash your hands.", "Wedge a handful.");
    chat.clock().forward(Duration.ofDays(1));
    assertThat(chat.as("ana").says("/tip").reply().markdown()).isNotEqualTo(first);
  }

  @Test
  void payIsShownWithYearsSourceAndAChart() {
    ScriptedChat.Turn pay =
        chat.as("ana")
            .says("/salary senior")
            .sees(
                "What a potter earns: senior",
                "$40,000 – $60,000+ a year",
                "5–8 years",
                "USD, source guide, 2026",
                "United States")
            .offers("Entry");
    assertThat(pay.reply().picture()).get().satisfies(p -> assertThat(p.alt()).contains("40"));
    pay.presses("Entry").sees("$20,000 – $30,000 a year");
    chat.as("ana").says("/salary").sees("**Entry**: $20,000 – $30,000 a year", "**Senior**");
    chat.as("ana").says("/salary boss").sees("no such level", "entry, senior");
  }

  @Test
  void severalGuidesAreFollowedSideBySide() throws UnusableDatabase {
    chat.restart(ScriptedChat.book(Guides.potter()), ScriptedChat.book(Guides.beekeeper()));
    ScriptedChat.Turn step = chat.as("ana").says("/next").sees("Learn about clay");
    chat.as("ana")
        .says("/guide")
        .sees(
            "Becoming a potter** (`potter`): 0 of 4 steps done, the one you follow",
            "Becoming a beekeeper")
        .presses("Becoming a beekeeper")
        .sees("You follow **Becoming a beekeeper** now")
        .says("/done")
        .sees("Learn about hive", "Step 2 of 2");
    step.presses("Done").sees("Learn about clay", "Step 2 of 4");
    chat.as("ana").says("/next").sees("Step 2 of 2: Learn about honey");
    chat.as("ana").says("/guide potter").says("/next").sees("Step 2 of 4: Learn about wheel");
    chat.as("ana").says("/guide plumber").sees("There is no such guide");
  }

  @Test
  void nothingIsGoneAfterARestart() throws UnusableDatabase {
    chat.as("ana").says("/done").says("/skip");
    chat.clock().forward(Duration.ofDays(31));
    chat.restart(ScriptedChat.book(Guides.potter()));

    chat.as("ana").says("/next").sees("Step 3 of 4");
  }

  @Test
  void anEventThatComesAgainAfterARestartIsNotAnsweredTwice() throws UnusableDatabase {
    var request =
        new dev.waymark.chat.ChatRequest(
            "once",
            new dev.waymark.chat.Member(Platform.SLACK, "T/U"),
            false,
            new dev.waymark.chat.Place(Platform.SLACK, "T", "C", ""),
            new dev.waymark.chat.ChatRequest.Command("done", Map.of()));
    assertThat(chat.bot().handle(request)).isPresent();
    chat.restart(ScriptedChat.book(Guides.potter()));

    assertThat(chat.bot().handle(request)).isEmpty();
    chat.as(Platform.SLACK, "T/U").says("/next").sees("Step 2 of 4");
  }

  @Test
  void aNewEditionKeepsTheCreditAndTellsOnce() throws UnusableDatabase {
    ScriptedChat.Turn old = chat.as("ana").says("/done").says("/next");
    chat.as("ben").says("/tip");
    chat.restart(
        ScriptedChat.book(
            Guides.potter(
                2,
                List.of(
                    new GuideChange(
                        2,
                        "step-clay",
                        List.of("step-dig", "step-wedge"),
                        "It was too much for one step."),
                    new GuideChange(2, "step-wheel", List.of("step-throwing"), "")),
                "dig",
                "wedge",
                "throwing",
                "kiln")));

    chat.as("ana")
        .says("/next")
        .sees(
            "new edition, and you keep your credit",
            "“Learn about clay” is now “Learn about dig” and “Learn about wedge”. It was too much for one step.",
            "Step 3 of 4: Learn about throwing")
        .seesNot("Learn about wheel” is now")
        .says("/next")
        .seesNot("new edition");
    old.presses("Done").sees("“Learn about throwing”, is done", "Step 4 of 4");
    chat.as("ben").says("/next").seesNot("new edition").sees("Step 1 of 4");
    chat.as("ana").says("/my-data").sees("Learn about clay");
  }

  @Test
  void oldButtonsStillWorkOrSayWhyNot() throws UnusableDatabase {
    String key = ScriptedChat.book(Guides.potter()).key();
    chat.as("ana")
        .pressesOld("next:done:" + key + ":step-never")
        .sees("do not know that step", "Step 1 of 4");
    chat.as("ana")
        .pressesOld("next:done:ffffff:step-clay")
        .sees("guide of that step is not here any more");
    chat.as("ana").pressesOld("next:dance:" + key + ":step-clay").sees("Step 1 of 4");
    chat.as("ana").pressesOld("next:done").sees("Step 1 of 4");
    chat.as("ana").pressesOld("start:yes:" + key + ":9:0:4:0").sees("Question 1");
    chat.as("ana").pressesOld("start:yes:" + key + ":1:0:99:0").sees("Question 1");
    chat.as("ana").pressesOld("start:at:" + key + ":1:-7").sees("Question 1");
    chat.as("ana").pressesOld("start:yes:" + key + ":1:x").sees("Question 1");
    chat.as("ana").pressesOld("tip:after:gone").sees("Tip");
    chat.as("ana").pressesOld("salary:level:gone").sees("no such level");
    chat.as("ana").pressesOld("step:show:gone").sees("I found no step");
    chat.as("ana").pressesOld("guide:follow:gone").sees("There is no such guide");
    chat.as("ana").pressesOld("ask:see:" + key + ":gone").sees("not here any more");
    chat.as("ana").pressesOld("ask:see").sees("not here any more");
    chat.as("ana").pressesOld("link:undo").sees("linked with no other");
    chat.as("ana").pressesOld("flourish:please").sees("older version");
  }

  @Test
  void helpListsEverythingInTheOrderThatANewcomerNeeds() {
    String help = chat.as("ana").says("/help").text();

    assertThat(help)
        .containsSubsequence(
            "/ask question",
            "/start",
            "/next",
            "/done [proof]",
            "/undo",
            "/roadmap",
            "/my-data",
            "/forget-me",
            "/help");
    assertThat(help).doesNotContain("public");
  }

  @Test
  void activeDaysAreCountedAndNeverHeldAgainstAnyone() {
    chat.as("ana").says("/done");
    chat.clock().forward(Duration.ofDays(2));
    chat.as("ana").says("/next");
    chat.clock().forward(Duration.ofDays(3));

    chat.as("ana").says("/done").sees("active on 3 of the last 14 days");
    chat.clock().forward(Duration.ofDays(60));
    chat.as("ana").says("/done").sees("3 of 4 done.").seesNot("active on");
  }
}
