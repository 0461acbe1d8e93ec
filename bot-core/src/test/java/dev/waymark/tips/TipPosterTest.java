package dev.waymark.tips;

import static dev.waymark.tips.ScriptedChannel.Fate.DIES_AFTER;
import static dev.waymark.tips.ScriptedChannel.Fate.DIES_BEFORE;
import static dev.waymark.tips.ScriptedChannel.Fate.FORBIDDEN;
import static dev.waymark.tips.ScriptedChannel.Fate.GONE;
import static dev.waymark.tips.ScriptedChannel.Fate.LATER;
import static dev.waymark.tips.ScriptedChannel.Fate.LOST;
import static dev.waymark.tips.ScriptedChannel.Fate.STANDS;
import static dev.waymark.tips.ScriptedChannel.Fate.SWALLOWED;
import static dev.waymark.tips.TipYard.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import dev.waymark.store.UnusableDatabase;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each edge of the diagram in {@link TipPost}, and what an admin may do. */
class TipPosterTest {

  private static final Duration KEYED = Duration.ofMinutes(2);

  @TempDir private Path folder;
  @TempDir private Path other;
  private TipYard yard;
  private TipYard keyless;

  @BeforeEach
  void open() throws UnusableDatabase {
    yard = new TipYard(folder, KEYED);
    keyless = new TipYard(other, Duration.ZERO);
    yard.on("09:00", "UTC");
    keyless.on("09:00", "UTC");
  }

  @AfterEach
  void close() {
    yard.close();
    keyless.close();
  }

  @Test
  void oneTipADayAtItsHour() {
    yard.until("2026-11-27T12:00:00Z");

    assertThat(yard.stood())
        .containsExactly(
            "2026-11-24T09:00:00Z",
            "2026-11-25T09:00:00Z",
            "2026-11-26T09:00:00Z",
            "2026-11-27T09:00:00Z");
    assertThat(yard.post("2026-11-25").state()).isEqualTo(TipPost.State.SENT);
    assertThat(yard.post("2026-11-25").messageId()).isEqualTo("m1");
    assertThat(yard.channel.told()).isEmpty();
  }

  @Test
  void noTipTwiceUntilAllWereUsedAlsoAfterRestarts() {
    for (int day = 0; day < 40; day++) {
      yard.until(Instant.parse("2026-11-24T12:00:00Z").plus(Duration.ofDays(day)).toString());
      yard.restart();
    }

    var texts = yard.channel.standing().stream().map(ScriptedChannel.Standing::text).toList();
    assertThat(texts).hasSize(40);
    assertThat(texts.subList(0, 20)).doesNotHaveDuplicates();
    assertThat(texts.subList(20, 40)).doesNotHaveDuplicates();
    assertThat(texts.subList(20, 40)).isNotEqualTo(texts.subList(0, 20));
  }

  @Test
  void whatDidNotArriveIsTriedAgainWithTheSameKey() {
    yard.channel.then(LOST, LOST);

    yard.until("2026-11-24T12:00:00Z");

    assertThat(yard.stood()).hasSize(1);
    assertThat(yard.post("2026-11-24").state()).isEqualTo(TipPost.State.SENT);
    assertThat(yard.post("2026-11-24").attempts()).isEqualTo(3);
  }

  @Test
  void aSwallowedReplyMakesNoSecondTip() {
    yard.channel.then(SWALLOWED);
    keyless.channel.then(SWALLOWED);

    yard.until("2026-11-24T12:00:00Z");
    keyless.until("2026-11-24T12:00:00Z");

    assertThat(yard.stood()).hasSize(1);
    assertThat(keyless.stood()).hasSize(1);
    assertThat(yard.post("2026-11-24").state()).isEqualTo(TipPost.State.SENT);
    assertThat(keyless.post("2026-11-24").state()).isEqualTo(TipPost.State.SENT);
    assertThat(keyless.channel.asked()).as("it was looked for").isEqualTo(1);
  }

  @Test
  void whatIsNotFoundIsPostedAgain() {
    keyless.channel.then(LOST, LOST, STANDS);

    keyless.until("2026-11-24T12:00:00Z");

    assertThat(keyless.stood()).hasSize(1);
  }

  @Test
  void whatCannotBeLookedForJustNowIsLookedForAgain() {
    keyless.channel.cannotBeSearched();
    keyless.channel.then(SWALLOWED);
    keyless.until("2026-11-24T09:05:00Z");
    assertThat(keyless.post("2026-11-24").state()).isEqualTo(TipPost.State.UNSURE);

    keyless.channel.canBeSearched();
    keyless.until("2026-11-24T09:10:00Z");

    assertThat(keyless.post("2026-11-24").state()).isEqualTo(TipPost.State.SENT);
    assertThat(keyless.stood()).hasSize(1);
    assertThat(keyless.channel.told()).isEmpty();
  }

  @Test
  void whatNobodyCanTellIsGivenUpAndToldOnce() {
    keyless.channel.cannotBeSearched();
    keyless.channel.then(SWALLOWED);

    keyless.until("2026-11-26T12:00:00Z");

    assertThat(keyless.post("2026-11-24").state()).isEqualTo(TipPost.State.UNKNOWN);
    assertThat(keyless.channel.told()).hasSize(1).first().asString().contains("2026-11-24");
    assertThat(keyless.stood()).as("and the next ones").hasSize(3);
  }

  @Test
  void aProcessThatDiesBeforeOrAfterPostingMakesNeitherNoneNorTwo() {
    yard.channel.then(DIES_BEFORE, DIES_BEFORE, DIES_AFTER);
    keyless.channel.then(DIES_AFTER);

    yard.until("2026-11-24T12:00:00Z");
    keyless.until("2026-11-24T12:00:00Z");

    assertThat(yard.stood()).hasSize(1);
    assertThat(keyless.stood()).hasSize(1);
  }

  @Test
  void aProcessThatIsAwayForLongLooksForWhatItPosted() {
    yard.channel.then(DIES_AFTER);
    yard.until("2026-11-24T09:00:00Z");

    yard.runNow("2026-11-24T10:30:00Z");

    assertThat(yard.stood()).hasSize(1);
    assertThat(yard.post("2026-11-24").state()).isEqualTo(TipPost.State.SENT);
  }

  @Test
  void itWaitsForAsLongAsThePlatformSays() {
    yard.channel.then(LATER, LATER);

    yard.until("2026-11-24T12:00:00Z");

    assertThat(yard.stood()).hasSize(1);
    Instant stood = Instant.parse(yard.stood().getFirst());
    assertThat(stood)
        .isBetween(Instant.parse("2026-11-24T09:02:00Z"), Instant.parse("2026-11-24T09:02:03Z"));
  }

  @Test
  void aChannelThatIsGoneEndsItAndOneIsToldOnce() {
    yard.channel.then(GONE);

    yard.until("2026-11-28T12:00:00Z");

    assertThat(yard.subscription().state()).isEqualTo(TipSubscription.State.ENDED);
    assertThat(yard.channel.asked()).isEqualTo(1);
    assertThat(yard.channel.told()).hasSize(1).first().asString().startsWith("ada: ");
  }

  @Test
  void whatIsForbiddenHaltsItUntilAnAdminTurnsItOnAgain() {
    yard.channel.then(FORBIDDEN);
    yard.until("2026-11-25T12:00:00Z");
    assertThat(yard.subscription().state()).isEqualTo(TipSubscription.State.HALTED);
    assertThat(yard.subscription().reason()).contains("Send Messages");
    assertThat(yard.channel.told())
        .hasSize(1)
        .first()
        .asString()
        .contains("Send Messages", "/tips on");

    yard.on("09:00", "UTC");
    yard.until("2026-11-26T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-26T09:00:00Z");
  }

  @Test
  void aBadChannelHoldsUpNoOther() {
    yard.channel.always(CHANNEL, LOST);
    for (int i = 0; i < 5; i++) {
      yard.on(new Place(Platform.DISCORD, "guild", "c" + i, ""), "09:00", "UTC", TipDays.EVERY_DAY);
    }

    yard.until("2026-11-24T09:00:10Z");

    assertThat(yard.stood()).hasSize(5);
  }

  @Test
  void itCatchesUpTheSameDayForThreeHours() {
    yard.runNow("2026-11-24T11:59:00Z");
    assertThat(yard.stood()).containsExactly("2026-11-24T11:59:00Z");

    keyless.runNow("2026-11-24T12:01:00Z");
    assertThat(keyless.stood()).isEmpty();
    assertThat(keyless.post("2026-11-24").state()).isEqualTo(TipPost.State.MISSED);
  }

  @Test
  void afterDaysAwayOnlyTodaysIsCaughtUp() {
    yard.runNow("2026-11-27T09:05:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-27T09:05:00Z");
    assertThat(yard.post("2026-11-25").state()).isEqualTo(TipPost.State.MISSED);
    assertThat(yard.post("2026-11-26").state()).isEqualTo(TipPost.State.MISSED);
  }

  @Test
  void whatIsDueButNotPostedYetIsNotForgottenByAChangeOrARestart() {
    yard.clock.set(Instant.parse("2026-11-24T09:00:01Z"));
    yard.desk.swap(yard.subscription(), TipYard.ADA);
    yard.until("2026-11-24T09:05:00Z");
    assertThat(yard.stood()).hasSize(1);

    yard.clock.set(Instant.parse("2026-11-25T09:30:00Z"));
    yard.restart();
    yard.until("2026-11-25T09:35:00Z");
    assertThat(yard.stood()).hasSize(2);
  }

  @Test
  void yesterdaysIsNeverPosted() {
    yard.on("23:30", "UTC");
    yard.runNow("2026-11-25T00:10:00Z");

    assertThat(yard.stood()).isEmpty();
    assertThat(yard.post("2026-11-24").state()).isEqualTo(TipPost.State.MISSED);
  }

  @Test
  void whatIsStillUnsureAtMidnightIsNotTriedOnTheNextDay() {
    yard.on("23:58", "UTC");
    yard.channel.then(LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST);
    yard.until("2026-11-25T00:30:00Z");

    assertThat(yard.stood()).isEmpty();
    assertThat(yard.post("2026-11-24").state()).isEqualTo(TipPost.State.MISSED);
  }

  @Test
  void aChangeOfTimeOrZoneAfterTodaysPostDoesNotPostAgain() {
    yard.until("2026-11-24T10:00:00Z");
    yard.on("15:00", "UTC");
    yard.until("2026-11-24T16:00:00Z");
    // It is Tuesday there as well, and twelve o'clock is to come.
    yard.on("12:00", "America/Los_Angeles");
    yard.until("2026-11-25T03:00:00Z");
    assertThat(yard.stood()).hasSize(1);

    yard.until("2026-11-25T20:00:00Z");
    assertThat(yard.stood()).containsExactly("2026-11-24T09:00:00Z", "2026-11-25T20:00:00Z");
  }

  @Test
  void whereTheDateIsAnotherOneTheDayOfThePostStillCounts() {
    // Monday 23:00 in Honolulu is Tuesday 22:00 in Auckland.
    yard.on("23:00", "Pacific/Honolulu");
    yard.until("2026-11-24T09:30:00Z");
    assertThat(yard.stood()).containsExactly("2026-11-24T09:00:00Z");

    yard.on("23:00", "Pacific/Auckland");
    yard.until("2026-11-24T11:00:00Z");
    assertThat(yard.stood()).as("still Tuesday in Auckland").hasSize(1);

    yard.until("2026-11-25T11:00:00Z");
    assertThat(yard.stood()).containsExactly("2026-11-24T09:00:00Z", "2026-11-25T10:00:00Z");
  }

  @Test
  void daysThatAreLeftOutAheadHideNothing() {
    yard.on("23:00", "Pacific/Honolulu");
    yard.until("2026-11-24T09:30:00Z");
    for (int i = 0; i < 5; i++) {
      yard.desk.skip(yard.subscription(), TipYard.ADA);
    }

    yard.on("23:00", "Pacific/Auckland");
    yard.until("2026-11-24T11:00:00Z");

    assertThat(yard.stood()).as("Tuesday in Auckland had its tip").hasSize(1);
    assertThat(yard.desk.latest(yard.subscription(), 1))
        .extracting(TipPost::state)
        .doesNotContain(TipPost.State.MISSED);
  }

  @Test
  void whereNoTipIsToComeNoneIsLeftOut() {
    yard.guide = Optional.empty();

    assertThat(yard.desk.skip(yard.subscription(), TipYard.ADA)).isEmpty();
  }

  @Test
  void aTipThatWasSwappedInAndPostedAtOnceIsNotWantedInTheNextRound() {
    yard.desk.skip(yard.subscription(), TipYard.ADA);
    yard.desk.swap(yard.subscription(), TipYard.ADA);

    yard.desk.now(yard.subscription(), TipYard.ADA);

    assertThat(yard.subscription().nextTip()).isEmpty();
  }

  @Test
  void aClockThatJumpsDoesNotDouble() {
    yard.until("2026-11-25T09:30:00Z");
    yard.runNow("2026-11-24T08:00:00Z");
    yard.until("2026-11-25T12:00:00Z");
    assertThat(yard.stood()).hasSize(2);

    yard.until("2026-11-26T12:00:00Z");
    assertThat(yard.stood()).hasSize(3);
  }

  @Test
  void whatWasDueBeforeItWasTurnedOnIsNotPosted() {
    yard.until("2026-11-24T08:30:00Z");
    yard.desk.off(yard.subscription(), TipYard.ADA);
    yard.until("2026-11-24T10:00:00Z");
    yard.on("09:00", "UTC");
    yard.until("2026-11-25T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-25T09:00:00Z");
  }

  @Test
  void nowCountsAsTodays() {
    yard.until("2026-11-24T08:30:00Z");
    Optional<TipPost> post = yard.desk.now(yard.subscription(), TipYard.ADA);
    assertThat(post).get().extracting(TipPost::state).isEqualTo(TipPost.State.SENT);
    yard.desk.now(yard.subscription(), TipYard.ADA);

    yard.until("2026-11-25T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-24T08:30:00Z", "2026-11-25T09:00:00Z");
  }

  @Test
  void nowAfterASkippedDayPosts() {
    yard.desk.skip(yard.subscription(), TipYard.ADA);
    yard.until("2026-11-24T10:00:00Z");
    assertThat(yard.stood()).isEmpty();

    yard.desk.now(yard.subscription(), TipYard.ADA);

    assertThat(yard.stood()).containsExactly("2026-11-24T10:00:00Z");
  }

  @Test
  void aSkippedDayKeepsItsTipForTheNext() {
    Tip first = yard.desk.planned(yard.subscription(), 1).getFirst().tip().orElseThrow();
    TipSchedule.Due skipped = yard.desk.skip(yard.subscription(), TipYard.ADA).orElseThrow();
    assertThat(skipped.day()).isEqualTo(LocalDate.of(2026, 11, 24));

    yard.until("2026-11-25T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-25T09:00:00Z");
    assertThat(yard.channel.standing().getFirst().text()).isEqualTo(first.text());
  }

  @Test
  void aSwappedTipComesLater() {
    var before =
        yard.desk.planned(yard.subscription(), 20).stream()
            .map(p -> p.tip().orElseThrow().id())
            .toList();
    Tip other = yard.desk.swap(yard.subscription(), TipYard.ADA).orElseThrow();
    assertThat(other.id()).isEqualTo(before.get(1));
    var after =
        yard.desk.planned(yard.subscription(), 20).stream()
            .map(p -> p.tip().orElseThrow().id())
            .toList();
    assertThat(after).startsWith(before.get(1), before.get(0), before.get(2));

    yard.until("2026-11-25T12:00:00Z");

    assertThat(yard.channel.standing().getFirst().text()).isEqualTo(other.text());
    assertThat(yard.book.latest(yard.subscription().id(), LocalDate.of(2026, 11, 25), 2))
        .extracting(TipPost::tip)
        .containsExactly(before.get(0), before.get(1));
  }

  @Test
  void thePreviewIsWhatComes() {
    var preview =
        yard.desk.planned(yard.subscription(), 14).stream()
            .map(p -> p.tip().orElseThrow().text())
            .toList();

    yard.until("2026-12-07T12:00:00Z");

    assertThat(yard.channel.standing())
        .extracting(ScriptedChannel.Standing::text)
        .isEqualTo(preview);
  }

  @Test
  void aPauseEndsByItself() {
    yard.desk.pause(yard.subscription(), TipYard.ADA, LocalDate.of(2026, 11, 27));

    yard.until("2026-11-28T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-27T09:00:00Z", "2026-11-28T09:00:00Z");
    assertThat(yard.desk.latest(yard.subscription(), 10)).as("nothing was missed").hasSize(2);
  }

  @Test
  void aGuideThatLosesItsTipsHaltsIt() {
    yard.guide = Optional.empty();
    yard.until("2026-11-24T10:00:00Z");

    assertThat(yard.subscription().state()).isEqualTo(TipSubscription.State.HALTED);
    assertThat(yard.channel.told()).hasSize(1);
  }

  @Test
  void aTipThatLeavesTheGuideWhileItWaitsIsReplaced() {
    yard.channel.then(LATER);
    yard.until("2026-11-24T09:00:30Z");
    String waiting = yard.post("2026-11-24").tip();
    Guide guide = yard.guide.orElseThrow();
    var rest = guide.tips().stream().filter(t -> !t.id().equals(waiting)).toList();
    yard.guide =
        Optional.of(
            new Guide(
                guide.info(),
                guide.sections(),
                guide.refusals(),
                rest,
                guide.words(),
                guide.phrasings(),
                guide.languages()));

    yard.until("2026-11-24T10:00:00Z");

    assertThat(yard.stood()).hasSize(1);
    assertThat(yard.post("2026-11-24").tip()).isNotEqualTo(waiting);
  }

  @Test
  void aPlaceThatAnotherProcessReachesIsLeftToIt() {
    yard.channel.doesNotReach("tips");
    yard.until("2026-11-24T09:01:00Z");
    assertThat(yard.channel.asked()).isZero();
    yard.channel.reaches("tips");
    yard.until("2026-11-24T09:01:10Z");
    assertThat(yard.stood()).hasSize(1);
  }

  @Test
  void onlyOnTheDaysThatWereChosen() {
    yard.on(CHANNEL, "09:00", "UTC", EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY));
    yard.until("2026-11-30T12:00:00Z");

    assertThat(yard.stood()).containsExactly("2026-11-25T09:00:00Z", "2026-11-27T09:00:00Z");
  }
}
