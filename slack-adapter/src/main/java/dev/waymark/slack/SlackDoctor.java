package dev.waymark.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import dev.waymark.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code ./waymark doctor}, its part about Slack: what is configured, what is missing, and the mend
 * for each.
 */
final class SlackDoctor {

  private static final String REINSTALL =
      "put slack-manifest.yaml in at api.slack.com/apps, your app, App Manifest, then install the app again";

  private final PrintStream out;
  private boolean wrong;

  private SlackDoctor(PrintStream out) {
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
    var doctor = new SlackDoctor(out);
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
    Slack slack = SlackMain.slack(settings);
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
