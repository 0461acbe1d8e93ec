/** Judged questions and what is measured on them; the fitting of the answer's weights. */
@NullMarked
package dev.waymark.evaluation;

import org.jspecify.annotations.NullMarked;
