package dev.waymark.store;

import dev.waymark.chat.Unavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can go wrong with a database, in words for members and for whoever runs the bot. */
enum StoreFailure {
  FULL(
      "The disk that I keep things on is full, so nothing was changed. Please tell an admin.",
      "has no room left on its disk",
      "free some space"),
  LOCKED(
      "My database is busy, so nothing was changed. Please try again in a moment.",
      "is locked by another program",
      "end that program, or wait until it is done"),
  READ_ONLY(
      "My database can only be read just now, so nothing was changed. Please tell an admin.",
      "can only be read",
      "give this user the right to write to it and, if it is a file, to its folder"),
  DAMAGED(
      "My database is damaged, so I cannot look anything up or keep anything. Please tell an admin.",
      "is damaged, or is no database",
      "move it away and put a copy that was sound in its place"),
  CANNOT_OPEN(
      "My database cannot be opened, so nothing was changed. Please tell an admin.",
      "cannot be opened",
      "name a file in a folder that this user may write to"),
  UNREACHABLE(
      "I cannot reach my database just now. Please try again in a minute.",
      "cannot be reached",
      "check that the server runs, and its host and port in the URL"),
  REFUSED(
      "My database does not let me in. Please tell an admin.",
      "refuses this user or this password",
      "check the user and the password in the URL"),
  MISSING(
      "My database is gone. Please tell an admin.",
      "does not exist on its server",
      "create it, or check its name in the URL"),
  FORGOTTEN(
      "What I kept about you was deleted a moment ago, so nothing was added. Please try again.",
      "lacks an account",
      "start again"),
  OTHER(
      "My database could not do that. Please try again; if it goes wrong again, tell an admin.",
      "cannot be used",
      "see the cause in the log");

  // As many causes as anybody nests; a cause of its own cause would go round for ever.
  private static final int CAUSES = 10;

  private final String forMembers;
  private final String what;
  private final String todo;

  StoreFailure(String forMembers, String what, String todo) {
    this.forMembers = forMembers;
    this.what = what;
    this.todo = todo;
  }

  /** What a member is told. */
  Unavailable unavailable(Throwable cause) {
    // Jdbi's messages quote the values that were bound, so that only what lies beneath is passed
    // on.
    return new Unavailable(
        forMembers,
        cause instanceof JdbiException && cause.getCause() != null ? cause.getCause() : cause);
  }

  /**
   * What whoever starts the bot is told.
   *
   * @param place where the database is, without a password
   */
  UnusableDatabase unusable(String place, Throwable cause) {
    return new UnusableDatabase(
        "The database " + place + " " + what + "; " + todo + ", and start again.", cause);
  }

  /** What went wrong, by the first cause that says so. */
  static StoreFailure of(Throwable thrown) {
    boolean noConnection = false;
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < CAUSES; t = t.getCause(), depth++) {
      StoreFailure found =
          switch (t) {
            case SQLiteException e -> ofSqlite(e.getResultCode());
            case SQLException e -> ofState(e);
            default -> OTHER;
          };
      if (found != OTHER) {
        return found;
      }
      noConnection |= t instanceof SQLTransientConnectionException;
    }
    // The pool had no connection to give, and opening one was no problem: all are in use.
    return noConnection ? LOCKED : OTHER;
  }

  /** The deepest account without a message of what went wrong, for the log. */
  static String code(Throwable thrown) {
    String code = "";
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < CAUSES; t = t.getCause(), depth++) {
      if (t instanceof SQLiteException e) {
        code = e.getResultCode().name();
      } else if (t instanceof SQLException e && e.getSQLState() != null) {
        code = "SQLState " + e.getSQLState();
      }
    }
    return code.isEmpty() ? thrown.getClass().getSimpleName() : code;
  }

  private static StoreFailure ofSqlite(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_CONSTRAINT_FOREIGNKEY -> FORGOTTEN;
      // The index that the processes share lies beside the file, and needs room as well.
      case SQLITE_IOERR_SHMSIZE -> FULL;
      default ->
          // The lowest byte is the kind, what lies above it the details.
          switch (code.code & 0xff) {
            case 5, 6 -> LOCKED;
            case 8 -> READ_ONLY;
            case 11, 26 -> DAMAGED;
            case 13 -> FULL;
            case 14 -> CANNOT_OPEN;
            default -> OTHER;
          };
    };
  }

  private static StoreFailure ofState(SQLException e) {
    String state = e.getSQLState();
    if (state == null) {
      return OTHER;
    }
    return switch (state) {
      case "53100" -> FULL;
      case "55P03", "40001", "40P01" -> LOCKED;
      case "25006", "42501" -> READ_ONLY;
      case "XX001", "XX002" -> DAMAGED;
      case "23503" -> FORGOTTEN;
      case "3D000" -> MISSING;
      case "53300", "57P01", "57P02", "57P03" -> UNREACHABLE;
      default ->
          switch (state.substring(0, 2)) {
            case "08" -> UNREACHABLE;
            case "28" -> REFUSED;
            default -> OTHER;
          };
    };
  }
}
