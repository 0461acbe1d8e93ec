package dev.waymark.cli;

import dev.waymark.store.Database;
import dev.waymark.store.StoreTransfer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./waymark store export|import FILE}: moves everything from one database to another. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Moves members' progress from one database to another.",
    synopsisSubcommandLabel = "(export | import)")
final class StoreCommand implements Runnable {

  private final Console console;

  StoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().println("Write store export FILE or store import FILE.");
  }

  private void say(String what, StoreTransfer.Summary summary) {
    console.out().println(summary.total() + " rows " + what + ", SHA-256 " + summary.sha256());
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes everything in the database to a new file.")
  int export(@Parameters(paramLabel = "FILE", description = "The file to write.") Path file)
      throws Exception {
    try (Database database = Database.open(console.settings().database());
        BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
      say("written to " + file, new StoreTransfer(database).exportTo(writer));
      return Exit.OK;
    } catch (FileAlreadyExistsException e) {
      throw new Console.CannotDo(file + " exists already: name a new file");
    } catch (IOException e) {
      throw new Console.CannotDo(file + " cannot be written: name a file in a folder of yours");
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Reads an exported file into an empty database and proves that nothing is lost.")
  int restore(@Parameters(paramLabel = "FILE", description = "The file to read.") Path file)
      throws Exception {
    try (Database database = Database.open(console.settings().database());
        BufferedReader reader = Files.newBufferedReader(file)) {
      say(
          "read from " + file + " and found complete",
          new StoreTransfer(database).importFrom(reader));
      return Exit.OK;
    } catch (NoSuchFileException e) {
      throw new Console.CannotDo(file + " does not exist: name a file that store export wrote");
    }
  }
}
