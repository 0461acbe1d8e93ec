package dev.waymark.slack.loopback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test on any warning or error that the client library logs and that the test does not
 * expect: the library swallows what it cannot read, and only its log tells. Register it with
 * {@code @RegisterExtension}; tests that use it must not run at the same time.
 */
public final class LogWatch implements BeforeEachCallback, AfterEachCallback {

  // A logger that nothing holds on to is forgotten, together with its handlers.
  private final Logger logger = Logger.getLogger("com.slack.api");
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> expected = new CopyOnWriteArrayList<>();
  private final Handler handler = new Keeper();

  /** Says that lines with these words may be logged in this test. */
  public void expect(String... words) {
    expected.addAll(List.of(words));
  }

  /** The warnings and errors that were logged so far, expected or not. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end();
  }

  void begin() {
    seen.clear();
    expected.clear();
    handler.setLevel(Level.WARNING);
    logger.addHandler(handler);
  }

  void end() {
    logger.removeHandler(handler);
    List<String> unexpected =
        seen.stream().filter(line -> expected.stream().noneMatch(line::contains)).toList();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("The client library complained:\n" + String.join("\n", unexpected));
    }
  }

  private final class Keeper extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      if (isLoggable(line)) {
        seen.add(formatter.format(line).strip());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
