package dev.waymark.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a conversation in a terminal works with.
 *
 * @param in what is read line by line, when nobody is typing
 * @param out what is written to then
 * @param interactive whether a person types and reads: both ends are a terminal
 * @param member what the person is called on this machine
 * @param files the folder that pictures and documents are saved in
 * @param history the file that keeps what was typed; nothing is kept without it
 * @param environment for {@code NO_COLOR} and {@code TERM}
 * @param clock what gives saved files their date
 */
public record TerminalSettings(
    InputStream in,
    PrintStream out,
    boolean interactive,
    String member,
    Path files,
    Optional<Path> history,
    Map<String, String> environment,
    Clock clock) {

  public TerminalSettings {
    environment = Map.copyOf(environment);
  }
}
