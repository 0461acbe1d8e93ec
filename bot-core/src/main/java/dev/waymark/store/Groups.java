package dev.waymark.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which accounts belong to one person: those that share a group. A group has the id of one of its
 * accounts. All within a transaction that holds {@link Dialect#lockGroups}.
 */
final class Groups {

  private Groups() {}

  /** The group that an account is in now; nothing when there is no such account. */
  static Optional<Long> of(Handle handle, long account) {
    return handle
        .createQuery("select group_id from account where id = :account")
        .bind("account", account)
        .mapTo(Long.class)
        .findOne();
  }

  /** Puts an account into a group. */
  static void move(Handle handle, long account, long group) {
    handle
        .createUpdate("update account set group_id = :group where id = :account")
        .bind("group", group)
        .bind("account", account)
        .execute();
  }

  /** Puts all accounts of a group into another. */
  static void join(Handle handle, long from, long to) {
    handle
        .createUpdate("update account set group_id = :to where group_id = :from")
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  /**
   * Takes an account out of its group.
   *
   * @return whether it shared the group with others
   */
  static boolean leave(Handle handle, long account) {
    Optional<Long> group = of(handle, account);
    if (group.isEmpty()) {
      return false;
    }
    Optional<Long> oldestOther =
        handle
            .createQuery(
                """
                select id from account where group_id = :group and id <> :account
                order by since, id limit 1
                """)
            .bind("group", group.get())
            .bind("account", account)
            .mapTo(Long.class)
            .findOne();
    if (oldestOther.isEmpty()) {
      return false;
    }
    if (group.get() == account) {
      // The others cannot go on under the id of the one that leaves.
      join(handle, account, oldestOther.get());
    }
    move(handle, account, account);
    return true;
  }
}
