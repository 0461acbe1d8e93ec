package dev.waymark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads settings from the environment and gathers what is wrong with them, so that all of it is
 * reported at once: by name, never by value. Not thread-safe.
 */
public final class Environment {

  /** Settings that cannot be used. The message names each and says what to do. */
  public static final class BadSettings extends Exception {
    private static final long serialVersionUID = 1;

    private BadSettings(List<String> faults) {
      super(String.join("; ", faults));
    }
  }

  private static final String IN_FILE = "_FILE";

  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** A setting; empty when it is unset or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * A setting that may stand in a file, which the variable with {@code _FILE} after its name leads
   * to.
   */
  public Optional<String> secret(String name) {
    Optional<String> file = text(name + IN_FILE);
    if (file.isEmpty()) {
      return text(name);
    }
    if (text(name).isPresent()) {
      fault(name + " and " + name + IN_FILE + " are both set: keep one");
      return Optional.empty();
    }
    try {
      Optional<String> secret =
          Optional.of(Files.readString(Path.of(file.get())).strip()).filter(s -> !s.isEmpty());
      if (secret.isEmpty()) {
        fault(name + IN_FILE + " leads to an empty file: put the secret into it");
      }
      return secret;
    } catch (IOException | InvalidPathException e) {
      fault(name + IN_FILE + " leads to no file that can be read");
      return Optional.empty();
    }
  }

  /** A secret that has to be there. */
  public String requiredSecret(String name, String whereFrom) {
    Optional<String> secret = secret(name);
    boolean reported = faults.stream().anyMatch(f -> f.startsWith(name));
    if (secret.isEmpty() && !reported) {
      fault(name + " is missing: " + whereFrom);
    }
    return secret.orElse("");
  }

  /** Notes what is wrong with a setting. */
  public void fault(String fault) {
    faults.add(fault);
  }

  /**
   * Ends the reading.
   *
   * @throws BadSettings when anything is wrong
   */
  public void check() throws BadSettings {
    if (!faults.isEmpty()) {
      throw new BadSettings(List.copyOf(new TreeSet<>(faults)));
    }
  }
}
