package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackManifestTest {

  private static final Path DATA = Path.of("../data");
  private static final Path MANIFEST = Path.of("slack-manifest.yaml");

  private static List<CommandInfo> commands = List.of();

  @BeforeAll
  static void readTheCommands(@TempDir Path folder) throws Waymark.CannotOpen {
    var settings =
        new Settings(DATA, Optional.empty(), folder, "jdbc:sqlite:" + folder.resolve("waymark.db"));
    Clock clock = Clock.systemUTC();
    try (Waymark waymark =
        Waymark.open(settings, settings.guideFolders(), ChatBot.Pace.usual(clock), clock)) {
      commands = waymark.bot().commands();
    }
  }

  @Test
  void theManifestBesideTheReadmeIsCurrent() throws IOException {
    String manifest = SlackManifest.of(commands, Optional.empty());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(MANIFEST, manifest);
    }

    assertThat(Files.readString(MANIFEST)).isEqualTo(manifest);
  }

  @Test
  void eventsByHttpHaveAnAddressEverywhere() {
    String address = "https://example.org/slack/events";

    assertThat(SlackManifest.of(commands, Optional.of(address)))
        .contains("socket_mode_enabled: false")
        .containsSubsequence(
            "url: \"" + address, "event_subscriptions:", address, "interactivity:", address);
  }

  @Test
  void aCommandThatConsistsOfOthersIsShownWithThem() {
    CommandInfo tips =
        CommandInfo.of("tips", "A tip a day")
            .of(List.of(CommandInfo.of("on", "Begins"), CommandInfo.of("off", "Ends")));

    assertThat(SlackManifest.of(List.of(CommandInfo.of("start", "Places"), tips), Optional.empty()))
        .contains("usage_hint: \"[a question] | start | tips on/off\"");
  }

  @Test
  void everyNameIsACommandOfTheBots() {
    List<String> names = commands.stream().map(CommandInfo::name).toList();

    assertThat(names)
        .containsAll(SlackManifest.SHORT)
        .containsAll(SlackManifest.HOME.stream().map(Choice::id).toList())
        .containsAll(SlackManifest.PROMPTS.keySet())
        .contains(SlackManifest.ROADMAP, SlackManifest.ALONE)
        .doesNotContain(SlackManifest.EVERYTHING);
    assertThat(SlackManifest.PROMPTS).as("Slack shows no more").hasSizeLessThanOrEqualTo(4);
  }
}
