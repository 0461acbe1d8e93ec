package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.TestBot.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;

/**
 * What people do by command, button, list and form, with the real client library on the other side.
 */
class InteractionConversationTest extends LoopbackTestCase {

  private static final String GENERAL = "#general";
  // JDA's default for mentions holds for new messages only.
  private static final Set<MentionType> NOBODY = EnumSet.noneOf(MentionType.class);

  @Test
  void aCommandIsAnsweredInPrivateWithAButton() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .reply("You asked: " + event.getOption("question", OptionMapping::getAsString))
                    .setEphemeral(true)
                    .setComponents(ActionRow.of(Button.primary("next", "Next")))
                    .queue()));

    Interaction asked = ana.slash(GENERAL, "ask", Map.of("question", "why?"));
    SeenMessage reply = asked.await();

    assertThat(reply.content()).isEqualTo("You asked: why?");
    assertThat(reply.ephemeral()).isTrue();
    assertThat(reply.buttons()).containsExactly("next");
    assertThat(asked.acknowledged().type()).isEqualTo(Callbacks.MESSAGE);
    assertThat(asked.acknowledged().took()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(3));
    assertThat(discord.recorded().messagesIn(GENERAL)).hasSize(1);
  }

  @Test
  void thinkingIsReplacedByAnEdit() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .deferReply(true)
                    .flatMap(hook -> hook.editOriginal("at last").setAllowedMentions(NOBODY))
                    .queue()));

    Interaction asked = ana.slash(GENERAL, "ask", Map.of());

    assertThat(asked.await().content()).isEqualTo("at last");
    assertThat(asked.await().ephemeral()).isTrue();
    assertThat(asked.acknowledged().type()).isEqualTo(Callbacks.THINKING);
  }

  @Test
  void theFirstMessageAfterThinkingTakesItsPlaceAndTheSecondIsANewOne() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .deferReply()
                    .flatMap(hook -> hook.sendMessage("first"))
                    .flatMap(sent -> event.getHook().sendMessage("second").setEphemeral(true))
                    .queue()));

    Interaction asked = ana.slash(GENERAL, "ask", Map.of());

    assertThat(asked.followUps(1))
        .singleElement()
        .satisfies(
            second -> {
              assertThat(second.content()).isEqualTo("second");
              assertThat(second.ephemeral()).isTrue();
            });
    assertThat(asked.await().content()).isEqualTo("first");
    assertThat(discord.recorded().messages()).hasSize(2);
  }

  @Test
  void aButtonEditsItsMessageAndAListAnswersAnew() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .reply("pick")
                    .setComponents(
                        ActionRow.of(
                            Button.primary("one", "One"), Button.link("https://e.test", "L")),
                        ActionRow.of(
                            StringSelectMenu.create("list")
                                .addOption("A", "a")
                                .addOption("B", "b")
                                .build()))
                    .queue()),
        on(
            ButtonInteractionEvent.class,
            event ->
                event
                    .editMessage("pressed " + event.getComponentId())
                    .setAllowedMentions(NOBODY)
                    .queue()),
        on(
            StringSelectInteractionEvent.class,
            event -> event.reply("chose " + event.getValues()).queue()));

    SeenMessage reply = ana.slash(GENERAL, "ask", Map.of()).await();
    SeenMessage edited = ana.button(reply, "one").await();
    SeenMessage chosen = ana.select(reply, "list", "b").await();

    assertThat(edited.id()).isEqualTo(reply.id());
    assertThat(edited.content()).isEqualTo("pressed one");
    assertThat(edited.edits()).isEqualTo(1);
    assertThat(edited.buttonLabels()).containsExactly("One", "L");
    assertThat(chosen.content()).isEqualTo("chose [b]");
    assertThat(chosen.id()).isNotEqualTo(reply.id());
  }

  @Test
  void whoDoesNotSeeAMessageCannotPressItsButtons() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    Member ben = discord.guild("G").member("ben");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .reply("only you")
                    .setEphemeral(true)
                    .setComponents(ActionRow.of(Button.primary("b", "B").asDisabled()))
                    .queue()));

    SeenMessage reply = ana.slash(GENERAL, "ask", Map.of()).await();

    assertThatThrownBy(() -> ben.button(reply, "b")).hasMessageContaining("does not see");
    assertThatThrownBy(() -> ana.button(reply, "b")).hasMessageContaining("disabled");
    assertThatThrownBy(() -> ana.button(reply, "c")).hasMessageContaining("only [b]");
    assertThatThrownBy(() -> ana.replyTo(reply, "hm")).hasMessageContaining("Nobody can reply");
  }

  @Test
  void aFormIsFilledIn() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .replyModal(
                        Modal.create("proof", "What did you build?")
                            .addComponents(
                                Label.of("Link", TextInput.of("link", TextInputStyle.SHORT)))
                            .build())
                    .queue()),
        on(
            ModalInteractionEvent.class,
            event ->
                event
                    .reply("Saved " + Objects.requireNonNull(event.getValue("link")).getAsString())
                    .queue()));

    Interaction done = ana.slash(GENERAL, "done", Map.of());
    SeenMessage saved = ana.submit(done, Map.of("link", "https://e.test")).await();

    assertThat(done.form().path("title").asText()).isEqualTo("What did you build?");
    assertThat(saved.content()).isEqualTo("Saved https://e.test");
    assertThatThrownBy(() -> ana.submit(done, Map.of())).hasMessageContaining("link takes 1 to");
  }

  @Test
  void whatIsTypedGetsSuggestions() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            CommandAutoCompleteInteractionEvent.class,
            event ->
                event.replyChoiceStrings(event.getFocusedOption().getValue() + "bases").queue()));

    assertThat(ana.autocomplete("step", "which", "data").choices())
        .containsExactly(new Interaction.Choice("databases", "databases"));
  }

  @Test
  void aMessagesMenuBringsTheMessageWithItsText() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    Member ben = discord.guild("G").member("ben");
    connect(
        discord,
        on(
            MessageContextInteractionEvent.class,
            event -> event.reply("about " + event.getTarget().getContentRaw()).queue()));

    Message question = ben.says(GENERAL, "how?").message();

    SeenMessage reply = ana.messageMenu("Answer this", question).await();

    assertThat(reply.content()).isEqualTo("about how?");
    assertThat(ana.messageMenu("Answer this", reply).await().content())
        .isEqualTo("about about how?");
  }

  @Test
  void onceCommandsAreRegisteredPeopleUseOnlyThoseThatAreOfferedToThem() {
    LoopbackDiscord discord = start();
    Guild guild = discord.guild("G");
    Member ana = guild.member("ana");
    Member eve = guild.admin("eve");
    TestBot bot =
        connect(
            discord,
            on(
                SlashCommandInteractionEvent.class,
                event ->
                    event
                        .reply(
                            event.getFullCommandName()
                                + Objects.requireNonNull(event.getMember()).getPermissions())
                        .queue()));
    bot.jda()
        .updateCommands()
        .addCommands(
            Commands.slash("ask", "Asks").addOption(OptionType.STRING, "question", "What", true),
            Commands.slash("tips", "Tips")
                .addSubcommands(new SubcommandData("on", "On"))
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(
                    DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)),
            Commands.message("Answer this"))
        .complete();

    assertThat(eve.slash(GENERAL, "tips on", Map.of()).await().content())
        .contains("tips on", "MANAGE_SERVER");
    assertThat(ana.slash(GENERAL, "ask", Map.of("question", "x")).await().content())
        .startsWith("ask");
    assertThatThrownBy(() -> ana.slash(GENERAL, "tips on", Map.of()))
        .hasMessageContaining("not offered to ana");
    assertThatThrownBy(() -> eve.person().slash("tips on", Map.of()))
        .hasMessageContaining("not offered in @eve");
    assertThatThrownBy(() -> ana.slash(GENERAL, "ask", Map.of()))
        .hasMessageContaining("needs the option \"question\"");
    assertThatThrownBy(() -> ana.slash(GENERAL, "ask", Map.of("question", 3)))
        .hasMessageContaining("takes type 3");
    assertThatThrownBy(() -> ana.slash(GENERAL, "asks", Map.of()))
        .hasMessageContaining("no command asks");
    assertThat(discord.recorded().registrations()).hasSize(1);
  }

  @Test
  void picturesComeWithTheirAlternativeText() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    byte[] picture = "not really a picture\r\n--but bytes".getBytes(StandardCharsets.UTF_8);
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .replyEmbeds(
                        new EmbedBuilder()
                            .setTitle("Your way")
                            .setDescription("3 of 17")
                            .setImage("attachment://way.png")
                            .build())
                    .addFiles(
                        FileUpload.fromData(picture, "way.png").setDescription("3 of 17 steps"))
                    .queue()));

    SeenMessage reply = ana.slash(GENERAL, "roadmap", Map.of()).await();

    assertThat(reply.files()).containsOnlyKeys("way.png");
    assertThat(reply.files().get("way.png")).isEqualTo(picture);
    assertThat(reply.json().at("/attachments/0/description").asText()).isEqualTo("3 of 17 steps");
    assertThat(reply.text()).isEqualTo("Your way\n3 of 17");
  }

  @Test
  void componentsOfVersion2AreReadInTheirOrder() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event ->
                event
                    .replyComponents(
                        Container.of(
                            TextDisplay.of("# Answer"),
                            TextDisplay.of("Because."),
                            ActionRow.of(Button.secondary("more", "More"))))
                    .useComponentsV2()
                    .queue()));

    SeenMessage reply = ana.slash(GENERAL, "ask", Map.of()).await();

    assertThat(reply.text()).isEqualTo("# Answer\nBecause.");
    assertThat(reply.buttons()).containsExactly("more");
  }

  @Test
  void aCommandThatAPersonInstalledIsUsedWhereTheBotIsNot() {
    LoopbackDiscord discord = start();
    Guild elsewhere = discord.guild("Elsewhere");
    Member ana = elsewhere.member("ana");
    TestBot bot =
        connect(
            discord,
            on(
                SlashCommandInteractionEvent.class,
                event ->
                    event
                        .reply(
                            event.getContext()
                                + " "
                                + event.getIntegrationOwners().isUserIntegration())
                        .queue()));
    elsewhere.removeBot();
    bot.jda()
        .updateCommands()
        .addCommands(
            Commands.slash("ask", "Asks")
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL),
            Commands.slash("here", "Only here"))
        .complete();

    assertThat(ana.slash(GENERAL, "ask", Map.of()).await().content()).isEqualTo("GUILD true");
    assertThat(ana.person().slashAmongFriends("ask", Map.of()).await().content())
        .isEqualTo("PRIVATE_CHANNEL true");
    assertThat(ana.person().slash("ask", Map.of()).await().content()).isEqualTo("BOT_DM false");
    assertThatThrownBy(() -> ana.slash(GENERAL, "here", Map.of()))
        .hasMessageContaining("cannot be installed for a user");
  }
}
