/**
 * A strict Discord on this machine's loopback, for tests: the real client library talks to it over
 * HTTP and WebSocket.
 */
@NullMarked
package dev.waymark.discord.loopback;

import org.jspecify.annotations.NullMarked;
