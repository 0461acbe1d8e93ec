package dev.waymark.cli;

import dev.waymark.guide.Fault;
import dev.waymark.guide.GuideReader;
import dev.waymark.store.Database;
import dev.waymark.store.UnusableDatabase;
import dev.waymark.text.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./waymark doctor}: what is configured, what is missing, and the mend for each. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what is configured, what is missing, and how to mend it.")
final class DoctorCommand implements Callable<Integer> {

  private final Console console;
  private boolean wrong;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    right("java: " + Runtime.version().feature());
    guides();
    cache();
    database();
    return wrong ? Exit.FAILED : Exit.OK;
  }

  private void guides() {
    List<Path> folders = console.settings().guideFolders();
    if (folders.isEmpty()) {
      wrong(
          "guides: "
              + console.settings().guides()
              + " holds none; set WAYMARK_GUIDES to a folder of guides");
    }
    for (Path folder : folders) {
      GuideReader.Result read = GuideReader.lint(folder, console.settings().commonFor(folder));
      List<Fault> faults = read.faults();
      if (faults.isEmpty()) {
        right("guide: " + folder + ", " + read.guide().sections().size() + " sections");
      } else {
        wrong(
            "guide: "
                + folder
                + " has "
                + faults.size()
                + (faults.size() == 1 ? " fault" : " faults")
                + "; ./waymark lint "
                + folder
                + " lists what to mend");
      }
    }
  }

  private void cache() {
    console
        .settings()
        .cache()
        .ifPresent(
            folder -> {
              Path there = folder;
              while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
              }
              if (Files.isWritable(there)) {
                right("cache: " + folder);
              } else {
                wrong(
                    "cache: "
                        + folder
                        + " cannot be written, so every start takes half a minute; set XDG_CACHE_HOME");
              }
            });
  }

  private void database() {
    String url = console.settings().database();
    // What follows may hold a password.
    String shown = url.startsWith("jdbc:sqlite:") ? url : url.replaceAll("[?].*|//[^/@]*@", "");
    try {
      Database.open(url).close();
      right("database: " + shown);
    } catch (UnusableDatabase e) {
      wrong("database: " + e.getMessage());
    }
  }

  private void right(String what) {
    console.out().println("ok    " + Line.of(what));
  }

  private void wrong(String what) {
    wrong = true;
    console.out().println("mend  " + Line.of(what));
  }
}
