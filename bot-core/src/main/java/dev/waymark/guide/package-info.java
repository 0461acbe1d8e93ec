/**
 * What a guide says: its sections, refusals, tips and words, and how they are read from a folder,
 * checked and imported. Knows no index, no chat and no database.
 */
@NullMarked
package dev.waymark.guide;

import org.jspecify.annotations.NullMarked;
