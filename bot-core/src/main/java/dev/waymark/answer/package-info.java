/**
 * The judgement: a question becomes an answer, a choice or a refusal. Pure: no files, no chat, no
 * clock.
 */
@NullMarked
package dev.waymark.answer;

import org.jspecify.annotations.NullMarked;
