package dev.waymark.guide;

/**
 * What to say to someone who asks in another language than the guide's.
 *
 * @param code ISO 639-1 code of the asker's language
 * @param name its English name
 * @param reply in the asker's language, naming the guide's
 */
public record LanguageReply(String code, String name, String reply) {}
