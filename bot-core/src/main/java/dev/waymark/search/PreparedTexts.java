package dev.waymark.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * All of a guide's texts, ready to be compared with questions, and the space learned from them.
 * Kept in a file between runs under a hash of model and texts; one that is missing, stale or
 * damaged is made anew without a word, one that cannot be written is done without. Immutable and
 * thread-safe.
 */
record PreparedTexts(PhrasingSpace space, Map<String, Prepared> byText) {

  private static final int FORMAT = 0x57_4D_50_33; // "WMP3"
  private static final int N = SentenceEncoder.DIMENSIONS;

  Prepared of(String text) {
    return Objects.requireNonNull(byText.get(text));
  }

  /**
   * Prepares all texts of a guide, or takes them as they were prepared before.
   *
   * @param guide the guide's id, which names its files in the cache
   * @param cacheFolder where they are kept between runs, or empty to keep none
   * @param encoder waited for only when something is to be encoded
   */
  static PreparedTexts prepare(
      String guide,
      List<SectionTexts> sections,
      List<SectionTexts> refusals,
      Optional<Path> cacheFolder,
      Supplier<SentenceEncoder> encoder) {
    var all = Stream.concat(sections.stream(), refusals.stream()).toList();
    List<String> texts = all.stream().flatMap(s -> s.all().stream()).distinct().toList();
    String hash = VectorCache.hash(String.join("\n", texts) + sections.size());
    Optional<Path> file = cacheFolder.map(f -> f.resolve(VectorCache.name(guide) + ".prepared"));
    Optional<PreparedTexts> kept = file.flatMap(f -> read(f, hash, texts));
    if (kept.isPresent()) {
      return kept.get();
    }
    Map<String, Encoded> encoded =
        new TextEncoder(encoder, new VectorCache(cacheFolder, guide)).encode(texts);
    PhrasingSpace space =
        PhrasingSpace.learn(
            sections.stream()
                .map(s -> s.phrased().stream().map(t -> vector(encoded, t)).toList())
                .toList());
    Set<String> wordByWord =
        all.stream().flatMap(s -> s.wordByWord().stream()).collect(Collectors.toSet());
    PreparedTexts made = of(space, encoded, wordByWord, encoder.get().wordPiece().saysLittle());
    file.ifPresent(f -> made.write(f, hash, texts));
    return made;
  }

  private static float[] vector(Map<String, Encoded> encoded, String text) {
    return Objects.requireNonNull(encoded.get(text)).vector();
  }

  /**
   * Reads the texts as they were prepared before; empty when there is no such file for these very
   * texts.
   */
  static Optional<PreparedTexts> read(Path file, String hash, List<String> texts) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer in = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (in.getInt() != FORMAT || in.getLong() != checksum(in.slice())) {
        return Optional.empty();
      }
      byte[] name = new byte[hash.length()];
      in.get(name);
      if (!hash.equals(new String(name, java.nio.charset.StandardCharsets.US_ASCII))
          || in.getInt() != texts.size()) {
        return Optional.empty();
      }
      float[][] rows = new float[N][N];
      for (float[] row : rows) {
        in.asFloatBuffer().get(row);
        in.position(in.position() + N * Float.BYTES);
      }
      var byText = new HashMap<String, Prepared>(texts.size() * 2);
      for (String text : texts) {
        byText.put(text, readText(in));
      }
      return Optional.of(new PreparedTexts(new PhrasingSpace(rows), byText));
    } catch (IOException | RuntimeException e) {
      // Damaged in whatever way.
      return Optional.empty();
    }
  }

  private static Prepared readText(ByteBuffer in) {
    Vector8 meaning = readVector(in);
    Vector8 spaced = readVector(in);
    int[] tokens = new int[in.get()];
    byte[][] vectors = new byte[tokens.length][N];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = in.getChar();
      in.get(vectors[i]);
    }
    return new Prepared(meaning, spaced, tokens, vectors);
  }

  private static Vector8 readVector(ByteBuffer in) {
    float factor = in.getFloat();
    byte[] values = new byte[N];
    in.get(values);
    return new Vector8(values, factor);
  }

  private static long checksum(ByteBuffer rest) {
    var checksum = new CRC32C();
    checksum.update(rest);
    return checksum.getValue();
  }

  /**
   * Prepares encoded texts.
   *
   * @param wordByWord the texts that are compared word by word; others need not keep their word
   *     pieces
   * @param saysLittle word pieces that are left out of that comparison
   */
  static PreparedTexts of(
      PhrasingSpace space,
      Map<String, Encoded> encoded,
      Set<String> wordByWord,
      Set<Integer> saysLittle) {
    var byText = new HashMap<String, Prepared>(encoded.size() * 2);
    encoded.forEach(
        (text, e) -> {
          int[] kept =
              IntStream.range(0, wordByWord.contains(text) ? e.tokens().length : 0)
                  .filter(i -> !saysLittle.contains(e.tokens()[i]))
                  .toArray();
          byText.put(
              text,
              new Prepared(
                  Vector8.of(e.vector()),
                  Vector8.of(space.of(e.vector())),
                  Arrays.stream(kept).map(i -> e.tokens()[i]).toArray(),
                  Arrays.stream(kept).mapToObj(i -> e.tokenVectors()[i]).toArray(byte[][]::new)));
        });
    return new PreparedTexts(space, byText);
  }

  /** Keeps the texts for the next run. */
  void write(Path file, String hash, List<String> texts) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "prepared", ".part");
      try {
        ByteBuffer out = bytes(hash, texts);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
          while (out.hasRemaining()) {
            channel.write(out);
          }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // A read-only or full cache folder: prepared again next time.
      return;
    }
  }

  private ByteBuffer bytes(String hash, List<String> texts) {
    int vector = Float.BYTES + N;
    long size =
        Integer.BYTES + Long.BYTES + hash.length() + Integer.BYTES + (long) N * N * Float.BYTES;
    for (String text : texts) {
      size += 2L * vector + 1 + (long) of(text).tokens().length * (Character.BYTES + N);
    }
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size));
    out.putInt(FORMAT).putLong(0);
    int start = out.position();
    out.put(hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(texts.size());
    for (float[] row : space.rows()) {
      for (float value : row) {
        out.putFloat(value);
      }
    }
    for (String text : texts) {
      Prepared prepared = of(text);
      put(out, prepared.meaning());
      put(out, prepared.spaced());
      out.put((byte) prepared.tokens().length);
      for (int i = 0; i < prepared.tokens().length; i++) {
        out.putChar((char) prepared.tokens()[i]).put(prepared.tokenVectors()[i]);
      }
    }
    out.flip();
    out.putLong(Integer.BYTES, checksum(out.slice(start, out.limit() - start)));
    return out;
  }

  private static void put(ByteBuffer out, Vector8 vector) {
    out.putFloat(vector.factor()).put(vector.values());
  }
}
