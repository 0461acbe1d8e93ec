package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conversation.Kept;
import dev.waymark.conversation.PlayedConversation;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.conversation.Stage;
import dev.waymark.discord.loopback.Person;
import dev.waymark.discord.loopback.SeenMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The conversation that is the same on every platform, in direct messages. */
class SameConversationTest extends DiscordTestCase {

  private final class DirectMessages implements Stage {

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, SeenMessage> latest = new HashMap<>();

    @Override
    public Shown says(String member, String text) {
      return shown(member, person(member).directMessage(text).await());
    }

    @Override
    public Shown presses(String member, String label) {
      SeenMessage message = Objects.requireNonNull(latest.get(member));
      int at = message.buttonLabels().indexOf(label);
      assertThat(at).as(label + " among " + message.buttonLabels()).isNotNegative();
      return shown(member, person(member).button(message, message.buttons().get(at)).await());
    }

    private Person person(String member) {
      return people.computeIfAbsent(member, m -> discord().person(m));
    }

    private Shown shown(String member, SeenMessage message) {
      latest.put(member, message);
      return new Shown(message.text(), message.buttonLabels());
    }
  }

  @Test
  void whatTheCoreSaysIsSeenAndTheStoreIsTheSame() throws Exception {
    String beside = ShippedBot.url(folder, "beside");
    String here = ShippedBot.url(folder, "here");
    discord().guild("Learners");
    try (var core = ShippedBot.open(beside);
        var bot = ShippedBot.open(here)) {
      connect(bot.bot(), Map.of());
      PlayedConversation.play(core.bot(), new DirectMessages());
    }

    assertThat(Kept.in(here)).isEqualTo(Kept.in(beside)).hasSizeGreaterThan(10);
  }
}
