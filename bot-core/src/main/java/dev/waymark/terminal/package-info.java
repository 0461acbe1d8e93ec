/**
 * The third adapter: a person's shell, by hand with completion and history, or line by line through
 * a pipe.
 */
@NullMarked
package dev.waymark.terminal;

import org.jspecify.annotations.NullMarked;
