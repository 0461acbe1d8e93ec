package dev.waymark.terminal;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import java.io.IOException;

/** The bot in a terminal: by hand, or line by line through a pipe. */
public final class TerminalChat {

  private final TerminalSettings settings;
  private final Conversation conversation;
  private final TerminalChannel channel;

  public TerminalChat(ChatBot bot, TerminalSettings settings) {
    this.settings = settings;
    this.channel = new TerminalChannel(settings.clock());
    this.conversation =
        new Conversation(
            bot,
            settings.member(),
            new ReplyText(new SavedFiles(settings.files(), settings.clock())));
  }

  /**
   * Where the bot may say something of its own accord; it is told to come later while none reads.
   */
  public ChatChannel channel() {
    return channel;
  }

  /**
   * Talks until the person leaves or the input ends.
   *
   * @return the exit code
   * @throws IOException when the input cannot be read
   */
  public int run() throws IOException {
    try {
      // What the shell needs is loaded for the shell alone: a pipe starts in half the time.
      if (settings.interactive()) {
        Shell.run(conversation, channel, settings);
      } else {
        var pipe = new Pipe(conversation, settings);
        channel.open(pipe::show);
        pipe.run();
      }
      return 0;
    } finally {
      channel.close();
    }
  }
}
