package dev.waymark.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideChange;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<Entry> history = new ArrayList<>();
  private int edition = 1;

  private static Guide guide(int version, List<GuideChange> changes, String... ids) {
    var steps = new ArrayList<Section>();
    for (String id : ids) {
      steps.add(
          new Section(
              id,
              Section.Kind.STEP,
              "Title of " + id,
              "",
              List.of(),
              List.of(),
              "Body.",
              new Step(steps.size() + 1, Optional.empty(), List.of(), "", List.of())));
    }
    return new Guide(
        new GuideInfo("g", "Guide", "", "en", version, "", List.of(), changes),
        steps,
        List.of(),
        List.of(),
        GuideWords.NONE,
        List.of(),
        List.of());
  }

  private static final Guide FIRST = guide(1, List.of(), "a", "b", "c", "d");

  private ProgressTest happened(Entry.Kind kind, String step, String note) {
    Instant at = Instant.EPOCH.plusSeconds(history.size());
    String title = step.isEmpty() ? "" : "Title of " + step;
    history.add(new Entry("g", edition, kind, step, title, note, at, ""));
    return this;
  }

  private ProgressTest happened(Entry.Kind kind, String step) {
    return happened(kind, step, "");
  }

  private String states(Guide guide) {
    var states = new StringBuilder();
    for (StepState state : Progress.of(guide, history).steps()) {
      states.append(states.isEmpty() ? "" : " ").append(state.step().id());
      states.append(
          switch (state.status()) {
            case OPEN -> "?";
            case DONE -> "+";
            case SKIPPED -> "-";
            case LATER -> "~";
          });
    }
    return states.toString();
  }

  private String next(Guide guide) {
    return Progress.of(guide, history).next().map(s -> s.step().id()).orElse("none");
  }

  @Test
  void theNextStepIsTheFirstOpenOneAndThenTheFirstOfThosePutOff() {
    assertThat(next(FIRST)).isEqualTo("a");
    happened(Entry.Kind.DONE, "a")
        .happened(Entry.Kind.LATER, "b")
        .happened(Entry.Kind.SKIPPED, "c");
    assertThat(states(FIRST)).isEqualTo("a+ b~ c- d?");
    assertThat(next(FIRST)).isEqualTo("d");
    happened(Entry.Kind.DONE, "d");
    assertThat(next(FIRST)).isEqualTo("b");
    happened(Entry.Kind.DONE, "b");
    assertThat(next(FIRST)).isEqualTo("none");
  }

  @Test
  void undoGoesBackAnyNumberOfSteps() {
    happened(Entry.Kind.DONE, "a")
        .happened(Entry.Kind.SKIPPED, "b")
        .happened(Entry.Kind.LATER, "c");
    happened(Entry.Kind.UNDONE, "");
    assertThat(states(FIRST)).isEqualTo("a+ b- c? d?");
    happened(Entry.Kind.UNDONE, "").happened(Entry.Kind.UNDONE, "");
    assertThat(states(FIRST)).isEqualTo("a? b? c? d?");
    happened(Entry.Kind.UNDONE, "");
    assertThat(Progress.of(FIRST, history).lastAction()).isEmpty();
  }

  @Test
  void whatChangesNothingIsNothingToUndo() {
    happened(Entry.Kind.DONE, "a").happened(Entry.Kind.DONE, "b").happened(Entry.Kind.DONE, "b");
    happened(Entry.Kind.UNDONE, "");

    assertThat(states(FIRST)).isEqualTo("a+ b? c? d?");
  }

  @Test
  void undoBringsBackWhatWasThereBefore() {
    happened(Entry.Kind.SKIPPED, "a").happened(Entry.Kind.DONE, "a", "https://example.org");
    assertThat(Progress.of(FIRST, history).steps().getFirst().mark().proof())
        .isEqualTo("https://example.org");
    happened(Entry.Kind.UNDONE, "");

    assertThat(states(FIRST)).isEqualTo("a- b? c? d?");
  }

  @Test
  void aPlacementSkipsWhatIsBeforeItIsUndoneAsOneAndLeavesWhatIsDone() {
    happened(Entry.Kind.DONE, "b").happened(Entry.Kind.PLACED, "d", "a,b,c");
    assertThat(states(FIRST)).isEqualTo("a- b+ c- d?");
    happened(Entry.Kind.UNDONE, "");
    assertThat(states(FIRST)).isEqualTo("a? b+ c? d?");
  }

  @Test
  void anotherGuidesHistoryIsLeftAside() {
    history.add(new Entry("other", 1, Entry.Kind.DONE, "a", "", "", Instant.EPOCH, ""));

    assertThat(states(FIRST)).isEqualTo("a? b? c? d?");
  }

  @Test
  void stepsThatWereReorderedKeepTheirCredit() {
    happened(Entry.Kind.DONE, "c");

    assertThat(states(guide(2, List.of(), "c", "a", "d", "b"))).isEqualTo("c+ a? d? b?");
  }

  @Test
  void stepsThatWereRenamedSplitOrMergedKeepTheirCredit() {
    happened(Entry.Kind.DONE, "a", "proof")
        .happened(Entry.Kind.SKIPPED, "b")
        .happened(Entry.Kind.DONE, "c");
    Guide renamed = guide(2, List.of(change("a", "alpha")), "alpha", "b", "c", "d");
    assertThat(states(renamed)).isEqualTo("alpha+ b- c+ d?");
    assertThat(Progress.of(renamed, history).steps().getFirst().mark().proof()).isEqualTo("proof");

    assertThat(states(guide(2, List.of(change("a", "a1", "a2")), "a1", "a2", "b", "c", "d")))
        .isEqualTo("a1+ a2+ b- c+ d?");
    assertThat(states(guide(2, List.of(change("a", "a", "a2")), "a", "a2", "b", "c", "d")))
        .as("one part keeps the id")
        .isEqualTo("a+ a2+ b- c+ d?");
    assertThat(states(guide(2, List.of(change("a", "ab"), change("b", "ab")), "ab", "c", "d")))
        .isEqualTo("ab+ c+ d?");
    assertThat(states(guide(2, List.of(change("c", "cd"), change("d", "cd")), "a", "b", "cd")))
        .as("half of it is still to do")
        .isEqualTo("a+ b- cd?");
    assertThat(
            states(
                guide(
                    3,
                    List.of(change("a", "x"), new GuideChange(3, "x", List.of("y", "z"), "")),
                    "y",
                    "z")))
        .as("over two editions")
        .isEqualTo("y+ z+");
    assertThat(states(guide(2, List.of(change("a", "z"), change("z", "a")), "z", "b")))
        .as("changes that go round in a circle end")
        .isEqualTo("z+ b-");
  }

  private static GuideChange change(String id, String... now) {
    return new GuideChange(2, id, List.of(now), "");
  }

  @Test
  void aStepThatWasRemovedIsStillInTheLog() {
    happened(Entry.Kind.DONE, "a");
    Progress progress = Progress.of(guide(2, List.of(change("a")), "b", "c"), history);

    assertThat(progress.former().get("a"))
        .satisfies(
            m -> {
              assertThat(m.status()).isEqualTo(Status.DONE);
              assertThat(m.title()).isEqualTo("Title of a");
            });
    assertThat(progress.resolve("a")).isEmpty();
    assertThat(progress.change("a")).isPresent();
  }

  @Test
  void onlyChangesThatConcernSomebodyAreNewsAndOnlyUntilTheyHaveSeenTheEdition() {
    Guide second =
        guide(2, List.of(change("a", "alpha"), change("d", "delta")), "alpha", "b", "c", "delta");
    assertThat(Progress.of(second, history).isNewEdition())
        .as("a newcomer has seen no other")
        .isFalse();
    happened(Entry.Kind.DONE, "a");
    assertThat(Progress.of(second, history).isNewEdition()).isTrue();
    assertThat(Progress.of(second, history).news())
        .extracting(GuideChange::id)
        .containsExactly("a");

    edition = 2;
    happened(Entry.Kind.TOLD, "");
    assertThat(Progress.of(second, history).isNewEdition()).isFalse();
    assertThat(Progress.of(second, history).news()).isEmpty();
    assertThat(states(second)).isEqualTo("alpha+ b? c? delta?");
  }

  @Test
  void anIdOfAnEarlierEditionLeadsToWhatItBecame() {
    Guide second = guide(2, List.of(change("a", "a1", "a2")), "a1", "a2", "b");

    assertThat(Progress.of(second, history).resolve("a"))
        .extracting(s -> s.step().id())
        .containsExactly("a1", "a2");
    assertThat(Progress.of(second, history).resolve("never")).isEmpty();
  }
}
