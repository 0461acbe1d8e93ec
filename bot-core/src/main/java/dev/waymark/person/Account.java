package dev.waymark.person;

/**
 * Somebody on one platform.
 *
 * @param platform the platform's code, such as {@code discord}
 * @param id what the platform calls them, unique on it
 */
public record Account(String platform, String id) {}
