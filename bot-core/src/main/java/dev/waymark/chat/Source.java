package dev.waymark.chat;

/**
 * What a reply rests on.
 *
 * @param id the section's
 * @param title what people read
 * @param note its date or the like; may be empty
 */
public record Source(String id, String title, String note) {}
