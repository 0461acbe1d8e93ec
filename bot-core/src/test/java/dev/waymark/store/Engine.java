package dev.waymark.store;

/** The databases that everything has to work on. */
enum Engine {
  SQLITE,
  POSTGRESQL
}
