/** A member's way through a guide's steps. Knows no chat and no database. */
@NullMarked
package dev.waymark.roadmap;

import org.jspecify.annotations.NullMarked;
