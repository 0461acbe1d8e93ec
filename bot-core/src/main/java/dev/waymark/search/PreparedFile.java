package dev.waymark.search;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a guide's {@link PreparedTexts} are kept between runs, as arrays of ints that
 * are read at once; see {@link CacheFile}.
 *
 * @param file where it is
 * @param hash stands for what was prepared, 32 characters
 */
record PreparedFile(Path file, String hash) {

  private static final int FORMAT = 0x57_4D_50_38; // "WMP8"
  private static final int N = SentenceEncoder.DIMENSIONS;

  /** The texts as they were prepared before; empty when there is no such file for these texts. */
  Optional<PreparedTexts> read(List<String> texts) {
    return content().read().filter(in -> in.getInt() == texts.size()).map(in -> read(in, texts));
  }

  private CacheFile content() {
    return new CacheFile(file, FORMAT, hash);
  }

  private static PreparedTexts read(ByteBuffer in, List<String> texts) {
    int centers = in.getInt();
    int guards = in.getInt();
    int pieces = in.getInt();
    var rows = new HashMap<String, Integer>(texts.size() * 2);
    texts.forEach(text -> rows.put(text, rows.size()));
    return new PreparedTexts(
        readSpace(in),
        readClassifier(in, centers),
        readClassifier(in, guards),
        new WordClassifier(floats(in, WordClassifier.WEIGHTS)),
        new Typical(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble()),
        rows,
        readVectors(in, texts.size()),
        readVectors(in, texts.size()),
        readVectors(in, centers),
        new WordPieces(
            ints(in, pieces),
            ints(in, texts.size() + 1),
            new PackedVectors(ints(in, pieces * PackedVectors.INTS))));
  }

  private static PhrasingClassifier readClassifier(ByteBuffer in, int groups) {
    return new PhrasingClassifier(floats(in, N), floats(in, (N + 1) * groups));
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

  /** Keeps the texts for the next run. */
  void write(PreparedTexts texts) {
    WordPieces pieces = texts.pieces();
    List<Vectors8> vectors = List.of(texts.meanings(), texts.spaced(), texts.centers());
    List<int[]> last = List.of(pieces.ids(), pieces.starts(), pieces.vectors().ints());
    List<PhrasingClassifier> classifiers = List.of(texts.classifier(), texts.guards());
    long size = 4L * Integer.BYTES + 5L * Double.BYTES;
    size += ((long) N * N + WordClassifier.WEIGHTS) * Float.BYTES;
    for (PhrasingClassifier classifier : classifiers) {
      size += ((long) N + classifier.weights().length) * Float.BYTES;
    }
    for (Vectors8 some : vectors) {
      size += Float.BYTES * (long) some.factors().length;
      size += Integer.BYTES * (long) some.numbers().ints().length;
    }
    for (int[] ints : last) {
      size += Integer.BYTES * (long) ints.length;
    }
    ByteBuffer out = CacheFile.room(size);
    out.putInt(texts.rows().size());
    out.putInt(texts.centers().factors().length);
    out.putInt(texts.guards().weights().length / (N + 1)).putInt(pieces.ids().length);
    for (float[] row : texts.space().rows()) {
      put(out, row);
    }
    for (PhrasingClassifier classifier : classifiers) {
      put(out, classifier.mean());
      put(out, classifier.weights());
    }
    put(out, texts.guardWords().weights());
    Typical typical = texts.typical();
    out.putDouble(typical.askMean()).putDouble(typical.askSpread());
    out.putDouble(typical.spacedMean()).putDouble(typical.spacedSpread());
    out.putDouble(typical.learned());
    for (Vectors8 some : vectors) {
      put(out, some.factors());
      put(out, some.numbers().ints());
    }
    last.forEach(ints -> put(out, ints));
    content().write(out.flip());
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
