/**
 * What the bot does: one class a command. Knows the features and the port, no platform and no
 * database.
 */
@NullMarked
package dev.waymark.command;

import org.jspecify.annotations.NullMarked;
