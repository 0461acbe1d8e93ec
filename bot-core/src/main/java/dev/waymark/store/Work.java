package dev.waymark.store;

import org.jdbi.v3.core.Handle;

/**
 * Something that is done with a connection.
 *
 * @param <X> what it throws besides the database's failures
 */
@FunctionalInterface
interface Work<T, X extends Exception> {

  T with(Handle handle) throws X;
}
