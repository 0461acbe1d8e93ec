/**
 * One conversation for every platform: each adapter's tests play it end to end, and hold that its
 * members see what the core said, and that the store is the same after it.
 */
@NullMarked
package dev.waymark.conversation;

import org.jspecify.annotations.NullMarked;
