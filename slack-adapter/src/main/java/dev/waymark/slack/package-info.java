/**
 * Waymark in Slack: translates events into requests and replies into messages, and decides nothing.
 */
@NullMarked
package dev.waymark.slack;

import org.jspecify.annotations.NullMarked;
