package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.TestBot.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ApplicationInfo;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.Test;

/** What people write, and what the bot looks up, with the real client library on the other side. */
class MessageConversationTest extends LoopbackTestCase {

  private static final String GENERAL = "#general";
  // JDA's default for mentions holds for new messages only.
  private static final Set<MentionType> NOBODY = EnumSet.noneOf(MentionType.class);

  @Test
  void aMentionIsAnsweredInAThreadAndTheTalkGoesOnThere() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(
        discord,
        on(
            MessageReceivedEvent.class,
            event -> {
              if (event.getAuthor().isBot()) {
                return;
              }
              if (event.getChannelType().isThread()) {
                event.getChannel().sendMessage("more").queue();
              } else {
                event
                    .getMessage()
                    .createThreadChannel("why?")
                    .flatMap(thread -> thread.sendMessage("because"))
                    .queue();
              }
            }));

    SentMessage asked = ana.mentions(GENERAL, "why?");
    SeenMessage reply = asked.await();
    Channel thread = discord.threadAt(asked.message()).orElseThrow();
    SeenMessage more = ana.mentions(thread, "and?").await();

    assertThat(reply.content()).isEqualTo("because");
    assertThat(reply.channel()).isEqualTo("why?");
    assertThat(more.content()).isEqualTo("more");
    assertThat(discord.recorded().messagesIn("why?")).hasSize(2);
    assertThat(asked.took()).isPositive();
  }

  @Test
  void aPrivateMessageIsReadAndAnswered() {
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(discord, echo());

    SeenMessage reply = ana.directMessage("hello").await();
    SeenMessage command = ana.person().slash("ask", Map.of()).await();

    assertThat(reply.content()).isEqualTo("read: hello");
    assertThat(reply.channel()).isEqualTo("@ana");
    assertThat(command.content()).isEqualTo("in PRIVATE");
  }

  @Test
  void theBotWritesToAPersonFirst() {
    LoopbackDiscord discord = start();
    Person ana = discord.person("ana");
    TestBot bot = connect(discord);

    bot.jda()
        .openPrivateChannelById(ana.id())
        .flatMap(channel -> channel.sendMessage("a reminder"))
        .complete();

    assertThat(discord.recorded().messagesIn("@ana")).hasSize(1);
  }

  @Test
  void withoutTheIntentOnlyMentionsAndRepliesToTheBotCanBeRead() {
    log.expect("Attempting to access message content");
    LoopbackDiscord discord = start();
    Member ana = discord.guild("G").member("ana");
    connect(discord, echo());

    SeenMessage unread = ana.says(GENERAL, "secret").await();
    SeenMessage read = ana.replyTo(unread, "and you?").await();

    assertThat(unread.content()).isEqualTo("read:");
    assertThat(read.content()).isEqualTo("read: and you?");
  }

  @Test
  void withTheIntentAllIsRead() {
    LoopbackDiscord discord = start(LoopbackDiscord.with().withMessageContent());
    Member ana = discord.guild("G").member("ana");
    Channel forum = discord.guild("G").forum("#help");
    connect(TestBot.builder(discord, echo()).enableIntents(GatewayIntent.MESSAGE_CONTENT));

    assertThat(ana.says(GENERAL, "open").await().content()).isEqualTo("read: open");
    assertThat(ana.post(forum, "Title", "posted").await().content()).isEqualTo("read: posted");
  }

  private static EventListener echo() {
    return event -> {
      if (event instanceof MessageReceivedEvent message && !message.getAuthor().isBot()) {
        String read = message.getMessage().getContentDisplay();
        message.getMessage().reply("read: " + read).queue();
      } else if (event instanceof SlashCommandInteractionEvent command) {
        command.reply("in " + command.getChannelType()).queue();
      }
    };
  }

  @Test
  void theBotSeesWhatItMayNotDoAsSoonAsItIsTakenAway() {
    LoopbackDiscord discord = start();
    Channel channel = discord.guild("G").channel("#quiet");
    CompletableFuture<Boolean> may = new CompletableFuture<>();
    TestBot bot =
        connect(
            discord,
            on(
                SlashCommandInteractionEvent.class,
                event -> {
                  may.complete(event.getGuildChannel().canTalk());
                  event.reply("ok").queue();
                }));

    channel.botLacks(Permission.MESSAGE_SEND);
    SeenMessage reply = discord.guild("G").member("ana").slash(channel, "ask", Map.of()).await();

    assertThat(reply.content()).as("interactions need no permission").isEqualTo("ok");
    assertThat(may.orTimeout(5, TimeUnit.SECONDS).join()).isFalse();
    assertThat(bot.jda().getGuildById(discord.guild("G").id())).isNotNull();
  }

  @Test
  void theApplicationAndItsServersCanBeLookedUp() {
    LoopbackDiscord discord = start();
    Guild guild = discord.guild("G");
    Member ana = guild.member("ana");
    TestBot bot = connect(discord);

    ApplicationInfo application = bot.jda().retrieveApplicationInfo().complete();
    net.dv8tion.jda.api.entities.Guild seen =
        Objects.requireNonNull(bot.jda().getGuildById(guild.id()));

    assertThat(application.getId()).isEqualTo(discord.botId());
    assertThat(seen.getName()).isEqualTo("G");
    assertThat(seen.getSelfMember().hasPermission(Permission.MESSAGE_SEND)).isTrue();
    assertThat(seen.retrieveMemberById(ana.id()).complete().getUser().getName()).isEqualTo("ana");
    assertThat(bot.jda().retrieveUserById(ana.id()).complete().getName()).isEqualTo("ana");
    assertThat(bot.jda().retrieveCommands().complete()).isEmpty();
  }

  @Test
  void earlierMessagesCanBeReadAndOwnOnesEditedAndDeleted() {
    LoopbackDiscord discord = start();
    Channel channel = discord.guild("G").channel(GENERAL);
    discord.guild("G").member("ana").mentions(GENERAL, "before");
    TestBot bot = connect(discord);

    var text = bot.text(channel);
    var sent = text.sendMessage("mine").complete();
    sent.editMessage("mine, mended").setAllowedMentions(NOBODY).complete();
    List<String> history =
        text.getHistory().retrievePast(10).complete().stream()
            .map(net.dv8tion.jda.api.entities.Message::getContentDisplay)
            .toList();
    text.sendTyping().complete();
    sent.delete().complete();

    assertThat(history).containsExactly("mine, mended", "@waymark before");
    assertThat(discord.recorded().messages()).isEmpty();
    assertThat(discord.recorded().typing()).containsExactly(GENERAL);
    List<String> methods =
        discord.recorded().requests().stream().map(Recorded.Request::method).toList();
    assertThat(methods).contains("POST", "PATCH", "DELETE", "GET");
  }

  @Test
  void aMessageIsSentOnceWhenItsNonceIsEnforced() {
    LoopbackDiscord discord = start();
    Channel channel = discord.guild("G").channel(GENERAL);
    TestBot bot = connect(discord);
    var text = bot.text(channel);

    String first = text.sendMessage("tip").setNonce("day-1").complete().getId();
    String second = text.sendMessage("tip").setNonce("day-1").complete().getId();
    String third = text.sendMessage("tip").setNonce("day-2").complete().getId();
    discord.clock().advance(Duration.ofMinutes(6));
    String later = text.sendMessage("tip").setNonce("day-1").complete().getId();

    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
    assertThat(later).as("Discord forgets a nonce after a few minutes").isNotEqualTo(first);
  }
}
