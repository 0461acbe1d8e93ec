/** One learning tip a day in a channel: which, when, where, and exactly one. */
@NullMarked
package dev.waymark.tips;

import org.jspecify.annotations.NullMarked;
