package dev.waymark.cli;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.text.Line;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entrance: {@code ./waymark}. */
@Command(
    name = "waymark",
    mixinStandardHelpOptions = true,
    description =
        "A career guide you can ask. Without a command: a conversation, every command of the chat among it.",
    subcommands = {
      AskCommand.class,
      SearchCommand.class,
      EvalCommand.class,
      ImportCommand.class,
      LintCommand.class,
      TuneCommand.class,
      StoreCommand.class,
      DoctorCommand.class
    })
public final class Main implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--guide",
      paramLabel = "DIR",
      description = "The guide's folder; all guides when left out.")
  private @Nullable Path guide;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Logging.off();
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    out.flush();
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @return the exit code, see {@link Exit}
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    var environment = new Environment(System.getenv());
    Settings settings = Settings.from(environment);
    try {
      environment.check();
    } catch (Environment.BadSettings e) {
      err.println("waymark: " + e.getMessage());
      return Exit.FAILED;
    }
    return run(args, out, err, settings);
  }

  /** Runs one command with settings other than those of the environment. */
  static int run(String[] args, PrintStream out, PrintStream err, Settings settings) {
    var console = new Console(out, err, settings);
    CommandLine line = new CommandLine(new Main(console), new Commands(console));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setUnmatchedOptionsArePositionalParams(false);
    // "@waymark do I need a degree?" is a question and no file of arguments.
    line.setExpandAtFiles(false);
    line.registerConverter(Path.class, Main::path);
    line.getCommandSpec().version(version());
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().version(version()));
    line.setExecutionExceptionHandler((e, l, r) -> console.failed(e));
    line.setParameterExceptionHandler(
        (e, unused) -> {
          err.println("waymark: " + UsageMessage.of(e));
          err.println("See ./waymark " + commandName(e.getCommandLine()) + "--help");
          return Exit.USAGE;
        });
    return line.execute(Arrays.copyOf(args, args.length));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException(
          Line.quoted(name) + " cannot be the name of a file or folder");
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "waymark " + (version == null ? "(development)" : version);
  }

  private static String commandName(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  @Override
  public Integer call() throws Exception {
    return new TerminalSession(console).run(Optional.ofNullable(guide));
  }
}
