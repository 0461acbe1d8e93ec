package dev.waymark.tips;

import java.time.Instant;

/** Sees that what is due is done, on one of the instances that share a database. Thread-safe. */
public interface DueWork {

  /** From now on, a subscription is looked at next at this moment. */
  void schedule(long subscription, Instant at);

  /** A subscription that is not looked at by itself is looked at next at this moment. */
  default void ensure(long subscription, Instant at) {
    schedule(subscription, at);
  }
}
