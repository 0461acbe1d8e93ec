package dev.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpCommandTest {

  private static String help(boolean manager) {
    CommandInfo tips =
        CommandInfo.of("tips", "A tip a day")
            .forManagers()
            .of(List.of(CommandInfo.of("on", "Begins"), CommandInfo.of("off", "Ends")));
    return new HelpCommand(() -> List.of(CommandInfo.of("next", "Your step"), tips))
        .handle(
            new ChatRequest(
                "",
                new Member(Platform.DISCORD, "ana"),
                manager,
                new Place(Platform.DISCORD, "server", "general", ""),
                new ChatRequest.Command("help", Map.of())))
        .markdown();
  }

  @Test
  void subcommandsAreListedForThoseWhoMayRunThem() {
    assertThat(help(true)).contains("- `/tips on · off` A tip a day");
    assertThat(help(false)).contains("- `/next` Your step").doesNotContain("tips");
  }
}
