package dev.waymark.chat;

/**
 * A value to offer while an option is being typed.
 *
 * @param value what is given when it is taken
 * @param label what people read; at most 100 characters are shown
 */
public record Suggestion(String value, String label) {}
