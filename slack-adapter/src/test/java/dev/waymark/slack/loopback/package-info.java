/**
 * A strict Slack on this machine's loopback, for tests: the real client library talks to it, in
 * Socket Mode or over HTTP. People act through {@link dev.waymark.slack.loopback.Member}; what they
 * do returns at once, and {@code await()} waits for the bot's reply:
 *
 * <pre>{@code
 * try (var slack = LoopbackSlack.start()) {
 *   Member ana = slack.workspace().member("ana");
 *   // ... start the bot with slack.apiUrl(), slack.token() and slack.appToken() ...
 *   SeenMessage reply = ana.mentions("#general", "why?").await();
 *   SeenMessage next = ana.press(reply, "next:done:step-3").await();
 *   slack.fail(Method.CHAT_POST_MESSAGE, Failure.rateLimited(Duration.ofSeconds(1)));
 *   slack.socket().cut();
 * } // fails the test when the bot broke a rule that slack.expect(...) did not announce
 * }</pre>
 */
@NullMarked
package dev.waymark.slack.loopback;

import org.jspecify.annotations.NullMarked;
