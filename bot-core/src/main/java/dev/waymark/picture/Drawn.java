package dev.waymark.picture;

/**
 * A picture and what it shows in words.
 *
 * @param png the file's bytes; not copied, so leave them as they are
 * @param altText all that the picture tells, at most 1,000 characters
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a message, never compared
public record Drawn(byte[] png, String altText) {}
