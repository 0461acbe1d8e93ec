package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that a start reads instead of preparing a guide's texts. */
class PreparedTextsTest {

  private static final String HASH = VectorCache.hash("any");
  private static final List<String> TEXTS = List.of("one", "two", "three");
  private static final List<SectionTexts> SECTIONS =
      List.of(
          new SectionTexts("tiny", "one", List.of("two"), List.of(), List.of("three"), List.of()));

  private static final GuardTexts GUARDS =
      new GuardTexts(
          List.of("refusal-danger"),
          List.of(List.of("three")),
          List.of("one", "two"),
          List.of("two"));

  @TempDir Path folder;
  private final Random random = new Random(6);

  private PreparedTexts made = prepared();

  private PreparedTexts prepared() {
    Map<String, Encoded> encoded = new HashMap<>();
    for (String text : TEXTS) {
      float[] vector = new float[SentenceEncoder.DIMENSIONS];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian() / 20;
      }
      byte[][] tokens = new byte[3][SentenceEncoder.DIMENSIONS];
      Arrays.stream(tokens).forEach(random::nextBytes);
      encoded.put(text, new Encoded(vector, new int[] {5, 30_521, 9}, tokens));
    }
    return PreparedTexts.of(encoded, SECTIONS, List.of(), GUARDS, Set.of(9));
  }

  private static Optional<PreparedTexts> read(Path file, String hash, List<String> texts) {
    return new PreparedFile(file, hash).read(texts);
  }

  private Path file() {
    return folder.resolve("tiny.prepared");
  }

  @BeforeEach
  void write() {
    new PreparedFile(file(), HASH).write(made);
  }

  @Test
  @DisplayName("what was written is read, number for number")
  void roundTrip() {
    PreparedTexts read = read(file(), HASH, TEXTS).orElseThrow();

    assertThat(read).usingRecursiveComparison().isEqualTo(made);
  }

  @Test
  @DisplayName(
      "word pieces that say little are left out, and all of texts compared as a whole only")
  void wordByWord() {
    assertThat(made.pieces().starts()).containsExactly(0, 2, 4, 4);
    assertThat(made.pieces().ids()).containsExactly(5, 30_521, 5, 30_521);
    assertThat(made.pieces().vectors().ints()).hasSize(4 * PackedVectors.INTS);
  }

  @Test
  @DisplayName("a file of other texts is none")
  void stale() {
    assertThat(read(file(), VectorCache.hash("other"), TEXTS)).isEmpty();
    assertThat(read(file(), HASH, List.of("one"))).isEmpty();
    assertThat(read(folder.resolve("missing"), HASH, TEXTS)).isEmpty();
    assertThat(read(folder, HASH, TEXTS)).isEmpty();
  }

  @Test
  @DisplayName("a file that is damaged at any byte, or cut off anywhere, is none")
  void damaged() throws IOException {
    byte[] good = Files.readAllBytes(file());
    for (int i = 0; i < 100; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(i % 2 == 0 ? 48 : bad.length);
      bad[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file(), bad);
      assertThat(read(file(), HASH, TEXTS)).as("damaged at %d", at).isEmpty();
    }
    for (int length : new int[] {0, 1, 11, 12, 100, good.length / 2, good.length - 1}) {
      Files.write(file(), Arrays.copyOf(good, length));
      assertThat(read(file(), HASH, TEXTS)).as("cut after %d", length).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "a message that goes from one guard to another, or is harmless now, changes what is kept")
  void guards() {
    var moved = new ArrayList<String>();
    for (GuardTexts guards :
        List.of(
            new GuardTexts(
                List.of("refusal-danger"), List.of(List.of("three", "two")), List.of(), List.of()),
            new GuardTexts(
                List.of("refusal-danger"), List.of(List.of("three")), List.of(), List.of("two")),
            new GuardTexts(
                List.of("refusal-other"), List.of(List.of("three")), List.of(), List.of("two")))) {
      moved.add(PreparedTexts.hash(SECTIONS, List.of(), guards));
    }

    assertThat(moved).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("where nothing can be written, nothing is, without a word")
  void cannotWrite() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("x.prepared");
    Path taken = folder.resolve("taken.prepared");
    Files.createDirectories(taken.resolve("full"));

    new PreparedFile(blocked, HASH).write(made);
    new PreparedFile(taken, HASH).write(made);

    assertThat(blocked).doesNotExist();
    assertThat(names(folder)).containsExactly("file", "taken.prepared", "tiny.prepared");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("an index keeps its files, mends them, and finds the same with and without them")
  void index() throws IOException {
    // given an index that was made once
    Path cache = folder.resolve("cache");
    Guide guide = TinyGuide.guide();
    List<Hit> first = find(guide, cache);
    assertThat(names(cache)).hasSize(3);
    Path prepared =
        cache.resolve(names(cache).stream().filter(n -> n.endsWith("ed")).toList().getFirst());
    byte[] good = Files.readAllBytes(prepared);

    // when it is made from its files, and after one of them was damaged
    List<Hit> second = find(guide, cache);
    byte[] bad = good.clone();
    bad[bad.length / 3] ^= 64;
    Files.write(prepared, bad);
    List<Hit> third = find(guide, cache);

    // then nothing differs, and the damaged file is whole again
    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
    assertThat(Files.readAllBytes(prepared)).isEqualTo(good);
    assertThat(find(guide, folder.resolve("tiny.prepared/no/folder"))).isEqualTo(first);
  }

  private static List<Hit> find(Guide guide, Path cache) {
    try (GuideIndex index =
        GuideIndex.build(guide, Optional.of(cache), GuideIndex.loadEncoder(Optional.empty()))) {
      return index.find("which language should I begin with", Set.of()).sections();
    }
  }
}
