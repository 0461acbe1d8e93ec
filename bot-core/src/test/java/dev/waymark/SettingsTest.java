package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path home;

  @Test
  void guidesAreInDataUnlessTheEnvironmentSaysOtherwise() {
    assertThat(Settings.from(Map.of(), home).guides()).isEqualTo(home.resolve("data"));
    assertThat(Settings.from(Map.of("WAYMARK_GUIDES", " "), home).guides())
        .isEqualTo(home.resolve("data"));
    assertThat(Settings.from(Map.of("WAYMARK_GUIDES", "/srv/guides"), home).guides())
        .isEqualTo(Path.of("/srv/guides"));
  }

  @Test
  void vectorsAreKeptInTheUsersCacheFolder() {
    assertThat(Settings.from(Map.of("XDG_CACHE_HOME", "/var/cache/me"), home).cache())
        .contains(Path.of("/var/cache/me/waymark"));
    assertThat(Settings.from(Map.of(), home).cache())
        .get()
        .satisfies(c -> assertThat(c.getFileName()).hasToString("waymark"));
  }

  @Test
  void whatGuidesShareIsBesideTheGuideOrElseShipped() throws IOException {
    var settings = Settings.from(Map.of(), home);
    Path shipped = home.resolve("data/common");
    Path guide = home.resolve("mine/potter");
    assertThat(settings.commonFor(guide)).isEmpty();

    Files.createDirectories(shipped);
    assertThat(settings.commonFor(guide)).contains(shipped);
    assertThat(settings.commonFor(home.resolve("data/backend"))).contains(shipped);

    Path beside = Files.createDirectories(home.resolve("mine/common"));
    assertThat(settings.commonFor(guide)).contains(beside);
    assertThat(settings.commonFor(home.resolve("mine/./potter/"))).contains(beside);
    assertThat(settings.commonFor(beside)).isEmpty();
    assertThat(settings.commonFor(Path.of("/"))).contains(shipped);
  }
}
