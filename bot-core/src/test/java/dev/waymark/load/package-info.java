/** What the programs share that measure a whole bot, in a process of its own. */
@NullMarked
package dev.waymark.load;

import org.jspecify.annotations.NullMarked;
