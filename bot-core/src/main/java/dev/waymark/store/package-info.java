/**
 * What is kept for good: the only package that knows SQL. One store for each family of tables, on
 * SQLite and on PostgreSQL alike.
 */
@NullMarked
package dev.waymark.store;

import org.jspecify.annotations.NullMarked;
