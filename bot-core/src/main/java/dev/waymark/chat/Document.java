package dev.waymark.chat;

/**
 * A file to keep.
 *
 * @param name such as {@code learning-log.md}
 * @param mediaType such as {@code text/markdown}
 * @param text what is in it
 */
public record Document(String name, String mediaType, String text) {}
