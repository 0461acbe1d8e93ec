/** A small server for what others send to the bot by HTTP. */
@NullMarked
package dev.waymark.http;

import org.jspecify.annotations.NullMarked;
