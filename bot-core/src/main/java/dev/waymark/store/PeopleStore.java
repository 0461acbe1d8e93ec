package dev.waymark.store;

import dev.waymark.person.Account;
import dev.waymark.person.People;
import dev.waymark.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Everyone who is known, in the database. Instants are kept to the millisecond. Thread-safe. */
public final class PeopleStore implements People {

  private final Database database;

  public PeopleStore(Database database) {
    this.database = database;
  }

  @Override
  public Person person(Account account, Instant now) {
    return database
        .read(handle -> find(handle, account))
        .orElseGet(() -> database.write(handle -> findOrAdd(handle, account, now)));
  }

  private static Optional<Person> find(Handle handle, Account account) {
    return handle
        .createQuery(
            "select id, group_id from account where platform = :platform and platform_id = :id")
        .bind("platform", account.platform())
        .bind("id", StoredText.of(account.id()))
        .map((row, context) -> new Person(row.getLong("id"), row.getLong("group_id")))
        .findOne();
  }

  private static Person findOrAdd(Handle handle, Account account, Instant now) {
    // Somebody else may add it at the same time: one of both does, and both find it.
    handle
        .createUpdate(
            """
            insert into account (platform, platform_id, group_id, since)
            values (:platform, :id, 0, :since)
            on conflict do nothing
            """)
        .bind("platform", account.platform())
        .bind("id", StoredText.of(account.id()))
        .bind("since", now.toEpochMilli())
        .execute();
    Person person = find(handle, account).orElseThrow();
    if (person.group() != 0) {
      return person;
    }
    Groups.move(handle, person.account(), person.account());
    return new Person(person.account(), person.account());
  }

  @Override
  public void active(Person person, LocalDate day) {
    // Mostly they were active today already, and a look needs no turn to write.
    boolean known =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select 1 from active_day where account_id = :account and day = :day")
                    .bind("account", person.account())
                    .bind("day", day.toString())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
    if (!known) {
      database.note(
          handle ->
              handle
                  .createUpdate(
                      """
                      insert into active_day (account_id, day) values (:account, :day)
                      on conflict do nothing
                      """)
                  .bind("account", person.account())
                  .bind("day", day.toString())
                  .execute());
    }
  }

  @Override
  public Set<LocalDate> activeDays(Person person, LocalDate from) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct d.day from active_day d join account a on a.id = d.account_id
                    where a.group_id = :group and d.day >= :from
                    """)
                .bind("group", person.group())
                .bind("from", from.toString())
                .mapTo(String.class)
                .stream()
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Override
  public List<Known> accounts(Person person) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, platform, platform_id, since from account
                    where group_id = :group order by since, id
                    """)
                .bind("group", person.group())
                .map(
                    (row, context) ->
                        new Known(
                            new Account(row.getString("platform"), row.getString("platform_id")),
                            Instant.ofEpochMilli(row.getLong("since")),
                            row.getLong("id") == person.account()))
                .list());
  }

  @Override
  public void offerLink(Person person, String codeHash, Instant expires) {
    database.write(
        handle -> {
          handle
              .createUpdate(Table.LINK_CODE.deleteOfPerson())
              .bind("group", person.group())
              .execute();
          return handle
              .createUpdate(
                  "insert into link_code (account_id, code_hash, expires) values (:account, :hash, :expires)")
              .bind("account", person.account())
              .bind("hash", codeHash)
              .bind("expires", expires.toEpochMilli())
              .execute();
        });
  }

  @Override
  public Redeemed redeemLink(Person person, String codeHash, Instant now) {
    return database.write(
        handle -> {
          database.dialect().lockGroups(handle);
          Optional<Long> maker =
              handle
                  .createQuery(
                      """
                      select a.group_id from link_code c join account a on a.id = c.account_id
                      where c.code_hash = :hash and c.expires > :now
                      """)
                  .bind("hash", codeHash)
                  .bind("now", now.toEpochMilli())
                  .mapTo(Long.class)
                  .findOne();
          if (maker.isEmpty()) {
            return Redeemed.UNKNOWN;
          }
          long own =
              Groups.of(handle, person.account())
                  .orElseThrow(
                      () ->
                          StoreFailure.FORGOTTEN.unavailable(
                              new IllegalStateException("no such account")));
          if (maker.get() == own) {
            return Redeemed.OWN;
          }
          handle
              .createUpdate("delete from link_code where code_hash = :hash")
              .bind("hash", codeHash)
              .execute();
          Groups.join(handle, own, maker.get());
          return Redeemed.JOINED;
        });
  }

  @Override
  public boolean unlink(Person person) {
    return database.write(
        handle -> {
          database.dialect().lockGroups(handle);
          return Groups.leave(handle, person.account());
        });
  }

  @Override
  public Map<String, List<Map<String, Object>>> records(Person person) {
    return database.snapshot(
        handle -> {
          var records = new LinkedHashMap<String, List<Map<String, Object>>>();
          for (Table table : Table.personal()) {
            List<Map<String, Object>> rows = Rows.of(handle, table, person.group());
            if (!rows.isEmpty()) {
              records.put(table.tableName(), rows);
            }
          }
          return records;
        });
  }

  @Override
  public void forget(Person person) {
    database.write(
        handle -> {
          database.dialect().lockGroups(handle);
          Optional<Long> group = Groups.of(handle, person.account());
          group.ifPresent(
              g -> {
                for (Table table : Table.personal().reversed()) {
                  handle.createUpdate(table.forgetPerson()).bind("group", g).execute();
                }
              });
          return group.isPresent();
        });
    database.sweep();
  }

  static int purge(Handle handle, Instant now) {
    return handle
        .createUpdate("delete from link_code where expires <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
