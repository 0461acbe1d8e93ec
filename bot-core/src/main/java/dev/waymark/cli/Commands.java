package dev.waymark.cli;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes the commands, each with the console it prints to: one readable list. */
final class Commands implements CommandLine.IFactory {

  private static final Map<Class<?>, Function<Console, Object>> ALL =
      Map.of(
          AskCommand.class, AskCommand::new,
          SearchCommand.class, SearchCommand::new,
          EvalCommand.class, EvalCommand::new,
          ImportCommand.class, ImportCommand::new,
          LintCommand.class, LintCommand::new,
          TuneCommand.class, TuneCommand::new,
          StoreCommand.class, StoreCommand::new,
          DoctorCommand.class, DoctorCommand::new);

  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Console, Object> command = ALL.get(type);
    return command == null
        ? CommandLine.defaultFactory().create(type)
        : type.cast(command.apply(console));
  }
}
