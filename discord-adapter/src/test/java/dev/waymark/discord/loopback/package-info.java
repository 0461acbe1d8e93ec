/**
 * A strict Discord on this machine's loopback, for tests: the real client library talks to it over
 * HTTP and WebSocket. People act through {@link dev.waymark.discord.loopback.Member} and {@link
 * dev.waymark.discord.loopback.Person}; what they do returns at once, and {@code await()} waits for
 * the bot's reply:
 *
 * <pre>{@code
 * try (var discord = LoopbackDiscord.start()) {
 *   Member ana = discord.guild("G").member("ana");
 *   // ... start the bot with discord.apiUrl(), discord.gatewayUrl() and discord.token() ...
 *   SeenMessage reply = ana.slash("#general", "ask", Map.of("question", "why?")).await();
 *   SeenMessage next = ana.button(reply, "next:done:step-3").await();
 *   discord.fail(Endpoint.CREATE_MESSAGE, Failure.missingPermission());
 *   discord.gateway().cut();
 * } // fails the test when the bot broke a rule that discord.expect(...) did not announce
 * }</pre>
 */
@NullMarked
package dev.waymark.discord.loopback;

import org.jspecify.annotations.NullMarked;
