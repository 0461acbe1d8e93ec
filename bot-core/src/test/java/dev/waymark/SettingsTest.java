package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(settings(Map.of()).guides()).isEqualTo(home.resolve("data"));
    assertThat(settings(Map.of("WAYMARK_GUIDES", " ")).guides()).isEqualTo(home.resolve("data"));
    assertThat(settings(Map.of("WAYMARK_GUIDES", "/srv/guides")).guides())
        .isEqualTo(Path.of("/srv/guides"));
  }

  @Test
  void vectorsAreKeptInTheUsersCacheFolder() {
    assertThat(settings(Map.of("XDG_CACHE_HOME", "/var/cache/me")).cache())
        .contains(Path.of("/var/cache/me/waymark"));
    assertThat(settings(Map.of()).cache())
        .get()
        .satisfies(c -> assertThat(c.getFileName()).hasToString("waymark"));
  }

  @Test
  void whatGuidesShareIsBesideTheGuideOrElseShipped() throws IOException {
    var settings = settings(Map.of());
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

  private Settings settings(Map<String, String> variables) {
    return Settings.from(new Environment(variables), home);
  }

  @Test
  void progressIsInTheUsersDataFolderUnlessTheEnvironmentSaysOtherwise() throws IOException {
    assertThat(settings(Map.of("XDG_DATA_HOME", "/var/data/me")).database())
        .isEqualTo("jdbc:sqlite:/var/data/me/waymark/waymark.db");
    assertThat(settings(Map.of("WAYMARK_DATABASE_URL", "jdbc:postgresql://h/w")).database())
        .isEqualTo("jdbc:postgresql://h/w");
    Path secret = Files.writeString(home.resolve("secret"), "jdbc:postgresql://h/w?password=x\n");
    assertThat(settings(Map.of("WAYMARK_DATABASE_URL_FILE", secret.toString())).database())
        .isEqualTo("jdbc:postgresql://h/w?password=x");
  }

  @Test
  void whatIsWrongIsReportedTogetherByNameAndNeverByValue() {
    var environment =
        new Environment(
            Map.of(
                "WAYMARK_DATABASE_URL_FILE", "/no/such/s3cret",
                "TOKEN", "t0ken",
                "TOKEN_FILE", "/some/file"));
    Settings.from(environment, home);
    environment.requiredSecret("TOKEN", "make one");
    environment.requiredSecret("OTHER", "copy it from there");

    assertThatThrownBy(environment::check)
        .isInstanceOf(Environment.BadSettings.class)
        .hasMessage(
            "OTHER is missing: copy it from there; TOKEN and TOKEN_FILE are both set: keep one; "
                + "WAYMARK_DATABASE_URL_FILE leads to no file that can be read");
  }
}
