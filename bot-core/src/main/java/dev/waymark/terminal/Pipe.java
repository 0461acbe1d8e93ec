package dev.waymark.terminal;

import dev.waymark.chat.ChatReply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A conversation through a pipe: a line in, a reply and a blank line out, in order, and nothing
 * else.
 */
final class Pipe {

  private static final Look LOOK = Look.plain(Look.USUAL);
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Conversation conversation;
  private final BufferedReader in;
  private final PrintStream out;

  Pipe(Conversation conversation, TerminalSettings settings) {
    this.conversation = conversation;
    // Bytes that are no UTF-8 become question marks and no exception.
    this.in = new BufferedReader(new InputStreamReader(settings.in(), StandardCharsets.UTF_8));
    this.out = new PrintStream(settings.out(), false, StandardCharsets.UTF_8);
  }

  /** Talks until the input ends, or nobody reads the output. */
  void run() throws IOException {
    boolean first = true;
    for (String line = in.readLine(); line != null && !out.checkError(); line = in.readLine()) {
      String said = first && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
      first = false;
      if (Conversation.isFarewell(said)) {
        return;
      }
      conversation.say(said).ifPresent(this::show);
    }
  }

  synchronized void show(ChatReply reply) {
    out.print(conversation.show(reply, LOOK));
    out.print('\n');
    out.flush();
  }
}
