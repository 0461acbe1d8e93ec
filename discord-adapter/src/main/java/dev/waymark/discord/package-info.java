/**
 * Waymark on Discord: translates events into requests and replies into messages, and decides
 * nothing.
 */
@NullMarked
package dev.waymark.discord;

import org.jspecify.annotations.NullMarked;
