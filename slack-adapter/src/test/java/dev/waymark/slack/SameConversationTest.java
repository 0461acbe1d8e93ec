package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conversation.Kept;
import dev.waymark.conversation.PlayedConversation;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.conversation.Stage;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.SeenMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The conversation that is the same on every platform, in direct messages. */
class SameConversationTest extends SlackTestCase {

  private final class DirectMessages implements Stage {

    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, SeenMessage> latest = new HashMap<>();

    @Override
    public Shown says(String name, String text) {
      return shown(name, member(name).directMessage(text).await());
    }

    @Override
    public Shown presses(String name, String label) {
      SeenMessage message = Objects.requireNonNull(latest.get(name));
      int at = message.buttonLabels().indexOf(label);
      assertThat(at).as(label + " among " + message.buttonLabels()).isNotNegative();
      return shown(name, member(name).press(message, message.buttons().get(at)).await());
    }

    private Member member(String name) {
      return members.computeIfAbsent(name, slack().workspace()::member);
    }

    private Shown shown(String name, SeenMessage message) {
      latest.put(name, message);
      // Where the core says /done, one writes /waymark done here.
      String text = message.text().replace("/" + SlackManifest.EVERYTHING + " ", "/");
      return new Shown(text, message.buttonLabels());
    }
  }

  @Test
  void whatTheCoreSaysIsSeenAndTheStoreIsTheSame() throws Exception {
    String beside = ShippedBot.url(folder, "beside");
    String here = ShippedBot.url(folder, "here");
    try (var core = ShippedBot.open(beside);
        var bot = ShippedBot.open(here)) {
      connect(bot.bot(), Map.of());
      PlayedConversation.play(core.bot(), new DirectMessages());
      slack().deliveries().settle();
    }

    assertThat(Kept.in(here)).isEqualTo(Kept.in(beside)).hasSizeGreaterThan(10);
  }
}
