package dev.waymark.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The model and the native library that runs it, unpacked once into the cache folder: unpacking 40
 * MB at every start takes longer than all else. What is there already is taken when its size is
 * right; where nothing can be kept, the class path serves.
 */
final class UnpackedModel {

  private static final String LIBRARY_FOLDER = "onnxruntime.native.path";
  private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

  private UnpackedModel() {}

  /** The model's file, if it could be unpacked. */
  static Optional<Path> model(Path cacheFolder) {
    String name = SentenceEncoder.MODEL + ".onnx";
    return unpack("/" + name, cacheFolder.resolve(name));
  }

  /**
   * Lets the runtime take its native libraries from the cache folder; call it before the runtime's
   * first use.
   */
  static void useLibraries(Path cacheFolder) {
    if (System.getProperty(LIBRARY_FOLDER) != null) {
      return;
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    String arch = machine.matches("aarch64|arm64") ? "aarch64" : "x64";
    Path folder = cacheFolder.resolve("onnxruntime-" + os + "-" + arch);
    for (String library : LIBRARIES) {
      String name = System.mapLibraryName(library);
      String resource = "/ai/onnxruntime/native/" + os + "-" + arch + "/" + name;
      if (unpack(resource, folder.resolve(name)).isEmpty()) {
        return;
      }
    }
    System.setProperty(LIBRARY_FOLDER, folder.toAbsolutePath().toString());
  }

  private static Optional<Path> unpack(String resource, Path target) {
    var url = UnpackedModel.class.getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    try {
      long size = url.openConnection().getContentLengthLong();
      if (Files.isRegularFile(target) && Files.size(target) == size) {
        return Optional.of(target);
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "unpack", ".part");
      try (InputStream in = url.openStream()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      return Optional.of(target);
    } catch (IOException | SecurityException | UnsupportedOperationException e) {
      // A read-only or full cache folder.
      return Optional.empty();
    }
  }
}
