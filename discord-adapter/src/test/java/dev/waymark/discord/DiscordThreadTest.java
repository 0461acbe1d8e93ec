package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.discord.loopback.Channel;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import dev.waymark.discord.loopback.SentMessage;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels and forums in which every question is answered that the bot is sure of. */
class DiscordThreadTest extends DiscordTestCase {

  private static final String QUESTION = "What does a backend developer do?";

  private Channel ask;
  private Channel forum;
  private Member ana;
  private Member ben;

  @BeforeEach
  void begin() throws Exception {
    use(LoopbackDiscord.with().withMessageContent().start());
    var guild = discord().guild("Learners");
    guild.channel("#general");
    ask = guild.channel("#ask");
    forum = guild.forum("#questions");
    ana = guild.member("ana");
    ben = guild.member("ben");
    connect(Map.of("DISCORD_ASK_CHANNELS", ask.id() + "," + forum.id()));
  }

  private Channel threadOf(SentMessage question) {
    return discord().threadAt(question.message()).orElseThrow();
  }

  @Test
  void aQuestionInAnAskChannelIsAnsweredInAThreadOfItsOwn() {
    SentMessage question = ana.says("#ask", QUESTION);
    SeenMessage answer = question.await();

    assertThat(answer.text()).contains("Source: ");
    assertThat(discord().channelOf(answer)).isEqualTo(threadOf(question));
    assertThat(threadOf(question).name()).containsIgnoringCase("backend");
  }

  @Test
  void whoBeganAThreadGoesOnInItWithoutAMention() {
    SentMessage question = ana.says("#ask", "how much does a junior make?");
    question.await();
    Channel thread = threadOf(question);

    assertThat(ana.says(thread, "and a senior?").await().text()).contains("$");
    assertThat(ana.says(thread, "what is the capital of Peru?").await().text())
        .as("she talks with the bot there, so it says what it does not know")
        .isNotBlank();
  }

  @Test
  void whatItIsNotSureOfAndTalkAmongMembersAreLeftAlone() {
    SentMessage weather = ana.says("#ask", "nice weather today, who comes to the lake?");
    SentMessage toBen = ana.says("#ask", "<@" + ben.id() + "> do I need a degree?");
    SentMessage elsewhere = ana.says("#general", QUESTION);
    ana.says("#ask", QUESTION).await();

    assertThat(weather.isUnanswered()).isTrue();
    assertThat(toBen.isUnanswered()).isTrue();
    assertThat(elsewhere.isUnanswered()).isTrue();
  }

  @Test
  void aPostInAForumIsAnsweredInIt() {
    SentMessage post = ana.post(forum, "The job", QUESTION);
    SeenMessage answer = post.await();

    assertThat(answer.text()).contains("Source: ");
    assertThat(answer.channel()).isEqualTo(discord().channelOf(answer).name());
    assertThat(discord().channelOf(answer).id()).isEqualTo(post.message().id());
  }

  @Test
  void whereItMayNotBeginAThreadItAnswersUnderTheQuestion() {
    ask.botLacks(Permission.CREATE_PUBLIC_THREADS);
    SentMessage question = ana.says("#ask", QUESTION);

    assertThat(discord().channelOf(question.await())).isEqualTo(ask);
  }
}
