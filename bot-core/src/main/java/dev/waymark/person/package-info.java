/**
 * The person behind the accounts: who they are on each platform, what is kept about them, and how
 * that goes away.
 */
@NullMarked
package dev.waymark.person;

import org.jspecify.annotations.NullMarked;
