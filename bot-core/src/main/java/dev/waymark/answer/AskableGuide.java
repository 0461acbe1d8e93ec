package dev.waymark.answer;

import dev.waymark.guide.Fault;
import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideReader;
import dev.waymark.search.GuideIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A guide that can be asked: what it says, its index, and the finder that answers from them.
 * Thread-safe.
 *
 * @param guide what is known
 * @param index the guide made ready to be asked
 * @param finder answers questions
 */
public record AskableGuide(Guide guide, GuideIndex index, AnswerFinder finder)
    implements AutoCloseable {

  /**
   * A guide that cannot be used. The message is one sentence: which file, which line, what to do.
   */
  public static final class UnusableGuide extends Exception {
    private static final long serialVersionUID = 1;

    UnusableGuide(Path folder, List<Fault> faults) {
      super(sentence(folder, faults));
    }

    private static String sentence(Path folder, List<Fault> faults) {
      Fault first = faults.getFirst();
      if (faults.size() == 1) {
        return first.toString();
      }
      return first
          + " ("
          + faults.size()
          + " faults in all; ./waymark lint "
          + folder
          + " lists them)";
    }
  }

  /**
   * Reads a guide and makes it ready.
   *
   * @param folder the guide's folder
   * @param common the folder of what every guide shares, or empty to do without
   * @param cache where vectors are kept between runs, or empty to keep none
   * @throws UnusableGuide when the guide cannot be used until an editor has mended it
   */
  public static AskableGuide open(Path folder, Optional<Path> common, Optional<Path> cache)
      throws UnusableGuide {
    // It takes longer than anything else, so it begins before the guide is read.
    var encoder = GuideIndex.loadEncoder(cache);
    try {
      return index(read(folder, common), cache, encoder);
    } catch (UnusableGuide e) {
      encoder.discard();
      throw e;
    }
  }

  /**
   * Reads a guide that can be used.
   *
   * @throws UnusableGuide when it cannot be used until an editor has mended it
   */
  public static Guide read(Path folder, Optional<Path> common) throws UnusableGuide {
    GuideReader.Result read = GuideReader.read(folder, common);
    if (!read.usable()) {
      throw new UnusableGuide(
          folder,
          read.faults().stream().filter(f -> f.severity() == Fault.Severity.UNUSABLE).toList());
    }
    return read.guide();
  }

  /**
   * Makes a guide that was read ready to be asked.
   *
   * @param encoder see {@link GuideIndex#loadEncoder}; several guides may share one
   */
  public static AskableGuide index(Guide guide, Optional<Path> cache, GuideIndex.Encoder encoder) {
    return of(guide, GuideIndex.build(guide, cache, encoder), Weights.shipped(guide));
  }

  /** Wires a guide that is already read and indexed. */
  public static AskableGuide of(Guide guide, GuideIndex index, Weights weights) {
    return new AskableGuide(guide, index, new AnswerFinder(guide, index, weights));
  }

  @Override
  public void close() {
    index.close();
  }
}
