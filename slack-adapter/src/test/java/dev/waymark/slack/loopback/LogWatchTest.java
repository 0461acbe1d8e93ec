package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogWatchTest {

  private final Logger logger = Logger.getLogger("com.slack.api.bolt.App");
  private final LogWatch watch = new LogWatch();

  static Stream<Level> complaints() {
    return Stream.of(Level.WARNING, Level.SEVERE);
  }

  @BeforeEach
  void begin() {
    watch.begin();
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void aComplaintFailsTheTest(Level level) {
    logger.log(level, "cannot read this");

    assertThatThrownBy(watch::end).hasMessageContaining("cannot read this");
  }

  @Test
  void anExpectedComplaintAndWhatIsNoneDoNot() {
    watch.expect("cannot read");
    logger.warning("cannot read this");
    logger.info("ready");

    watch.end();

    assertThat(watch.seen()).singleElement().asString().contains("cannot read this");
  }

  @Test
  void whatIsLoggedAfterTheTestIsNotItsOwn() {
    watch.end();
    logger.warning("later");

    assertThat(watch.seen()).isEmpty();
  }
}
