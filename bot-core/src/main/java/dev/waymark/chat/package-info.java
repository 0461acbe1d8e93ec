/**
 * The port that every platform talks to: requests in, replies out, and the bot between them. Knows
 * no platform, no guide and no database.
 */
@NullMarked
package dev.waymark.chat;

import org.jspecify.annotations.NullMarked;
