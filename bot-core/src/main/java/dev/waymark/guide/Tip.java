package dev.waymark.guide;

/**
 * One idea and one action of under a quarter of an hour.
 *
 * @param id stable name
 * @param text at most 280 characters
 * @param section id of the section it belongs to
 */
public record Tip(String id, String text, String section) {}
