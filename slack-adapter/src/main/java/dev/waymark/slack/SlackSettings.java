package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import dev.waymark.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the environment says about Slack.
 *
 * @param botToken the bot's, {@code xoxb-…}
 * @param entry how events come in
 * @param apiUrl another Web API than Slack's, for tests and proxies
 * @param askChannels ids of channels in which every question is answered that the bot is sure of
 */
record SlackSettings(
    String botToken, Entry entry, Optional<String> apiUrl, Set<String> askChannels) {

  private static final Pattern PORT = Pattern.compile("(?:(\\S+):)?(\\d{1,5})");
  private static final Pattern ID = Pattern.compile("[CG][A-Z0-9]{2,}");
  private static final int PORTS = 65_535;

  /** How events come in. */
  sealed interface Entry {

    /** By a WebSocket that the bot opens, so that it needs no public address. */
    record Socket(String appToken) implements Entry {}

    /** By requests that Slack signs and sends to a public address. */
    record Http(String signingSecret, InetSocketAddress address) implements Entry {}
  }

  /** Reads the settings; what is wrong is noted in the environment. */
  static SlackSettings from(Environment environment) {
    String botToken =
        environment.requiredSecret(
            "SLACK_BOT_TOKEN",
            "copy it from api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token");
    if (!botToken.isEmpty() && !botToken.startsWith("xoxb-")) {
      environment.fault("SLACK_BOT_TOKEN is no bot token: it begins with xoxb-");
    }
    return new SlackSettings(
        botToken, entry(environment), apiUrl(environment), askChannels(environment));
  }

  private static Entry entry(Environment environment) {
    Optional<String> appToken = environment.secret("SLACK_APP_TOKEN");
    Optional<String> signingSecret = environment.secret("SLACK_SIGNING_SECRET");
    if (appToken.isEmpty() && signingSecret.isPresent()) {
      return new Entry.Http(signingSecret.get(), address(environment));
    }
    String socket =
        appToken.orElseGet(
            () ->
                environment.requiredSecret(
                    "SLACK_APP_TOKEN",
                    "make one at api.slack.com/apps, your app, Basic Information, App-Level Tokens, with connections:write;"
                        + " or set SLACK_SIGNING_SECRET and WAYMARK_HTTP_PORT to take events by HTTP"));
    if (!socket.isEmpty() && !socket.startsWith("xapp-")) {
      environment.fault("SLACK_APP_TOKEN is no app-level token: it begins with xapp-");
    }
    return new Entry.Socket(socket);
  }

  /** {@code 8080} for every address of this machine, {@code 127.0.0.1:8080} for one. */
  private static InetSocketAddress address(Environment environment) {
    Optional<String> text = environment.text("WAYMARK_HTTP_PORT");
    if (text.isEmpty()) {
      environment.fault(
          "WAYMARK_HTTP_PORT is missing: without SLACK_APP_TOKEN, events come by HTTP and need a port, such as 8080");
      return new InetSocketAddress(0);
    }
    Matcher matcher = PORT.matcher(text.get());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > PORTS) {
      environment.fault("WAYMARK_HTTP_PORT is no port: write 8080, or 127.0.0.1:8080");
      return new InetSocketAddress(0);
    }
    int port = Integer.parseInt(matcher.group(2));
    return matcher.group(1) == null
        ? new InetSocketAddress(port)
        : new InetSocketAddress(matcher.group(1), port);
  }

  private static Optional<String> apiUrl(Environment environment) {
    Optional<String> url = environment.text("SLACK_API_URL");
    if (url.isPresent() && !url.get().matches("https?://.+")) {
      environment.fault(
          "SLACK_API_URL is no address: write one such as http://127.0.0.1:8080/api/");
      return Optional.empty();
    }
    return url.map(u -> u.endsWith("/") ? u : u + "/");
  }

  private static Set<String> askChannels(Environment environment) {
    Set<String> ids =
        Arrays.stream(environment.text("SLACK_ASK_CHANNELS").orElse("").split("[,\\s]+", -1))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      environment.fault(
          "SLACK_ASK_CHANNELS holds something that is no channel's id: copy ids from the end of a channel's details, with"
              + " commas between them");
    }
    return ids;
  }

  /**
   * {@code ./waymark doctor}, its part about Slack: what is configured, what is missing, and the
   * mend for each.
   */
  static final class Doctor {

    private static final String REINSTALL =
        "put slack-adapter/slack-manifest.yaml in at api.slack.com/apps, your app, App Manifest, then install the app again";

    private final PrintStream out;
    private boolean wrong;

    private Doctor(PrintStream out) {
      this.out = out;
    }

    /**
     * Looks at everything.
     *
     * @return the exit code: 0 when nothing needs a mend
     */
    static int run(Map<String, String> variables, PrintStream out) {
      var environment = new Environment(variables);
      SlackSettings settings = SlackSettings.from(environment);
      var doctor = new Doctor(out);
      try {
        environment.check();
        doctor.look(settings);
      } catch (Environment.BadSettings e) {
        doctor.wrong("settings: " + e.getMessage());
      } catch (IOException | SlackApiException e) {
        doctor.wrong("Slack cannot be reached: look at the network and at slack-status.com");
      }
      return doctor.wrong ? 1 : 0;
    }

    private void look(SlackSettings settings) throws IOException, SlackApiException {
      Slack slack = new SlackApi(settings, Clock.systemUTC()).slack();
      AuthTestResponse bot = slack.methods(settings.botToken()).authTest(r -> r);
      if (!bot.isOk()) {
        wrong(
            "token: Slack does not accept it ("
                + bot.getError()
                + "); copy it from api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token");
        return;
      }
      right("token: belongs to " + bot.getUser() + " in " + bot.getTeam());
      scopes(granted(bot));
      switch (settings.entry()) {
        case SlackSettings.Entry.Socket socket -> socket(slack, socket.appToken());
        case SlackSettings.Entry.Http http ->
            right(
                "events: by HTTP at port "
                    + http.address().getPort()
                    + "; the manifest needs its public address, which ./waymark slack manifest https://… puts in");
      }
      for (String channel : new TreeSet<>(settings.askChannels())) {
        askChannel(slack, settings.botToken(), channel);
      }
    }

    private static Set<String> granted(AuthTestResponse bot) {
      Map<String, List<String>> headers = bot.getHttpResponseHeaders();
      return headers == null
          ? Set.of()
          : headers.getOrDefault("x-oauth-scopes", List.of()).stream()
              .flatMap(s -> Arrays.stream(s.split(",", -1)))
              .map(String::strip)
              .collect(Collectors.toSet());
    }

    private void scopes(Set<String> granted) {
      if (granted.isEmpty()) {
        right("permissions: Slack does not say which");
        return;
      }
      var lacks = new ArrayList<>(SlackManifest.SCOPES.keySet());
      lacks.removeAll(granted);
      for (String scope : lacks) {
        wrong(
            "permissions: lacks "
                + scope
                + " ("
                + SlackManifest.SCOPES.get(scope)
                + "); "
                + REINSTALL);
      }
      if (lacks.isEmpty()) {
        right("permissions: all that it needs");
      }
    }

    private void socket(Slack slack, String appToken) throws IOException, SlackApiException {
      AppsConnectionsOpenResponse opened = slack.methods(appToken).appsConnectionsOpen(r -> r);
      if (opened.isOk()) {
        right("events: by Socket Mode");
      } else {
        wrong(
            "events: Slack does not accept SLACK_APP_TOKEN ("
                + opened.getError()
                + "); make one at api.slack.com/apps, your app, Basic Information, App-Level Tokens, with connections:write, and"
                + " switch Socket Mode on");
      }
    }

    private void askChannel(Slack slack, String token, String channel)
        throws IOException, SlackApiException {
      ConversationsHistoryResponse history =
          slack.methods(token).conversationsHistory(r -> r.channel(channel).limit(1));
      if (history.isOk()) {
        right("ask channel " + channel + ": ready");
        return;
      }
      String mend =
          switch (history.getError()) {
            case "channel_not_found", "not_in_channel" -> "invite it there with /invite";
            case "missing_scope" -> REINSTALL;
            default -> "take it out of SLACK_ASK_CHANNELS, or look at the channel";
          };
      wrong("ask channel " + channel + ": closed to the bot (" + history.getError() + "); " + mend);
    }

    private void right(String what) {
      out.println("ok    " + what);
    }

    private void wrong(String what) {
      wrong = true;
      out.println("mend  " + what);
    }
  }
}
