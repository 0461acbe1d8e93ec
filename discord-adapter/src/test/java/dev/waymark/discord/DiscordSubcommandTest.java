package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatCommand;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.CommandInfo;
import dev.waymark.chat.CommandInfo.Option;
import dev.waymark.chat.CommandInfo.Option.Kind;
import dev.waymark.chat.Suggestion;
import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** A command that consists of subcommands, for those who manage a channel. */
class DiscordSubcommandTest extends DiscordTestCase {

  private static final String GENERAL = "#general";

  /** Says what it was given. */
  private record Tips() implements ChatCommand {

    @Override
    public CommandInfo info() {
      return CommandInfo.of("tips", "A tip a day")
          .forManagers()
          .of(
              List.of(
                  CommandInfo.of(
                      "on",
                      "Begins",
                      List.of(
                          new Option("time", "When", Kind.TEXT, true),
                          new Option("zone", "Where", Kind.SUGGESTED, false),
                          new Option("loud", "How", Kind.FLAG, false))),
                  CommandInfo.of("off", "Ends")));
    }

    @Override
    public ChatReply handle(ChatRequest request) {
      var given = (ChatRequest.Command) request.input();
      return ChatReply.notice(given.name() + " " + new TreeMap<>(given.options()))
          .offering(List.of(Choice.of("tips off", "Off")));
    }

    @Override
    public List<Suggestion> suggest(ChatRequest request, String option, String typed) {
      var given = (ChatRequest.Command) request.input();
      String all = given.name() + " " + new TreeMap<>(given.options()) + " " + option + " " + typed;
      return List.of(new Suggestion(all, all));
    }
  }

  private static ChatBot bot() {
    var tips = new Tips();
    return new ChatBot(
        List.of(tips),
        tips,
        (platform, id, now) -> true,
        ChatBot.Pace.unlimited(Clock.systemUTC()),
        Clock.systemUTC());
  }

  private Member admin() throws Exception {
    var guild = discord().guild("Learners");
    guild.channel(GENERAL);
    Member eve = guild.admin("eve");
    connect(bot(), Map.of());
    return eve;
  }

  @Test
  void itIsRegisteredWithItsSubcommandsForManagersOfServers() throws Exception {
    admin();
    JsonNode tips = discord().recorded().registrations().getFirst().get(0);

    assertThat(tips.path("default_member_permissions").asLong())
        .isEqualTo(Permission.MANAGE_CHANNEL.getRawValue());
    assertThat(tips.path("contexts")).hasSize(1);
    assertThat(tips.path("integration_types")).hasSize(1);
    assertThat(tips.path("options").findValuesAsText("name"))
        .containsExactly("on", "time", "zone", "loud", "off");
    assertThat(tips.path("options").get(0).path("type").asInt()).isEqualTo(1);
  }

  @Test
  void aSubcommandComesWithItsOptionsAndAsAButton() throws Exception {
    Member eve = admin();
    SeenMessage said = eve.slash(GENERAL, "tips on", Map.of("time", "09:00", "loud", true)).await();

    assertThat(said.text()).isEqualTo("tips on {loud=true, time=09:00}");
    assertThat(eve.button(said, "tips off").await().text()).isEqualTo("tips off {}");
  }

  @Test
  void whatIsTypedIsSuggestedForWithTheOptionsBeforeIt() throws Exception {
    Member eve = admin();

    assertThat(eve.autocomplete("tips on", Map.of("time", "09:00"), "zone", "Eur").choices())
        .extracting(Interaction.Choice::value)
        .containsExactly("tips on {time=09:00} zone Eur");
  }

  @Test
  void nobodyElseIsOfferedItNorMayRunItInWords() throws Exception {
    admin();
    Member ana = discord().guild("Learners").member("ana");

    assertThatThrownBy(() -> ana.slash(GENERAL, "tips off", Map.of()))
        .hasMessageContaining("not offered to ana");
    assertThat(ana.mentions(GENERAL, "/tips off").await().text())
        .contains("for those who manage this place");
    assertThat(discord().guild("Learners").admin("eve").mentions(GENERAL, "/tips off").await())
        .extracting(SeenMessage::text)
        .isEqualTo("tips off {}");
  }

  @Test
  void itIsRegisteredOnceAndNotAgain() throws Exception {
    use(LoopbackDiscord.with().identifies(Duration.ofMillis(1), 1).start());
    admin();
    restart(bot());

    assertThat(discord().recorded().registrations()).hasSize(1);
  }
}
