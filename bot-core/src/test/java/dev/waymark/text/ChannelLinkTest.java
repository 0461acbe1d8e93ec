package dev.waymark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLinkTest {

  @Test
  void eachPlatformWritesItsChannels() {
    String text = "Tips stopped in " + ChannelLink.to("C123") + ": it is gone.";

    assertThat(ChannelLink.written(text, "<#$1>"))
        .isEqualTo("Tips stopped in <#C123>: it is gone.");
    assertThat(Mrkdwn.of(text)).isEqualTo("Tips stopped in <#C123>: it is gone.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/channel:C1",
        "channel:",
        "channel:C1>",
        "channel:C1|x",
        "!channel"
      })
  void nothingElseIsAChannel(String address) {
    assertThat(ChannelLink.channel(address)).isEmpty();
    assertThat(Mrkdwn.of("[x](" + address + ")")).doesNotContain("<#", "<!");
  }
}
