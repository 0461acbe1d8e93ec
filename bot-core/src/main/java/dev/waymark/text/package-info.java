/** What is done to plain words, wherever they come from. Knows nothing else of ours. */
@NullMarked
package dev.waymark.text;

import org.jspecify.annotations.NullMarked;
