package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Environment;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {

  private static SlackSettings read(Map<String, String> variables) throws Environment.BadSettings {
    var environment = new Environment(variables);
    SlackSettings settings = SlackSettings.from(environment);
    environment.check();
    return settings;
  }

  @Test
  void anAppTokenMeansSocketMode() throws Environment.BadSettings {
    SlackSettings settings =
        read(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_APP_TOKEN", "xapp-1",
                "SLACK_SIGNING_SECRET", "s",
                "SLACK_API_URL", "http://127.0.0.1:8080/api",
                "SLACK_ASK_CHANNELS", "C123, G456"));

    assertThat(settings.entry()).isEqualTo(new SlackSettings.Entry.Socket("xapp-1"));
    assertThat(settings.apiUrl()).contains("http://127.0.0.1:8080/api/");
    assertThat(settings.askChannels()).isEqualTo(Set.of("C123", "G456"));
  }

  @Test
  void aSigningSecretAndAPortMeanHttp() throws Environment.BadSettings {
    SlackSettings settings =
        read(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "s",
                "WAYMARK_HTTP_PORT", "127.0.0.1:8080"));

    assertThat(settings.entry())
        .isInstanceOfSatisfying(
            SlackSettings.Entry.Http.class,
            http -> {
              assertThat(http.address().getPort()).isEqualTo(8080);
              assertThat(http.address().getAddress().isLoopbackAddress()).isTrue();
            });
  }

  @Test
  void allThatIsWrongIsSaidAtOnceByNameAndNeverByValue() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "SLACK_BOT_TOKEN", "secret-1",
                        "SLACK_SIGNING_SECRET", "secret-2",
                        "WAYMARK_HTTP_PORT", "99999",
                        "SLACK_API_URL", "secret-3",
                        "SLACK_ASK_CHANNELS", "#secret-4")))
        .isInstanceOf(Environment.BadSettings.class)
        .hasMessageContainingAll(
            "SLACK_BOT_TOKEN", "WAYMARK_HTTP_PORT", "SLACK_API_URL", "SLACK_ASK_CHANNELS")
        .hasMessageNotContaining("secret-");
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContainingAll("SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN is missing");
  }
}
