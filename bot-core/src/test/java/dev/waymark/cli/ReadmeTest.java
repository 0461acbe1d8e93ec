package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** README shows what Waymark says today. */
class ReadmeTest {

  // A command and all that is shown of its output, up to the next command or the block's end.
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^\\$ ./waymark ask \"([^\"]+)\"\n((?:(?!\\$ |```).*\n)+)");

  @Test
  @DisplayName("what README shows of an answer is what ask prints; … stands for what is left out")
  void samples() throws IOException {
    String readme = Files.readString(Shell.root().resolve("README.md"));
    List<MatchResult> samples = SAMPLE.matcher(readme).results().toList();

    assertThat(samples).hasSize(2);
    for (MatchResult sample : samples) {
      String printed = Shell.withShippedGuide().run("ask", sample.group(1)).done().out();
      for (String part : sample.group(2).split("…", -1)) {
        assertThat(printed).contains(part.strip());
      }
    }
  }
}
