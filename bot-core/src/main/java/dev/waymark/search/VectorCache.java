package dev.waymark.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The vectors of a guide's texts, kept in a file between runs, each under a hash of its text. A
 * file that is missing, damaged or of another model counts as empty; one that cannot be written is
 * done without. Not thread-safe.
 */
final class VectorCache {

  private static final int FORMAT = 0x57_4D_56_31; // "WMV1"

  private final Optional<Path> file;

  /**
   * A cache of one guide.
   *
   * @param folder where it is kept, or empty to keep nothing
   * @param guide names the file
   */
  VectorCache(Optional<Path> folder, String guide) {
    this.file = folder.map(f -> f.resolve(name(guide) + ".vectors"));
  }

  /** The beginning of the names of a guide's files. */
  static String name(String guide) {
    return SentenceEncoder.MODEL + "-" + hash(guide).substring(0, 16);
  }

  /** Names a text. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((SentenceEncoder.MODEL + "\n" + text).getBytes(StandardCharsets.UTF_8));
      var hex = new StringBuilder();
      for (int i = 0; i < 16; i++) {
        hex.append(Character.forDigit((digest[i] >> 4) & 15, 16));
        hex.append(Character.forDigit(digest[i] & 15, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The vectors that the file holds, by the hash of their text. */
  Map<String, Encoded> read() {
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return Map.of();
    }
    var checksum = new CRC32();
    try (var in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16), checksum))) {
      if (in.readInt() != FORMAT) {
        return Map.of();
      }
      int n = in.readInt();
      // No room is made for n of them: n may be damaged.
      var vectors = new HashMap<String, Encoded>();
      for (int i = 0; i < n; i++) {
        vectors.put(in.readUTF(), readVector(in));
      }
      long expected = checksum.getValue();
      return in.readLong() == expected ? vectors : Map.of();
    } catch (IOException | RuntimeException e) {
      // Damaged in whatever way: it is made anew.
      return Map.of();
    }
  }

  private static Encoded readVector(DataInputStream in) throws IOException {
    byte[] bytes = new byte[SentenceEncoder.DIMENSIONS * Float.BYTES];
    in.readFully(bytes);
    float[] vector = new float[SentenceEncoder.DIMENSIONS];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
    int n = in.readUnsignedByte();
    int[] tokens = new int[n];
    byte[][] tokenVectors = new byte[n][SentenceEncoder.DIMENSIONS];
    for (int i = 0; i < n; i++) {
      tokens[i] = in.readUnsignedShort();
      in.readFully(tokenVectors[i]);
    }
    return new Encoded(vector, tokens, tokenVectors);
  }

  /**
   * Keeps the vectors of these texts and forgets all others; in one move, so that no reader sees
   * half a file.
   */
  void write(Map<String, Encoded> vectors, List<String> hashes) {
    if (file.isEmpty()) {
      return;
    }
    Path target = file.get();
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder == null) {
        return;
      }
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "vectors", ".part");
      try {
        write(vectors, new HashSet<>(hashes), part);
        Files.move(
            part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // A read-only or full cache folder: the vectors are made again next time.
      return;
    }
  }

  private static void write(Map<String, Encoded> vectors, Set<String> hashes, Path part)
      throws IOException {
    var checksum = new CRC32();
    try (var out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), checksum))) {
      out.writeInt(FORMAT);
      out.writeInt(hashes.size());
      for (String hash : hashes) {
        Encoded encoded = vectors.get(hash);
        if (encoded == null) {
          throw new IOException("a vector is missing");
        }
        out.writeUTF(hash);
        ByteBuffer bytes = ByteBuffer.allocate(SentenceEncoder.DIMENSIONS * Float.BYTES);
        bytes.asFloatBuffer().put(encoded.vector());
        out.write(bytes.array());
        out.writeByte(encoded.tokens().length);
        for (int i = 0; i < encoded.tokens().length; i++) {
          out.writeShort(encoded.tokens()[i]);
          out.write(encoded.tokenVectors()[i]);
        }
      }
      out.flush();
      out.writeLong(checksum.getValue());
    }
  }
}
