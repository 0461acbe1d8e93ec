package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoding with a cache, and the cache's file. */
class TextEncoderTest {

  private static final List<String> TEXTS = List.of("learn sql", "no degree", "work from home");
  private static final SentenceEncoder ENCODER = SentenceEncoder.load(Optional.empty());

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @BeforeEach
  void countFromZero() {
    asked.set(0);
  }

  private static VectorCache cache(Path folder) {
    return new VectorCache(Optional.of(folder), "tiny");
  }

  private Map<String, Encoded> encode(Path in, List<String> texts) {
    return new TextEncoder(
            () -> {
              asked.incrementAndGet();
              return ENCODER;
            },
            cache(in))
        .encode(texts);
  }

  private static Encoded of(Map<String, Encoded> encoded, String text) {
    return Objects.requireNonNull(encoded.get(text));
  }

  private static void assertRight(Map<String, Encoded> encoded, List<String> texts) {
    assertThat(encoded).containsOnlyKeys(texts);
    for (String text : texts) {
      Encoded right = ENCODER.encode(text);
      assertThat(of(encoded, text).vector()).as(text).containsExactly(right.vector());
      assertThat(of(encoded, text).tokens()).as(text).containsExactly(right.tokens());
      assertThat(of(encoded, text).tokenVectors()).as(text).isDeepEqualTo(right.tokenVectors());
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    List<Path> files = files(folder);
    assertThat(files).hasSize(1);
    return files.getFirst();
  }

  @Test
  @DisplayName("what one run encoded the next one reads, and needs no encoder for")
  void keptBetweenRuns() {
    assertRight(encode(folder, TEXTS), TEXTS);
    assertThat(asked).hasValue(1);

    assertRight(encode(folder, TEXTS), TEXTS);
    assertThat(asked).hasValue(1);
  }

  @Test
  @DisplayName("an edited text is encoded anew, the others are not")
  void edited() {
    // given a file whose vectors nobody would compute, so that their origin shows
    var marked = new HashMap<String, Encoded>();
    for (String text : TEXTS) {
      float[] vector = new float[SentenceEncoder.DIMENSIONS];
      vector[text.length()] = 1;
      marked.put(VectorCache.hash(text), new Encoded(vector, new int[] {7}, new byte[1][384]));
    }
    cache(folder).write(marked, List.copyOf(marked.keySet()));

    // when one text is edited
    Map<String, Encoded> encoded =
        encode(folder, List.of("learn sql", "no degree!", "work from home"));

    // then it alone is computed, and takes the old one's place in the file
    assertThat(of(encoded, "learn sql").vector()["learn sql".length()]).isOne();
    assertThat(of(encoded, "work from home").tokens()).containsExactly(7);
    assertThat(of(encoded, "no degree!").vector())
        .containsExactly(ENCODER.encode("no degree!").vector());
    assertThat(cache(folder).read())
        .containsOnlyKeys(
            VectorCache.hash("learn sql"),
            VectorCache.hash("no degree!"),
            VectorCache.hash("work from home"));
  }

  @Test
  @DisplayName("a text that is there twice is one text; no texts are no work")
  void twice() {
    assertRight(encode(folder, List.of("learn sql", "learn sql")), List.of("learn sql"));
    assertThat(cache(folder).read()).hasSize(1);
    assertThat(encode(folder, List.of())).isEmpty();
  }

  @Test
  @DisplayName("texts of any length and kind are kept as they are")
  void anyText() {
    List<String> texts = List.of("", "😀", "\ud83d", "数据库", "word ".repeat(1_000));
    encode(folder, texts);

    assertRight(encode(folder, texts), texts);
    assertThat(asked).hasValue(1);
  }

  @Test
  @DisplayName("each guide has a file of its own, whatever its name")
  void guides() {
    var other = new VectorCache(Optional.of(folder), "../../etc/passwd\0");
    encode(folder, TEXTS);
    other.write(Map.of(), List.of());

    assertThat(files(folder)).hasSize(2);
    assertThat(cache(folder).read()).hasSize(3);
    assertThat(other.read()).isEmpty();
  }

  @Test
  @DisplayName("a file damaged at any byte counts as empty")
  void damagedAnywhere() throws IOException {
    encode(folder, TEXTS);
    byte[] good = Files.readAllBytes(file());
    var random = new Random(4);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      // Half of them in the head, where numbers say how much follows.
      int at = random.nextInt(i % 2 == 0 ? 60 : bad.length);
      bad[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file(), bad);
      assertThat(cache(folder).read()).as("damaged at %d", at).isEmpty();
    }
  }

  @Test
  @DisplayName("a damaged number of vectors does not take all of the memory")
  void damagedCount() throws IOException {
    encode(folder, TEXTS);
    byte[] bad = Files.readAllBytes(file());
    for (int high : new int[] {0x10, 0x1f, 0x3f, 0x7f, 0xff}) {
      bad[4] = (byte) high;
      Files.write(file(), bad);
      assertThat(cache(folder).read()).isEmpty();
    }
  }

  @Test
  @DisplayName("a file cut off anywhere, an empty one and one of another format count as empty")
  void cutOff() throws IOException {
    encode(folder, TEXTS);
    byte[] good = Files.readAllBytes(file());
    var random = new Random(5);
    for (int length : random.ints(100, 0, good.length).toArray()) {
      Files.write(file(), Arrays.copyOf(good, length));
      assertThat(cache(folder).read()).as("cut off after %d", length).isEmpty();
    }
    for (byte[] other :
        List.of(
            new byte[0],
            new byte[] {1},
            "{\"a\":1}\n".repeat(99).getBytes(StandardCharsets.UTF_8))) {
      Files.write(file(), other);
      assertThat(cache(folder).read()).isEmpty();
    }
  }

  @Test
  @DisplayName("a whole file of an older format counts as empty")
  void olderFormat() throws IOException {
    encode(folder, TEXTS);
    byte[] file = Files.readAllBytes(file());
    file[3]--;
    var checksum = new CRC32();
    checksum.update(file, 0, file.length - Long.BYTES);
    ByteBuffer.wrap(file).putLong(file.length - Long.BYTES, checksum.getValue());
    Files.write(file(), file);

    assertThat(cache(folder).read()).isEmpty();
  }

  @Test
  @DisplayName("a damaged file is made anew without a word")
  void madeAnew() throws IOException {
    encode(folder, TEXTS);
    byte[] good = Files.readAllBytes(file());
    byte[] bad = good.clone();
    bad[good.length / 2] ^= 1;
    Files.write(file(), bad);

    assertRight(encode(folder, TEXTS), TEXTS);
    assertThat(asked).hasValue(2);
    assertThat(cache(folder).read()).hasSize(3);
  }

  @Test
  @DisplayName("a folder that is not there is made")
  void missingFolder() {
    Path deep = folder.resolve("a/b/c");
    encode(deep, TEXTS);

    assertThat(cache(deep).read()).hasSize(3);
  }

  @Test
  @DisplayName("where nothing can be kept, everything works without")
  void nothingKept() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("cache");
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    assertThat(readOnly.toFile().setWritable(false)).isTrue();
    Path taken = Files.createDirectory(folder.resolve("taken"));
    encode(taken, TEXTS);
    Path name = files(taken).getFirst();
    Files.delete(name);
    Files.createDirectories(name.resolve("full"));

    for (Path where : List.of(blocked, readOnly, taken)) {
      assertRight(encode(where, TEXTS), TEXTS);
      assertRight(encode(where, TEXTS), TEXTS);
    }
    assertThat(files(taken)).as("no part of a file is left behind").containsExactly(name);
    assertThat(blocked).doesNotExist();
  }

  @Test
  @DisplayName("without a folder nothing is kept")
  void noFolder() {
    var none = new VectorCache(Optional.empty(), "tiny");

    assertThatCode(() -> none.write(Map.of(), List.of())).doesNotThrowAnyException();
    assertThat(none.read()).isEmpty();
    assertRight(new TextEncoder(() -> ENCODER, none).encode(TEXTS), TEXTS);
  }
}
