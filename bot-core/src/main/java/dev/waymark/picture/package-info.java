/**
 * Pictures for a chat: the roadmap as a drawn trail, the salaries as a chart. PNG with alternative
 * text, drawn without a display and without any font of the machine.
 */
@NullMarked
package dev.waymark.picture;

import org.jspecify.annotations.NullMarked;
