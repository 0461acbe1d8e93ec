package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.socket_mode.SocketModeClient;
import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Waymark;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.load.MeasuredBot;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A process for {@link SlackLoad} to measure: the first argument says which bot, the second names a
 * folder for its data. It says its port, 0 in Socket Mode, as soon as events can come, then {@code
 * ready}, and stops at the end of its input.
 */
final class LoadedBot {

  private static final Place PLACE = new Place(Platform.SLACK, "T1", "C2", "");

  private LoadedBot() {}

  public static void main(String[] args) throws Exception {
    Logging.toStandardError();
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "echo" -> echo(settings(), MeasuredBot.Thought.NONE);
      // The same, but it looks the answer up, throws it away and says what it was told.
      case "thinking" ->
          MeasuredBot.thinking(
              folder, PLACE, PLACE.workspace() + "/", thought -> echo(settings(), thought));
      case "waymark" -> waymark(settings(), folder);
      case "alone" ->
          MeasuredBot.answerAlone(
              folder,
              PLACE,
              IntStream.range(0, SlackLoad.MEMBERS).mapToObj(i -> "T1/m" + i).toList());
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static SlackSettings settings() throws Environment.BadSettings {
    var environment = new Environment(System.getenv());
    SlackSettings settings = SlackSettings.from(environment);
    environment.check();
    return settings;
  }

  /**
   * The least that a bot can do: it says what it was told, as Bolt's guide has it. A command is
   * acknowledged first, since a bot cannot know how long its answer will take.
   */
  private static void echo(SlackSettings settings, MeasuredBot.Thought thought) throws Exception {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().orElseThrow());
    config.setStatsEnabled(false);
    AppConfig.AppConfigBuilder builder =
        AppConfig.builder()
            .slack(Slack.getInstance(config))
            .singleTeamBotToken(settings.botToken())
            .allEventsApiAutoAckEnabled(true);
    if (settings.entry() instanceof SlackSettings.Entry.Http http) {
      builder.signingSecret(http.signingSecret());
    }
    var app = new App(builder.build());
    app.command(
        "/ask",
        (request, context) -> {
          app.executorService().execute(() -> respond(request, context, thought));
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          AppMentionEvent event = payload.getEvent();
          thought.about(event.getUser(), event.getText());
          context
              .client()
              .chatPostMessage(
                  r -> r.channel(event.getChannel()).threadTs(event.getTs()).text(event.getText()));
          return context.ack();
        });
    switch (settings.entry()) {
      case SlackSettings.Entry.Socket socket -> echoBySocket(app, socket.appToken());
      case SlackSettings.Entry.Http http -> echoByHttp(app);
    }
  }

  private static void respond(
      SlashCommandRequest request, SlashCommandContext context, MeasuredBot.Thought thought) {
    thought.about(request.getPayload().getUserId(), request.getPayload().getText());
    try {
      context.respond(r -> r.text(request.getPayload().getText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void echoBySocket(App app, String appToken) throws Exception {
    var socket = new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, 10);
    socket.startAsync();
    System.out.println(0);
    MeasuredBot.ready();
    socket.close();
  }

  /** Behind Jetty, as Bolt's own server is. */
  private static void echoByHttp(App app) throws IOException {
    var parser = new SlackRequestParser(app.config());
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post("/slack/events", context -> take(context, app, parser));
                })
            .start("127.0.0.1", 0);
    System.out.println(server.port());
    MeasuredBot.ready();
    server.stop();
  }

  private static void take(Context context, App app, SlackRequestParser parser) throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
    Response response =
        app.run(
            parser.parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri(context.path())
                    .queryString(Map.of())
                    .requestBody(context.body())
                    .headers(new RequestHeaders(headers))
                    .remoteAddress("127.0.0.1")
                    .build()));
    context.status(response.getStatusCode());
    if (response.getBody() != null) {
      context.contentType(response.getContentType()).result(response.getBody());
    }
  }

  private static void waymark(SlackSettings settings, Path folder) throws Exception {
    try (Waymark waymark = ShippedBot.open(ShippedBot.url(folder, "waymark"));
        SlackMain main = SlackMain.start(settings, waymark.bot(), Clock.systemUTC())) {
      System.out.println(main.port());
      waymark.warmUp();
      if (!main.awaitReady(Duration.ofMinutes(1))) {
        throw new IOException("not ready within a minute");
      }
      MeasuredBot.ready();
    }
  }
}
