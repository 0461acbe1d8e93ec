package dev.waymark.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gateway does not take: it closes the connection with Discord's code, and notes it. */
class GatewayRulesTest {

  private final LoopbackDiscord discord = LoopbackDiscord.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.shutdownNow();
    discord.stop();
  }

  /** A connection that completes with the code it is closed with. */
  private static final class Raw implements WebSocket.Listener {
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }

  private int closeCode(String query, String... texts) throws Exception {
    var raw = new Raw();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(discord.gatewayUrl() + query), raw)
            .get(5, TimeUnit.SECONDS);
    for (String text : texts) {
      if (!raw.closed.isDone()) {
        socket.sendText(text, true).exceptionally(gone -> socket).get(5, TimeUnit.SECONDS);
      }
    }
    return raw.closed.get(5, TimeUnit.SECONDS);
  }

  private void assertClosed(int code, String... texts) throws Exception {
    assertThat(closeCode("?v=10&encoding=json", texts)).isEqualTo(code);
    assertThat(discord.violations()).extracting(Violation::rule).contains(Rule.GATEWAY);
  }

  private ObjectNode identify() {
    ObjectNode payload = Json.object().put("op", 2);
    ObjectNode data = payload.putObject("d").put("token", discord.token()).put("intents", 513);
    data.putObject("properties").put("os", "test");
    return payload;
  }

  private static ObjectNode data(ObjectNode payload) {
    return payload.withObjectProperty("d");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(4004, p -> data(p).put("token", "other")),
        wrong(4002, p -> data(p).without("properties")),
        wrong(4010, p -> data(p).set("shard", Json.array().add(2).add(2))),
        wrong(4013, p -> data(p).put("intents", 1L << 40)),
        wrong(4014, p -> data(p).put("intents", 1 << 15)),
        wrong(4014, p -> data(p).put("intents", 1 << 1)));
  }

  private static Arguments wrong(int code, Consumer<ObjectNode> change) {
    return Arguments.of(code, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void aWrongIdentifyIsRefused(int code, Consumer<ObjectNode> change) throws Exception {
    ObjectNode payload = identify();
    change.accept(payload);

    assertClosed(code, payload.toString());
    assertThat(discord.recorded().identifies()).isEmpty();
  }

  @Test
  void anUnknownOperationIsRefused() throws Exception {
    assertClosed(4001, "{\"op\":99,\"d\":null}");
  }

  @Test
  void whatIsNoJsonIsRefused() throws Exception {
    assertClosed(4002, "hello");
  }

  @Test
  void whatIsTooLongIsRefused() throws Exception {
    assertClosed(4002, Json.object().put("op", 1).put("d", "x".repeat(4_096)).toString());
  }

  @Test
  void nothingIsTakenBeforeTheIdentify() throws Exception {
    assertClosed(4003, "{\"op\":3,\"d\":{}}");
  }

  @Test
  void aSecondIdentifyIsRefused() throws Exception {
    assertClosed(4005, identify().toString(), identify().toString());
  }

  @Test
  void moreThan120MessagesInAMinuteAreRefused() throws Exception {
    String[] heartbeats = new String[121];
    Arrays.fill(heartbeats, "{\"op\":1,\"d\":null}");

    assertClosed(4008, heartbeats);
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    assertThat(closeCode("?v=9&encoding=json")).isEqualTo(4012);
  }
}
