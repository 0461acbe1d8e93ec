package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What goes on the wire, kept in files; {@code -Dgolden.write=true} writes them anew, to be read
 * before they are kept.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Golden() {}

  /** Checks that what goes on the wire is as its file says. */
  static void isKept(String name, String json) throws IOException {
    String wire = JSON.writeValueAsString(JSON.readValue(json, Object.class)) + "\n";
    Path golden = FOLDER.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, wire);
    }

    assertThat(wire).isEqualTo(Files.readString(golden));
  }
}
