package dev.waymark.picture;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideReader;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.picture.PayScale.Band;
import dev.waymark.picture.Trail.State;
import dev.waymark.picture.Trail.Stop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pictures of README, from the shipped guide, and how long they take. Arguments: the folder of
 * the guides, the folder to write to. With {@code --measure} behind them it prints times and sizes.
 */
final class SamplePictures {

  private static final int ROUNDS = 500;

  private SamplePictures() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path out = Files.createDirectories(Path.of(args[1]));
    Guide guide = guide(data);
    Trail trail = trail(guide);
    PayScale scale = scale(guide);
    var pictures = new Pictures();
    long start = System.nanoTime();
    Drawn roadmap = pictures.roadmap(trail, Look.LIGHT);
    long roadmapDone = System.nanoTime();
    Drawn salary = pictures.salaries(scale, Look.LIGHT);
    long salaryDone = System.nanoTime();
    Files.write(out.resolve("roadmap.png"), roadmap.png());
    Files.write(out.resolve("salary.png"), salary.png());
    if (args.length > 2) {
      Files.write(out.resolve("roadmap-dark.png"), pictures.roadmap(trail, Look.DARK).png());
      Files.write(out.resolve("salary-dark.png"), pictures.salaries(scale, Look.DARK).png());
      System.out.printf(
          Locale.ROOT,
          "first roadmap %.0f ms, first salary chart after it %.0f ms%n",
          (roadmapDone - start) / 1e6,
          (salaryDone - roadmapDone) / 1e6);
      measure("roadmap", () -> pictures.roadmap(trail, Look.LIGHT));
      measure("salary", () -> pictures.salaries(scale, Look.LIGHT));
    }
  }

  private static void measure(String name, Supplier<Drawn> picture) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] wall = new long[ROUNDS];
    long[] processor = new long[ROUNDS];
    int bytes = 0;
    for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
      long start = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      bytes = picture.get().png().length;
      if (i >= 0) {
        processor[i] = threads.getCurrentThreadCpuTime() - used;
        wall[i] = System.nanoTime() - start;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s %s, of the processor %s, %,d bytes%n",
        name,
        percentiles(wall),
        percentiles(processor),
        bytes);
  }

  private static String percentiles(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms",
        nanos[ROUNDS / 2] / 1e6,
        nanos[ROUNDS * 99 / 100] / 1e6);
  }

  static Guide guide(Path data) {
    return GuideReader.read(
            data.resolve("backend-systems-developer"), Optional.of(data.resolve("common")))
        .guide();
  }

  /** Four steps done, one skipped, one put off. */
  static Trail trail(Guide guide) {
    var stops = new ArrayList<Stop>();
    for (Section section : guide.steps()) {
      if (section.details() instanceof Step step) {
        State state =
            switch (step.order()) {
              case 1, 2, 3, 4 -> State.DONE;
              case 5 -> State.SKIPPED;
              case 6 -> State.NEXT;
              case 8 -> State.LATER;
              default -> State.OPEN;
            };
        stops.add(new Stop(step.order(), section.title(), state));
      }
    }
    String count = "4 of " + stops.size() + " steps done, 1 skipped";
    return new Trail(guide.info().title(), count, stops);
  }

  /** The senior's band asked for. */
  static PayScale scale(Guide guide) {
    var bands = new ArrayList<Band>();
    for (Section section : guide.sections()) {
      if (section.details() instanceof SalaryBand b) {
        bands.add(
            new Band(
                level(section.id(), b),
                b.low(),
                b.high(),
                b.openEnded(),
                b.currency(),
                b.period(),
                section.id().equals("salary-senior")));
      }
    }
    bands.sort(Comparator.comparingInt(Band::low));
    return new PayScale(
        "Salary: " + guide.info().role(),
        bands,
        "Source: the guide's own source, which gives no year and no region. Place and company move"
            + " pay a lot.");
  }

  private static String level(String id, SalaryBand band) {
    String name = id.substring("salary-".length());
    String level = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    if (band.fromYears().isEmpty()) {
      return level;
    }
    String years =
        band.fromYears().getAsInt()
            + (band.toYears().isPresent() ? "–" + band.toYears().getAsInt() : "+");
    return level + ", " + years + " years";
  }

  /** Both pictures in both looks, for tests that compare them. */
  static List<Drawn> all(Guide guide) {
    var pictures = new Pictures();
    var all = new ArrayList<Drawn>();
    for (Look look : Look.values()) {
      all.add(pictures.roadmap(trail(guide), look));
      all.add(pictures.salaries(scale(guide), look));
    }
    return all;
  }
}
