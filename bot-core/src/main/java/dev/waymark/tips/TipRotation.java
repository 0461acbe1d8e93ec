package dev.waymark.tips;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.guide.Tip;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which a channel gets a guide's tips: roughly along the guide's steps, differently in
 * each channel, and the same whenever it is asked. A tip's place hangs on the tip, the channel and
 * the round alone, so that one that comes or goes moves no other. Immutable.
 */
public final class TipRotation {

  // A tip comes at most so many steps later than its own: the order drifts along the way and is
  // another one in each channel.
  private static final double DRIFT = 3;

  private final List<Tip> tips;
  private final Map<String, Double> stages;
  private final long seed;

  private TipRotation(List<Tip> tips, Map<String, Double> stages, long seed) {
    this.tips = tips;
    this.stages = stages;
    this.seed = seed;
  }

  /**
   * The rotation of a channel.
   *
   * @param sections ids of the sections whose tips it gets; all when there are none
   * @param seed the channel's own number
   */
  public static TipRotation of(Guide guide, Collection<String> sections, long seed) {
    List<Tip> tips =
        guide.tips().stream()
            .filter(t -> sections.isEmpty() || sections.contains(t.section()))
            .toList();
    return new TipRotation(tips, stages(guide), seed);
  }

  /** How far along the steps each section is: a step by its number, others by what they rest on. */
  private static Map<String, Double> stages(Guide guide) {
    var stages = new HashMap<String, Double>();
    List<Section> steps = guide.steps();
    for (int i = 0; i < steps.size(); i++) {
      stages.put(steps.get(i).id(), (double) i);
    }
    Map<String, Double> ofSteps = Map.copyOf(stages);
    for (Section section : guide.sections()) {
      double middle =
          section.see().stream()
              .filter(ofSteps::containsKey)
              .mapToDouble(ofSteps::get)
              .average()
              .orElse(steps.size() / 2.0);
      stages.putIfAbsent(section.id(), middle);
    }
    return stages;
  }

  /** Whether there is a tip at all. */
  public boolean isEmpty() {
    return tips.isEmpty();
  }

  /** The tip with that id, if the channel gets it. */
  public Optional<Tip> byId(String id) {
    return tips.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /**
   * The tips of a round that were not used in it yet, in their order; none when all were.
   *
   * @param round counts how often all tips were used, from 0
   */
  public List<Tip> left(int round, Set<String> used) {
    return tips.stream()
        .filter(t -> !used.contains(t.id()))
        .sorted(Comparator.comparingDouble(t -> place(t, round)))
        .toList();
  }

  private double place(Tip tip, int round) {
    double drift = (mix(tip.id(), round) >>> 11) * 0x1p-53;
    return stages.getOrDefault(tip.section(), 0.0) + DRIFT * drift;
  }

  /** A number that looks like chance and is always the same. */
  private long mix(String id, int round) {
    long mixed = seed * 31 + round;
    for (int i = 0; i < id.length(); i++) {
      mixed = mixed * 0x100000001b3L ^ id.charAt(i);
    }
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
