package dev.waymark.slack.loopback;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Bolt that talks to a loopback Slack, in Socket Mode or over HTTP. */
final class TestBot implements AutoCloseable {

  private static final int WORKERS = 4;

  private final LoopbackSlack slack;
  private final App app;
  private @Nullable SocketModeApp socket;
  private @Nullable Javalin server;

  TestBot(LoopbackSlack slack) {
    this.slack = slack;
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setStatsEnabled(false);
    this.app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(slack.token())
                .signingSecret(slack.signingSecret())
                .allEventsApiAutoAckEnabled(true)
                .build());
  }

  App app() {
    return app;
  }

  MethodsClient client() {
    return app.client();
  }

  /** Connects, and waits until it has. */
  TestBot connect() throws Exception {
    socket =
        new SocketModeApp(slack.appToken(), app, SocketModeClient.Backend.JavaWebSocket, WORKERS);
    socket.startAsync();
    slack.await("a connection", () -> slack.socket().open() > 0);
    return this;
  }

  /** Listens, and lets Slack know where. */
  HttpDelivery listen() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post("/slack/events", this::handle);
                })
            .start("127.0.0.1", 0);
    return slack.deliverTo(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
  }

  private void handle(Context context) throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
    var request =
        new SlackRequestParser(app.config())
            .parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri(context.path())
                    .queryString(Map.of())
                    .requestBody(context.body())
                    .headers(new RequestHeaders(headers))
                    .remoteAddress("127.0.0.1")
                    .build());
    Response response = app.run(request);
    context.status(response.getStatusCode());
    if (response.getBody() != null) {
      context.contentType(response.getContentType()).result(response.getBody());
    }
  }

  /** What the bot sends where an exception would hide the test. */
  interface Call<T> {
    T send() throws IOException, SlackApiException;
  }

  static <T> T call(Call<T> call) {
    try {
      return call.send();
    } catch (IOException | SlackApiException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    SocketModeApp connected = socket;
    if (connected != null) {
      try {
        connected.close();
      } catch (Exception e) {
        throw new IllegalStateException("Bolt did not stop", e);
      }
    }
    Javalin listening = server;
    if (listening != null) {
      listening.stop();
    }
  }
}
