package dev.waymark.tips;

import dev.waymark.guide.Tip;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tips that a channel gets from now on, one after another. Not thread-safe. */
final class TipQueue {

  private final TipRotation rotation;
  private final Set<String> used;
  private int round;
  private Optional<String> wanted;
  private String last;

  private TipQueue(
      TipRotation rotation, int round, Set<String> used, Optional<String> wanted, String last) {
    this.rotation = rotation;
    this.round = round;
    this.used = used;
    this.wanted = wanted;
    this.last = last;
  }

  /**
   * A tip and the round in which it is used.
   *
   * @param round counts how often all tips were used before
   */
  record Turn(Tip tip, int round) {}

  static TipQueue of(TipSubscription subscription, TipRotation rotation, TipBook book) {
    int round = book.round(subscription.id());
    return new TipQueue(
        rotation,
        round,
        new HashSet<>(book.used(subscription.id(), round)),
        subscription.nextTip(),
        book.lastTip(subscription.id()).orElse(""));
  }

  /** The next one; nothing when the channel's guide has no tips for it. */
  Optional<Turn> next() {
    List<Tip> left = left();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Tip tip =
        left.stream()
            .filter(t -> wanted.equals(Optional.of(t.id())))
            .findFirst()
            .orElse(left.getFirst());
    wanted = Optional.empty();
    used.add(tip.id());
    last = tip.id();
    return Optional.of(new Turn(tip, round));
  }

  /** The one that would come if the next one were not to; nothing when there is no other. */
  Optional<Tip> instead() {
    List<Tip> left = left();
    if (left.size() < 2) {
      return Optional.empty();
    }
    int next = 0;
    for (int i = 0; i < left.size(); i++) {
      if (wanted.equals(Optional.of(left.get(i).id()))) {
        next = i;
      }
    }
    return Optional.of(left.get((next + 1) % left.size()));
  }

  /** What is left of the round, or all of the next one, not beginning with what was just used. */
  private List<Tip> left() {
    List<Tip> left = rotation.left(round, used);
    if (!left.isEmpty()) {
      return left;
    }
    if (!used.isEmpty()) {
      round++;
      used.clear();
    }
    List<Tip> all = rotation.left(round, used);
    return all.size() > 1 && all.getFirst().id().equals(last)
        ? Stream.concat(all.stream().skip(1), all.stream().limit(1)).toList()
        : all;
  }
}
