package dev.waymark.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The file in which a guide's {@link PreparedTexts} are kept between runs, as arrays of ints that
 * are read at once. One that is missing, stale or damaged counts as none; one that cannot be
 * written is done without.
 *
 * @param file where it is
 * @param hash stands for what was prepared, 32 characters
 */
record PreparedFile(Path file, String hash) {

  private static final int FORMAT = 0x57_4D_50_34; // "WMP4"
  private static final int N = SentenceEncoder.DIMENSIONS;
  // The format and the checksum of all the rest.
  private static final int HEAD = Integer.BYTES + Long.BYTES;

  /** The texts as they were prepared before; empty when there is no such file for these texts. */
  Optional<PreparedTexts> read(List<String> texts) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer in =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      if (in.getInt() != FORMAT || in.getLong() != checksum(in.slice())) {
        return Optional.empty();
      }
      byte[] name = new byte[hash.length()];
      in.get(name);
      if (!hash.equals(new String(name, StandardCharsets.US_ASCII))
          || in.getInt() != texts.size()) {
        return Optional.empty();
      }
      int centers = in.getInt();
      int pieces = in.getInt();
      var rows = new HashMap<String, Integer>(texts.size() * 2);
      texts.forEach(text -> rows.put(text, rows.size()));
      return Optional.of(
          new PreparedTexts(
              readSpace(in),
              new Typical(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble()),
              rows,
              readVectors(in, texts.size()),
              readVectors(in, texts.size()),
              readVectors(in, centers),
              new WordPieces(
                  ints(in, pieces),
                  ints(in, texts.size() + 1),
                  new PackedVectors(ints(in, pieces * PackedVectors.INTS)))));
    } catch (IOException | RuntimeException e) {
      // Damaged in whatever way.
      return Optional.empty();
    }
  }

  private static PhrasingSpace readSpace(ByteBuffer in) {
    float[][] rows = new float[N][];
    for (int i = 0; i < N; i++) {
      rows[i] = floats(in, N);
    }
    return new PhrasingSpace(rows);
  }

  private static Vectors8 readVectors(ByteBuffer in, int n) {
    float[] factors = floats(in, n);
    return new Vectors8(new PackedVectors(ints(in, n * PackedVectors.INTS)), factors);
  }

  private static int[] ints(ByteBuffer in, int n) {
    int[] ints = new int[n];
    in.asIntBuffer().get(ints);
    in.position(in.position() + n * Integer.BYTES);
    return ints;
  }

  private static float[] floats(ByteBuffer in, int n) {
    float[] floats = new float[n];
    in.asFloatBuffer().get(floats);
    in.position(in.position() + n * Float.BYTES);
    return floats;
  }

  private static long checksum(ByteBuffer rest) {
    var checksum = new CRC32C();
    checksum.update(rest);
    return checksum.getValue();
  }

  /** Keeps the texts for the next run; in one move, so that no reader sees half a file. */
  void write(PreparedTexts texts) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "prepared", ".part");
      try {
        ByteBuffer out = bytes(texts);
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

  private ByteBuffer bytes(PreparedTexts texts) {
    WordPieces pieces = texts.pieces();
    List<Vectors8> vectors = List.of(texts.meanings(), texts.spaced(), texts.centers());
    List<int[]> last = List.of(pieces.ids(), pieces.starts(), pieces.vectors().ints());
    long size = HEAD + hash.length() + 3L * Integer.BYTES + 4L * Double.BYTES;
    size += (long) N * N * Float.BYTES;
    for (Vectors8 some : vectors) {
      size += Float.BYTES * (long) some.factors().length;
      size += Integer.BYTES * (long) some.numbers().ints().length;
    }
    for (int[] ints : last) {
      size += Integer.BYTES * (long) ints.length;
    }
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(FORMAT).putLong(0);
    out.put(hash.getBytes(StandardCharsets.US_ASCII));
    out.putInt(texts.rows().size());
    out.putInt(texts.centers().factors().length).putInt(pieces.ids().length);
    for (float[] row : texts.space().rows()) {
      put(out, row);
    }
    Typical typical = texts.typical();
    out.putDouble(typical.askMean()).putDouble(typical.askSpread());
    out.putDouble(typical.spacedMean()).putDouble(typical.spacedSpread());
    for (Vectors8 some : vectors) {
      put(out, some.factors());
      put(out, some.numbers().ints());
    }
    last.forEach(ints -> put(out, ints));
    out.flip();
    out.putLong(Integer.BYTES, checksum(out.slice(HEAD, out.limit() - HEAD)));
    return out;
  }

  private static void put(ByteBuffer out, int[] ints) {
    out.asIntBuffer().put(ints);
    out.position(out.position() + ints.length * Integer.BYTES);
  }

  private static void put(ByteBuffer out, float[] floats) {
    out.asFloatBuffer().put(floats);
    out.position(out.position() + floats.length * Float.BYTES);
  }
}
