/**
 * Reading an article of the series into a guide folder: text, Markdown or HTML, of any profession.
 */
@NullMarked
package dev.waymark.article;

import org.jspecify.annotations.NullMarked;
