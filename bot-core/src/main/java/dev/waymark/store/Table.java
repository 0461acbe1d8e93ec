package dev.waymark.store;

import static dev.waymark.store.Column.Type.INSTANT;
import static dev.waymark.store.Column.Type.NUMBER;
import static dev.waymark.store.Column.Type.OPTIONAL_TEXT;
import static dev.waymark.store.Column.Type.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every table, each after those that it refers to. What shows a person their data, forgets them or
 * moves a database goes through this list, so that none of them can miss a table; a test compares
 * it with the database.
 */
// Each list is a List.of.
@SuppressWarnings("ImmutableEnumChecker")
enum Table {
  ACCOUNT(
      "group_id = :group",
      "id",
      new Column("id", NUMBER),
      new Column("platform", TEXT),
      new Column("platform_id", TEXT),
      new Column("group_id", NUMBER),
      new Column("since", INSTANT)),
  HISTORY(
      Table.OF_ACCOUNTS,
      "id",
      new Column("id", NUMBER),
      new Column("account_id", NUMBER),
      new Column("platform", TEXT),
      new Column("guide", TEXT),
      new Column("edition", NUMBER),
      new Column("kind", TEXT),
      new Column("step", TEXT),
      new Column("title", TEXT),
      new Column("note", TEXT),
      new Column("at", INSTANT),
      new Column("event_id", OPTIONAL_TEXT)),
  ACTIVE_DAY(
      Table.OF_ACCOUNTS,
      "account_id, day",
      new Column("account_id", NUMBER),
      new Column("day", TEXT)),
  LINK_CODE(
      Table.OF_ACCOUNTS,
      "account_id",
      new Column("account_id", NUMBER),
      new Column("code_hash", TEXT),
      new Column("expires", INSTANT)),
  TURN(
      Table.OF_MEMBERS,
      "id",
      new Column("id", NUMBER),
      new Column("platform", TEXT),
      new Column("platform_id", TEXT),
      new Column("place", TEXT),
      new Column("question", TEXT),
      new Column("at", INSTANT)),
  TIP_SUBSCRIPTION(
      Table.OF_MEMBERS,
      "id",
      new Column("id", NUMBER),
      new Column("platform", TEXT),
      new Column("workspace", TEXT),
      new Column("channel", TEXT),
      new Column("state", TEXT),
      new Column("reason", TEXT),
      new Column("time", TEXT),
      new Column("zone", TEXT),
      new Column("days", TEXT),
      new Column("guide", TEXT),
      new Column("sections", TEXT),
      new Column("paused_until", OPTIONAL_TEXT),
      new Column("next_tip", OPTIONAL_TEXT),
      new Column("platform_id", TEXT),
      new Column("effective", INSTANT)),
  TIP_POST(
      Table.OF_NOBODY,
      "subscription_id, day",
      new Column("subscription_id", NUMBER),
      new Column("day", TEXT),
      new Column("tip", TEXT),
      new Column("round", NUMBER),
      new Column("state", TEXT),
      new Column("attempts", NUMBER),
      new Column("first", INSTANT),
      new Column("again", INSTANT),
      new Column("message_id", TEXT),
      new Column("reason", TEXT)),
  TIP_CHANGE(
      Table.OF_MEMBERS,
      "id",
      new Column("id", NUMBER),
      new Column("platform", TEXT),
      new Column("workspace", TEXT),
      new Column("channel", TEXT),
      new Column("platform_id", TEXT),
      new Column("what", TEXT),
      new Column("was", TEXT),
      new Column("became", TEXT),
      new Column("at", INSTANT)),
  SEEN_EVENT(
      Table.OF_NOBODY,
      "platform, event_id",
      new Column("platform", TEXT),
      new Column("event_id", TEXT),
      new Column("at", INSTANT));

  private static final String OF_ACCOUNTS =
      "account_id in (select id from account where group_id = :group)";
  private static final String OF_MEMBERS =
      "(platform, platform_id) in (select platform, platform_id from account where group_id = :group)";
  private static final String OF_NOBODY = "";

  private final String ofPerson;
  private final String key;
  private final List<Column> columns;

  Table(String ofPerson, String key, Column... columns) {
    this.ofPerson = ofPerson;
    this.key = key;
    this.columns = List.of(columns);
  }

  /** Its name in the database. */
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its columns, in the order in which they were made. */
  List<Column> columns() {
    return columns;
  }

  /** Whether its rows have numbers of their own. */
  boolean isNumbered() {
    return key.equals("id");
  }

  /** All rows, in an order that is the same in every database. */
  String selectAll() {
    return select("") + " order by " + key;
  }

  /** The rows about a person, whose {@code group} is to be bound. */
  String selectOfPerson() {
    return select(" where " + ofPerson) + " order by " + key;
  }

  /** Deletes the rows about a person, whose {@code group} is to be bound. */
  String deleteOfPerson() {
    return "delete from " + tableName() + " where " + ofPerson;
  }

  /**
   * Makes the rows about a person, whose {@code group} is to be bound, say nothing about them: what
   * belongs to a channel stays without their name, all else is deleted.
   */
  String forgetPerson() {
    return switch (this) {
      case TIP_SUBSCRIPTION, TIP_CHANGE ->
          "update " + tableName() + " set platform_id = '' where " + ofPerson;
      default -> deleteOfPerson();
    };
  }

  /** Inserts a row, of which each column is to be bound by its name. */
  String insert() {
    String values = String.join(", ", columns.stream().map(c -> ":" + c.name()).toList());
    return "insert into " + tableName() + " (" + columnNames() + ") values (" + values + ")";
  }

  private String select(String condition) {
    return "select " + columnNames() + " from " + tableName() + condition;
  }

  private String columnNames() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** The tables whose rows are about somebody. */
  static List<Table> personal() {
    return Arrays.stream(values()).filter(t -> !t.ofPerson.equals(OF_NOBODY)).toList();
  }

  /** The names of all tables. */
  static List<String> tableNames() {
    return Arrays.stream(values()).map(Table::tableName).toList();
  }
}
