package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.TestBot.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that fail on demand, and how the real client library takes it. */
class FailureTest extends LoopbackTestCase {

  private static final Duration SOON = Duration.ofMillis(50);

  private final LoopbackDiscord discord = start();
  private final Guild guild = discord.guild("G");
  private final Channel general = guild.channel("#general");

  private TextChannel connectToGeneral() {
    return connect(discord).text(general);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(Failure.missingPermission(), ErrorResponse.MISSING_PERMISSIONS),
        Arguments.of(Failure.missingAccess(), ErrorResponse.MISSING_ACCESS),
        Arguments.of(Failure.unknownChannel(), ErrorResponse.UNKNOWN_CHANNEL),
        Arguments.of(Failure.unknownMessage(), ErrorResponse.UNKNOWN_MESSAGE),
        Arguments.of(Failure.closedDirectMessages(), ErrorResponse.CANNOT_SEND_TO_USER),
        Arguments.of(Failure.tooLarge(), ErrorResponse.REQUEST_ENTITY_TOO_LARGE));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void theClientMeetsDiscordsOwnErrors(Failure failure, ErrorResponse response) {
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, failure);

    Throwable thrown = catchThrowable(() -> channel.sendMessage("x").complete());

    assertThat(thrown).isInstanceOf(ErrorResponseException.class);
    assertThat(((ErrorResponseException) thrown).getErrorResponse()).isEqualTo(response);
    assertThat(discord.recorded().messages()).isEmpty();
    assertThat(channel.sendMessage("y").complete().getId()).isNotEmpty();
  }

  @Test
  void aLimitedRequestIsMadeAgainLater() {
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.rateLimited(SOON));

    channel.sendMessage("x").complete();

    assertThat(discord.recorded().messages()).hasSize(1);
    assertThat(discord.recorded().requests()).extracting("status").contains(429, 200);
  }

  @Test
  void aGlobalLimitHoldsBackEverything() {
    log.expect("global rate limit", "Global", "global");
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.globallyRateLimited(SOON));

    channel.sendMessage("x").complete();

    assertThat(discord.recorded().messages()).hasSize(1);
  }

  @Test
  void aMachineThatIsBannedWaitsAsLongAsItIsTold() {
    log.expect("rate limit", "cloudflare", "Cloudflare");
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.banned(SOON));

    channel.sendMessage("x").complete();

    assertThat(discord.recorded().messages()).hasSize(1);
    assertThat(log.seen()).as("it is no ordinary limit").isNotEmpty();
  }

  @Test
  void errorsOfTheServerAreTriedAgain() {
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.status(502), 2);

    channel.sendMessage("x").complete();

    assertThat(discord.recorded().messages()).hasSize(1);
    assertThat(discord.recorded().requests()).extracting("status").contains(502, 502, 200);
  }

  @Test
  void anAnswerThatIsCutMayHideAMessageThatWasSent() {
    log.expect("I/O error", "There was an error", "while executing a REST request");
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.cut());

    assertThatThrownBy(() -> channel.sendMessage("x").setNonce("1").complete())
        .isInstanceOf(RuntimeException.class);
    channel.sendMessage("x").setNonce("1").complete();

    assertThat(discord.recorded().messages()).as("the nonce makes a second try safe").hasSize(1);
  }

  @Test
  void aSlowAnswerComesInTheEnd() {
    TextChannel channel = connectToGeneral();
    discord.fail(Endpoint.CREATE_MESSAGE, Failure.slow(Duration.ofMillis(150)));

    long start = System.nanoTime();
    channel.sendMessage("x").complete();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
    assertThat(discord.recorded().messages()).hasSize(1);
  }

  @Test
  void anInteractionCanBeUnknown() throws Exception {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    connect(
        discord,
        on(
            SlashCommandInteractionEvent.class,
            event -> event.reply("x").queue(sent -> {}, failed::complete)));
    discord.fail(Endpoint.CALLBACK, Failure.unknownInteraction());

    Interaction asked = guild.member("ana").slash("#general", "ask", Map.of());

    assertThat(failed.get(5, TimeUnit.SECONDS)).hasMessageContaining("3 seconds");
    assertThat(asked.isAcknowledged()).isFalse();
  }

  @Test
  void whatIsGoneIsUnknownAndWhoWantsNoMessagesGetsNone() {
    Person ana = discord.person("ana");
    TestBot bot = connect(discord);
    TextChannel channel = bot.text(general);
    var sent = channel.sendMessage("x").complete();

    discord.delete(discord.recorded().messages().getFirst());
    ana.closeDirectMessages();
    Throwable edited = catchThrowable(() -> channel.deleteMessageById(sent.getId()).complete());
    Throwable refused =
        catchThrowable(
            () ->
                bot.jda()
                    .openPrivateChannelById(ana.id())
                    .flatMap(c -> c.sendMessage("x"))
                    .complete());
    general.delete();
    Throwable gone = catchThrowable(() -> channel.sendMessage("y").complete());

    assertThat(edited).hasMessageContaining("10008");
    assertThat(refused).hasMessageContaining("50007");
    assertThat(gone).hasMessageContaining("10003");
  }
}
