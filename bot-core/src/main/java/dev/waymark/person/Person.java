package dev.waymark.person;

/**
 * Somebody who is known: one account, and the group of accounts that it was linked with.
 *
 * @param account the key of the account they act with now; what they do is kept under it
 * @param group the key that all their linked accounts share; alone, it is the account's own
 */
public record Person(long account, long group) {}
