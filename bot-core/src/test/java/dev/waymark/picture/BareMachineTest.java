package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the shipped guide, on this machine and on one that has nothing. */
class BareMachineTest {

  private static final Path DATA = Path.of("../data");
  private static final Guide GUIDE = SamplePictures.guide(DATA);

  @Test
  void theSameInputGivesTheSameBytes() {
    List<Drawn> once = SamplePictures.all(GUIDE);
    List<Drawn> again = SamplePictures.all(GUIDE);

    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).png()).isEqualTo(once.get(i).png());
      assertThat(again.get(i).altText()).isEqualTo(once.get(i).altText());
    }
  }

  @Test
  void aMachineWithoutFontsAndWithADeadDisplayDrawsTheSame(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            SamplePictures.class.getName(),
            DATA.toString(),
            folder.toString());
    builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.toString());
    builder.environment().put("DISPLAY", ":99");
    Path log = folder.resolve("log");
    int exit = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();

    assertThat(exit).as(Files.readString(log)).isZero();
    List<Drawn> here = SamplePictures.all(GUIDE);
    assertThat(Files.readAllBytes(folder.resolve("roadmap.png"))).isEqualTo(here.get(0).png());
    assertThat(Files.readAllBytes(folder.resolve("salary.png"))).isEqualTo(here.get(1).png());
    // Nor does it leave a cache of fonts in the home of the user.
    assertThat(folder.resolve(".java")).doesNotExist();
  }

  @Test
  void manyAtOnceGetTheSame() throws InterruptedException, ExecutionException {
    Trail trail = SamplePictures.trail(GUIDE);
    var pictures = new Pictures();
    var drawn = new ArrayList<Future<Drawn>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        drawn.add(threads.submit(() -> pictures.roadmap(trail, Look.LIGHT)));
      }
    }
    byte[] alone = new Pictures().roadmap(trail, Look.LIGHT).png();
    for (Future<Drawn> one : drawn) {
      assertThat(one.get().png()).isEqualTo(alone);
    }
  }

  @Test
  void thePicturesOfTheShippedGuideAreSmall() {
    assertThat(SamplePictures.all(GUIDE)).hasSize(4).allMatch(d -> d.png().length < 60_000);
  }
}
