package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.person.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a database is opened, and what is said when it cannot be. */
@ExtendWith(Databases.Provider.class)
class DatabaseTest {

  private static final String SECRET = "s3cret";
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Databases databases;
  private final Path file;
  private final String sqlite;

  DatabaseTest(Databases databases) {
    this.databases = databases;
    this.file = databases.newFile();
    this.sqlite = "jdbc:sqlite:" + file;
  }

  private static UnusableDatabase refused(String url) {
    UnusableDatabase refused =
        catchThrowableOfType(UnusableDatabase.class, () -> Database.open(url).close());
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).doesNotContain(SECRET).endsWith(".").doesNotContain("\n");
    return refused;
  }

  private static void run(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      for (String sql : statements) {
        try (var statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Several pages of accounts. */
  private void fill() throws UnusableDatabase {
    try (Database database = Database.open(sqlite)) {
      database.write(
          handle ->
              handle.execute(
                  "insert into account (platform, platform_id, group_id, since)"
                      + " with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)"
                      + " select 'discord', 'somebody with a long name ' || i, i, 0 from n"));
    }
  }

  @Test
  void aNewFileAndItsFolderAreForTheirOwnerAlone(@TempDir Path folder) throws Exception {
    Path deep = folder.resolve("new/deep/waymark.db");

    Database.open("jdbc:sqlite:" + deep).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void whatStandsBesideTheFileIsForItsOwnerAlone() throws Exception {
    try (Database database = Database.open(sqlite)) {
      new PeopleStore(database).person(new Account("discord", "ana"), NOON);

      Path log = file.resolveSibling(file.getFileName() + "-wal");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
          .isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void openingAgainChangesNothing(Engine engine) throws Exception {
    String url =
        engine == Engine.SQLITE
            ? "jdbc:sqlite:file:" + file + "?cache_size=-4000"
            : databases.emptyPostgres();
    for (int i = 0; i < 3; i++) {
      try (Database database = Database.open(url)) {
        new PeopleStore(database).person(new Account("discord", "ana"), NOON);
        assertThat(
                database.<Integer, RuntimeException>read(
                    h -> h.createQuery(Table.ACCOUNT.selectAll()).mapToMap().list().size()))
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void manyThatOpenANewDatabaseAtOnceAllGetIt(Engine engine) throws Exception {
    for (int round = 0; round < (engine == Engine.SQLITE ? 5 : 1); round++) {
      String url =
          engine == Engine.SQLITE
              ? "jdbc:sqlite:" + databases.newFile()
              : databases.emptyPostgres();

      List<Long> people =
          Crowd.of(
              6,
              i -> {
                try (Database database = Database.open(url)) {
                  return new PeopleStore(database)
                      .person(new Account("discord", "ana"), NOON)
                      .account();
                }
              });

      assertThat(people).containsOnly(people.getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://waymark:s3cret@localhost/waymark",
        "waymark.db?password=s3cret",
        "",
        "JDBC"
      })
  void whatIsNoJdbcUrlIsRefused(String url) {
    assertThat(refused(url)).hasMessageContaining("does not begin with jdbc:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://u:s3cret@localhost/waymark", "jdbc:", "jdbc:h2:mem:x"})
  void anUnknownKindOfDatabaseIsRefused(String url) {
    assertThat(refused(url)).hasMessageContaining("a kind of database that Waymark does not know");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file::memory:?cache=shared",
        "jdbc:sqlite:file:x?mode=memory"
      })
  void aDatabaseInMemoryIsRefused(String url) {
    assertThat(refused(url)).hasMessageContaining("names no file");
  }

  @Test
  void aPostgresUrlThatNobodyUnderstandsIsRefused() {
    assertThat(refused("jdbc:postgresql://localhost:port/waymark?password=s3cret"))
        .hasMessageContaining("no PostgreSQL URL");
  }

  @Test
  void garbageIsNoDatabase() throws Exception {
    Files.writeString(file, "This is a letter and no database.\n".repeat(200));

    assertThat(refused(sqlite))
        .hasMessage(
            "The database "
                + file
                + " is damaged, or is no database; move it away and put a copy that was sound in its place, and start again.");
    assertThat(file).content(StandardCharsets.UTF_8).startsWith("This is a letter");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 4096, 20_000})
  void aFileThatWasCutOffIsDamaged(int length) throws Exception {
    fill();
    assertThat(Files.size(file)).isGreaterThan(40_000);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

    assertThat(refused(sqlite)).hasMessageContaining(file + " is damaged");
  }

  @Test
  void pagesThatWereOverwrittenAreDamaged() throws Exception {
    fill();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);

    assertThat(refused(sqlite)).hasMessageContaining(file + " is damaged");
  }

  @Test
  void aLockedFileIsSaidToBeLocked() throws Exception {
    fill();
    try (Connection other = DriverManager.getConnection(sqlite);
        var statement = other.createStatement()) {
      statement.execute("begin exclusive");

      assertThat(refused(sqlite + "?busy_timeout=50"))
          .hasMessage(
              "The database "
                  + file
                  + " is locked by another program; end that program, or wait until it is done, and start again.");
    }
    Database.open(sqlite).close();
  }

  @Test
  void aFileThatCanOnlyBeReadIsRefused() throws Exception {
    fill();

    assertThat(refused("jdbc:sqlite:file:" + file + "?mode=ro"))
        .hasMessageStartingWith("The database " + file + " can only be read; give this user");
    assertThat(refused("jdbc:sqlite:file:" + file + "?immutable=1"))
        .hasMessageContaining(" can only be read");
  }

  @Test
  void aFolderIsNoFile(@TempDir Path folder) throws IOException {
    assertThat(refused("jdbc:sqlite:" + folder)).hasMessageContaining(folder + " cannot be opened");
    Path plain = Files.writeString(folder.resolve("plain"), "");
    assertThat(refused("jdbc:sqlite:" + plain + "/waymark.db"))
        .hasMessageContaining("/waymark.db cannot be opened");
  }

  @Test
  void aFullDiskIsSaidToBeFullAndNothingIsHalfMade() throws Exception {
    assertThat(refused(sqlite + "?max_page_count=6"))
        .hasMessage(
            "The database "
                + file
                + " has no room left on its disk; free some space, and start again.");

    Database.open(sqlite).close();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void tablesOfANewerVersionAreRefused(Engine engine) throws Exception {
    String url = databases.fresh(engine);
    Database.open(url).close();
    run(
        url,
        """
        insert into flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        values (99, '7', 'from the future', 'SQL', 'V7__future.sql', 'me', 1, true)
        """);

    assertThat(refused(url))
        .hasMessageContaining("was last used by a newer Waymark")
        .hasMessageContaining("(its tables are of version 7, this one knows 2)");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void tablesOfSomebodyElseAreLeftAlone(Engine engine) throws Exception {
    String url = engine == Engine.SQLITE ? sqlite : databases.emptyPostgres();
    run(url, "create table account (iban varchar(34))", "insert into account values ('DE00')");

    assertThat(refused(url))
        .hasMessageContaining("cannot be brought to those of this version")
        .hasMessageContaining("give Waymark a database of its own");
    run(url, "insert into account (iban) values ('DE01')");
  }

  @Test
  void aServerThatIsNotThereCannotBeReached() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThat(refused("jdbc:postgresql://127.0.0.1:" + port + "/waymark?user=u&password=s3cret"))
        .hasMessage(
            "The database 127.0.0.1:"
                + port
                + "/waymark cannot be reached; check that the server runs, and its host and port in the URL, and start again.");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    String url = databases.emptyPostgres();
    databases.requirePasswordOf("locked_out", "right");
    String other = url.replaceFirst("\\?.*", "") + "?user=locked_out&password=";

    assertThat(refused(other + SECRET))
        .hasMessageStartingWith("The database localhost:" + databases.port())
        .hasMessageContaining(" refuses this user or this password; check");
    assertThatThrownBy(() -> run(other + SECRET, "select 1")).isInstanceOf(SQLException.class);
    run(other + "right", "select 1");
  }

  @Test
  void aDatabaseThatItsServerDoesNotHaveIsMissing() {
    String url = databases.emptyPostgres().replaceFirst("/waymark_\\d+", "/nowhere");

    assertThat(refused(url)).hasMessageContaining("/nowhere does not exist on its server");
  }

  @Test
  void aServerThatCanOnlyBeReadIsRefused() throws Exception {
    String url = databases.fresh(Engine.POSTGRESQL);
    String name = url.replaceFirst(".*/(waymark_\\d+).*", "$1");
    run(url, "alter database " + name + " set default_transaction_read_only = on");

    assertThat(refused(url)).hasMessageContaining(" can only be read");
  }
}
