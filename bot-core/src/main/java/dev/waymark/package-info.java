/** Waymark, a career-guide bot: the wiring of its parts and the entrance. */
@NullMarked
package dev.waymark;

import org.jspecify.annotations.NullMarked;
