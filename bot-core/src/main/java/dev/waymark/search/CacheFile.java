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
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of the cache that is read as a whole. One that is missing, stale or damaged counts as
 * none; one that cannot be written is done without.
 *
 * @param file where it is
 * @param format names how the content is written
 * @param hash stands for what the content was made from: a {@link VectorCache#hash}
 */
record CacheFile(Path file, int format, String hash) {

  // The format and the checksum of all the rest.
  private static final int HEAD = Integer.BYTES + Long.BYTES;

  /** Room for content, in the order of bytes that all content is written in. */
  static ByteBuffer room(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The content; empty when there is no such file that was made from this. */
  Optional<ByteBuffer> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer in =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      if (in.getInt() != format || in.getLong() != checksum(in.slice())) {
        return Optional.empty();
      }
      byte[] name = new byte[hash.length()];
      in.get(name);
      return hash.equals(new String(name, StandardCharsets.US_ASCII))
          ? Optional.of(in.slice().order(ByteOrder.LITTLE_ENDIAN))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Damaged in whatever way.
      return Optional.empty();
    }
  }

  private static long checksum(ByteBuffer rest) {
    var checksum = new CRC32C();
    checksum.update(rest);
    return checksum.getValue();
  }

  /** Keeps the content for the next run; in one move, so that no reader sees half a file. */
  void write(ByteBuffer content) {
    ByteBuffer out = room(HEAD + hash.length() + (long) content.remaining());
    out.putInt(format).putLong(0).put(hash.getBytes(StandardCharsets.US_ASCII)).put(content);
    out.flip();
    out.putLong(Integer.BYTES, checksum(out.slice(HEAD, out.limit() - HEAD)));
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "cache", ".part");
      try {
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
      // A read-only or full cache folder: made again next time.
      return;
    }
  }
}
