/**
 * Finding sections by words and by meaning. The only package that knows Lucene and the sentence
 * encoder.
 */
@NullMarked
package dev.waymark.search;

import org.jspecify.annotations.NullMarked;
