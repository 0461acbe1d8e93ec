package dev.waymark.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param dialect which kind of database
 * @param url the JDBC URL as given; may hold a password
 * @param place what people may read of it, without a password
 * @param file the file of an SQLite database
 */
record DatabaseUrl(Dialect dialect, String url, String place, Optional<Path> file) {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String FILE_EXAMPLE = "jdbc:sqlite:/var/lib/waymark/waymark.db";
  private static final String EXAMPLES =
      FILE_EXAMPLE + " or jdbc:postgresql://localhost/waymark?user=waymark&password=…";

  /** Reads a JDBC URL. What is not understood is not shown: a part of it may be a password. */
  static DatabaseUrl of(String url) throws UnusableDatabase {
    if (url.startsWith(SQLITE)) {
      Path file = file(url.substring(SQLITE.length()));
      return new DatabaseUrl(new Sqlite(), url, file.toString(), Optional.of(file));
    }
    if (url.startsWith(POSTGRESQL)) {
      String place = withoutSecrets(url.substring(POSTGRESQL.length()));
      return new DatabaseUrl(new Postgres(), url, place, Optional.empty());
    }
    throw unusable(
        url.startsWith("jdbc:")
            ? "names a kind of database that Waymark does not know; give one such as " + EXAMPLES
            : "does not begin with jdbc:, so that it names no database; give one such as "
                + EXAMPLES,
        null);
  }

  private static Path file(String rest) throws UnusableDatabase {
    String name = beforeQuery(rest);
    if (name.startsWith("file:")) {
      name = name.substring("file:".length()).replaceFirst("^//(?=/)", "");
    }
    if (name.isEmpty() || name.startsWith(":") || rest.contains("mode=memory")) {
      throw unusable(
          "names no file, so that nothing would be kept; give one such as " + FILE_EXAMPLE, null);
    }
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw unusable("names a file that cannot be; give one such as " + FILE_EXAMPLE, e);
    }
  }

  private static String withoutSecrets(String rest) {
    String place = beforeQuery(rest).replaceFirst("^//", "");
    // What stands before an @ is a user and a password, though the driver wants them elsewhere.
    return place.substring(place.lastIndexOf('@') + 1);
  }

  private static String beforeQuery(String rest) {
    int query = rest.indexOf('?');
    return query < 0 ? rest : rest.substring(0, query);
  }

  /** Whether the URL sets an option of the driver. */
  boolean sets(String option) {
    return option(option).isPresent();
  }

  /** The value that the URL gives an option of the driver. */
  Optional<String> option(String name) {
    int query = url.indexOf('?');
    return query < 0
        ? Optional.empty()
        : Stream.of(url.substring(query + 1).split("&", -1))
            .filter(option -> option.startsWith(name + "="))
            .map(option -> option.substring(name.length() + 1))
            .findFirst();
  }

  private static UnusableDatabase unusable(String what, @Nullable Throwable cause) {
    return new UnusableDatabase("The database URL " + what + ".", cause);
  }
}
