package dev.waymark.chat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that went wrong, under a reference that ties what a member sees to the log. The log
 * gets the kinds of the exceptions and where they were thrown, and none of their messages, which
 * may quote what somebody wrote.
 *
 * @param reference six hexadecimal digits
 */
public record Incident(String reference) {

  private static final Logger LOG = LoggerFactory.getLogger(ChatBot.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FRAMES = 12;
  private static final int CAUSES = 8;

  /**
   * Logs what was thrown.
   *
   * @param what was to be done, in the bot's own words
   */
  public static Incident of(Platform platform, String what, Throwable thrown) {
    byte[] bytes = new byte[3];
    RANDOM.nextBytes(bytes);
    var incident = new Incident(HexFormat.of().formatHex(bytes));
    LOG.error(
        "reference {}: {} on {} failed: {}",
        incident.reference,
        what,
        platform.code(),
        trace(thrown));
    return incident;
  }

  /** What the member is told. */
  public ChatReply reply() {
    return ChatReply.problem(
        "Something went wrong on my side. Please try again; if it goes wrong again, tell an admin the reference "
            + reference
            + ".");
  }

  private static String trace(Throwable thrown) {
    var trace = new StringBuilder();
    // A cause of its own cause would go round for ever.
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < CAUSES; t = t.getCause(), depth++) {
      trace.append(trace.isEmpty() ? "" : "\n caused by ").append(t.getClass().getName());
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
    }
    return trace.toString();
  }
}
