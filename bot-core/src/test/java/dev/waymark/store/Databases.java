package dev.waymark.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** New databases for tests: files in a folder of their own, and one PostgreSQL for all tests. */
final class Databases implements AutoCloseable {

  private static final String TEMPLATE = "waymark_template";

  private final Path folder;
  private final AtomicInteger made = new AtomicInteger();
  private @Nullable EmbeddedPostgres server;

  private Databases() {
    try {
      folder = Files.createTempDirectory("waymark-store-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the tests the databases, which end with the last of them. */
  static final class Provider implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Databases.class;
    }

    @Override
    public Databases resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Databases.class))
          .computeIfAbsent(Databases.class, k -> new Databases(), Databases.class);
    }
  }

  /** The URL of a new database with all tables. */
  String fresh(Engine engine) {
    return switch (engine) {
      case SQLITE -> "jdbc:sqlite:" + newFile();
      case POSTGRESQL -> newPostgres(TEMPLATE);
    };
  }

  /** Opens a new database. */
  Database open(Engine engine) throws UnusableDatabase {
    return Database.open(fresh(engine));
  }

  /** A file that there is not yet, in a folder that there is. */
  Path newFile() {
    return folder.resolve("waymark-" + made.incrementAndGet() + ".db");
  }

  /** The URL of a new PostgreSQL database without any tables. */
  String emptyPostgres() {
    return newPostgres("template1");
  }

  private String newPostgres(String template) {
    EmbeddedPostgres postgres = server();
    String name = "waymark_" + made.incrementAndGet();
    create(postgres, name, template);
    return postgres.getJdbcUrl("postgres", name);
  }

  /** The URL of a database that no test changes. */
  String adminUrl() {
    return server().getJdbcUrl("postgres", "postgres");
  }

  /** The server's port. */
  int port() {
    return server().getPort();
  }

  /** From now on a user of the server, who is made if need be, has to give this password. */
  void requirePasswordOf(String user, String password) throws SQLException, IOException {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + user + " login password '" + password + "'");
      Path rules;
      try (ResultSet row = statement.executeQuery("show hba_file")) {
        row.next();
        rules = Path.of(row.getString(1));
      }
      Files.writeString(
          rules,
          "host all " + user + " all scram-sha-256\n" + Files.readString(rules),
          StandardCharsets.UTF_8);
      statement.execute("select pg_reload_conf()");
    }
  }

  private synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        EmbeddedPostgres started = EmbeddedPostgres.builder().start();
        server = started;
        create(started, TEMPLATE, "template1");
        Database.open(started.getJdbcUrl("postgres", TEMPLATE)).close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (UnusableDatabase e) {
        throw new IllegalStateException(e);
      }
    }
    return server;
  }

  private static synchronized void create(EmbeddedPostgres server, String name, String template) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (server != null) {
      server.close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
