package dev.waymark;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.AskableGuide;
import dev.waymark.guide.Guide;
import dev.waymark.search.GuideIndex;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A guide that is read at once and made ready to be asked at its first question. Thread-safe. */
final class LazyGuide implements AutoCloseable {

  private final Guide guide;
  private final Optional<Path> cache;
  private final Supplier<GuideIndex.Encoder> encoder;
  private @Nullable AskableGuide askable;

  private LazyGuide(Guide guide, Optional<Path> cache, Supplier<GuideIndex.Encoder> encoder) {
    this.guide = guide;
    this.cache = cache;
    this.encoder = encoder;
  }

  /**
   * Reads a guide.
   *
   * @param encoder what all guides share
   * @throws AskableGuide.UnusableGuide when it cannot be used until an editor has mended it
   */
  static LazyGuide read(
      Path folder,
      Optional<Path> common,
      Optional<Path> cache,
      Supplier<GuideIndex.Encoder> encoder)
      throws AskableGuide.UnusableGuide {
    return new LazyGuide(AskableGuide.read(folder, common), cache, encoder);
  }

  Guide guide() {
    return guide;
  }

  /**
   * Answers from the guide; the first caller waits a second or two, all others no longer than that.
   */
  synchronized AnswerFinder finder() {
    if (askable == null) {
      askable = AskableGuide.index(guide, cache, encoder.get());
    }
    return askable.finder();
  }

  @Override
  public synchronized void close() {
    if (askable != null) {
      askable.close();
    }
  }
}
