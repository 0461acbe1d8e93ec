package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conversation.Kept;
import dev.waymark.conversation.PlayedConversation;
import dev.waymark.conversation.ShippedBot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation that is the same on every platform, in terminals. */
class SameConversationTest {

  @TempDir private Path folder;

  @Test
  void whatTheCoreSaysIsSeenAndTheStoreIsTheSame() throws Exception {
    String beside = ShippedBot.url(folder, "beside");
    String here = ShippedBot.url(folder, "here");
    try (var core = ShippedBot.open(beside);
        var bot = ShippedBot.open(here);
        var stage = new TerminalStage(bot.bot(), folder)) {
      PlayedConversation.play(core.bot(), stage);
    }

    assertThat(Kept.in(here)).isEqualTo(Kept.in(beside)).hasSizeGreaterThan(10);
  }
}
