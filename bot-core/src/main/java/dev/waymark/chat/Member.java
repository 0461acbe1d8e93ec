package dev.waymark.chat;

/**
 * A person on one platform.
 *
 * @param platform where
 * @param id what the platform calls them, unique on it: a Discord user's id; a Slack team's and
 *     user's, {@code T1/U2}; the user's name in the terminal
 */
public record Member(Platform platform, String id) {}
