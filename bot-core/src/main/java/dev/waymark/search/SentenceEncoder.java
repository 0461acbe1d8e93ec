package dev.waymark.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Turns a text into vectors: all-MiniLM-L6-v2, quantised, in this JVM. Thread-safe; at most as many
 * texts are encoded at once as the machine has cores, each on one of them, further callers wait.
 */
public final class SentenceEncoder implements AutoCloseable {

  /** Names the model in the cache: another model's vectors are of no use. */
  static final String MODEL = "all-minilm-l6-v2-q";

  /** Numbers in a vector. */
  static final int DIMENSIONS = 384;

  // The model was trained on texts of up to 128 word pieces, and its time grows with the length.
  static final int MOST_TOKENS = 128;

  private final OrtEnvironment environment =
      OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
  private final OrtSession session;
  private final WordPiece wordPiece;
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  private SentenceEncoder(Optional<Path> cacheFolder) throws OrtException, IOException {
    try (InputStream tokenizer = resource("-tokenizer.json")) {
      wordPiece = WordPiece.read(tokenizer);
    }
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // A question's length varies; patterns of memory are not worth keeping.
      options.setMemoryPatternOptimization(false);
      Optional<Path> file = cacheFolder.flatMap(UnpackedModel::model);
      if (file.isPresent()) {
        session = environment.createSession(file.get().toString(), options);
      } else {
        try (InputStream model = resource(".onnx")) {
          session = environment.createSession(model.readAllBytes(), options);
        }
      }
    }
  }

  /**
   * Loads the model: about 0.3 s.
   *
   * @param cacheFolder where it is unpacked once, or empty to read it from the class path each time
   */
  static SentenceEncoder load(Optional<Path> cacheFolder) {
    try {
      cacheFolder.ifPresent(UnpackedModel::useLibraries);
      return new SentenceEncoder(cacheFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("the sentence encoder's files cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder does not load: " + e.getMessage(), e);
    }
  }

  private static InputStream resource(String ending) throws IOException {
    InputStream in = SentenceEncoder.class.getResourceAsStream("/" + MODEL + ending);
    if (in == null) {
      throw new IOException(MODEL + ending + " is not on the class path");
    }
    return in;
  }

  /** The tokenizer, whose vocabulary also serves as a list of real words. */
  WordPiece wordPiece() {
    return wordPiece;
  }

  /** Encodes a text; what is over 128 word pieces is cut off. */
  Encoded encode(String text) {
    int[] ids = wordPiece.tokenize(text, MOST_TOKENS);
    cores.acquireUninterruptibly();
    try {
      return run(ids);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder failed: " + e.getMessage(), e);
    } finally {
      cores.release();
    }
  }

  private Encoded run(int[] ids) throws OrtException {
    int n = ids.length;
    long[] shape = {1, n};
    long[] tokens = Arrays.stream(ids).asLongStream().toArray();
    long[] ones = new long[n];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[n]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      FloatBuffer states = output.getFloatBuffer();
      float[] mean = new float[DIMENSIONS];
      float[] state = new float[DIMENSIONS];
      byte[][] vectors = new byte[n - 2][];
      for (int i = 0; i < n; i++) {
        states.get(state);
        for (int d = 0; d < DIMENSIONS; d++) {
          mean[d] += state[d];
        }
        if (i > 0 && i < n - 1) {
          vectors[i - 1] = toBytes(state);
        }
      }
      toLengthOne(mean);
      return new Encoded(mean, Arrays.copyOfRange(ids, 1, n - 1), vectors);
    }
  }

  private static byte[] toBytes(float[] state) {
    double scale = 127 / length(state);
    byte[] bytes = new byte[state.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(state[i] * scale);
    }
    return bytes;
  }

  static void toLengthOne(float[] vector) {
    float scale = (float) (1 / length(vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
  }

  private static double length(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += (double) v * v;
    }
    return Math.max(Math.sqrt(sum), 1e-9);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder does not close", e);
    }
  }
}
