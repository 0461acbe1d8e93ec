package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pane in which a person talks to the assistant: a thread in their conversation. */
public final class AssistantPane {

  /** Something to ask, as a button. */
  public record Prompt(String title, String message) {}

  private final World world;
  private final Member member;
  private final String thread;
  private final List<String> statuses = new CopyOnWriteArrayList<>();
  private volatile Optional<List<Prompt>> prompts = Optional.empty();
  private volatile String title = "";

  AssistantPane(World world, Member member, String thread) {
    this.world = world;
    this.member = member;
    this.thread = thread;
  }

  /** The first message of the thread. */
  public String thread() {
    return thread;
  }

  /** Waits for suggestions of what to ask. */
  public List<Prompt> prompts() {
    return world.signal().await(Awaited.PATIENCE, "suggested prompts", () -> prompts);
  }

  /** Writes into the thread. */
  public SentMessage says(String text) {
    return world.playing().write(member, world.conversation(member), text, thread);
  }

  /** Presses a suggestion. */
  public SentMessage presses(Prompt prompt) {
    return says(prompt.message());
  }

  /** Looks at a channel beside the pane; the bot is told. */
  public void looksAt(String channel) {
    world.events().assistantContextChanged(member, thread, world.channelNamed(channel));
  }

  /** All that the bot said it was doing, in order; an empty one when it was done. */
  public List<String> statuses() {
    return List.copyOf(statuses);
  }

  /** What the thread is called; empty while the bot has not named it. */
  public String title() {
    return title;
  }

  boolean isIn(Channel channel) {
    return channel == world.conversation(member);
  }

  void prompts(JsonNode given) {
    prompts =
        Optional.of(
            Json.list(given).stream()
                .map(p -> new Prompt(p.path("title").asText(), p.path("message").asText()))
                .toList());
    world.signal().changed();
  }

  void status(String status) {
    statuses.add(status);
    world.signal().changed();
  }

  /** The bot's message ends what it said it was doing. */
  void botWrote() {
    if (!statuses.isEmpty() && !statuses.getLast().isEmpty()) {
      status("");
    }
  }

  void title(String name) {
    title = name;
    world.signal().changed();
  }
}
