package dev.waymark.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Version;

/**
 * Lucene's index of a guide, kept between runs as one file of the cache: to write it anew takes
 * longer than to read all else.
 */
final class KeptIndex {

  private static final int FORMAT = 0x57_4D_4C_31; // "WML1"

  private final CacheFile file;

  /**
   * The index of some texts.
   *
   * @param madeFrom all texts that are indexed, and what else decides how
   */
  KeptIndex(Path cacheFolder, String guide, List<String> madeFrom) {
    String hash =
        VectorCache.hash(Version.LATEST + "\n" + code() + "\n" + String.join("\n", madeFrom));
    file = new CacheFile(cacheFolder.resolve(VectorCache.name(guide) + ".words"), FORMAT, hash);
  }

  /** The code that makes the terms: an index that another version of it made is stale. */
  private static String code() {
    var code = new StringBuilder();
    for (Class<?> part : List.of(GuideAnalyzer.class, WordIndex.class, GuideFields.class)) {
      try (InputStream in = part.getResourceAsStream(part.getSimpleName() + ".class")) {
        code.append(in == null ? "" : HexFormat.of().formatHex(in.readAllBytes()));
      } catch (IOException e) {
        // Without its code the class would not be here.
        throw new IllegalStateException(part + " cannot be read", e);
      }
    }
    return code.toString();
  }

  /** The index as it was kept; empty when there is none of these texts. */
  Optional<Directory> read() {
    return file.read().flatMap(KeptIndex::unpack);
  }

  private static Optional<Directory> unpack(ByteBuffer in) {
    var directory = new ByteBuffersDirectory();
    try {
      while (in.hasRemaining()) {
        String name = new String(bytes(in), StandardCharsets.US_ASCII);
        byte[] content = bytes(in);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
          out.writeBytes(content, content.length);
        }
      }
      return Optional.of(directory);
    } catch (IOException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  /** Keeps an index for the next run. */
  void write(Directory directory) throws IOException {
    String[] names = directory.listAll();
    Arrays.sort(names);
    long size = 0;
    for (String name : names) {
      size += 2L * Integer.BYTES + name.length() + directory.fileLength(name);
    }
    ByteBuffer out = CacheFile.room(size);
    for (String name : names) {
      byte[] content = new byte[Math.toIntExact(directory.fileLength(name))];
      try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
        in.readBytes(content, 0, content.length);
      }
      out.putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
      out.putInt(content.length).put(content);
    }
    file.write(out.flip());
  }
}
