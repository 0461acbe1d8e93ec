package dev.waymark.chat;

/**
 * A picture with its words.
 *
 * @param name a file's name, such as {@code roadmap.png}
 * @param png the picture; not copied, so not to be changed
 * @param alt all that it shows, in words, for those who do not see it; at most 1,024 characters
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Picture(String name, byte[] png, String alt) {}
