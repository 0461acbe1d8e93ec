package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people do, as Slack tells the bot of it. Thread-safe. */
final class Playing {

  private static final Pattern ESCAPED_TAG = Pattern.compile("&lt;([@#][A-Z0-9]+)&gt;");

  private final World world;
  private final Answers answers;

  Playing(World world) {
    this.world = world;
    this.answers = new Answers(world);
  }

  SentMessage mention(Member author, Channel channel, String text, @Nullable String thread) {
    return write(author, channel, "<@" + world.botUserId() + "> " + text, thread);
  }

  /** Writes a message, in a thread when its first message is given. */
  SentMessage write(Member author, Channel channel, String text, @Nullable String thread) {
    if (channel.isArchived() || !channel.has(author)) {
      throw new AssertionError(author.name() + " cannot write in " + channel.name());
    }
    String escaped = escape(text);
    ObjectNode json = Payloads.message(world, author, world.newTs(), escaped);
    if (thread != null) {
      json.put("thread_ts", thread);
      world.message(channel, thread).ifPresent(root -> json.put("parent_user_id", root.author()));
    }
    var message = new Message(channel, null, json, json, Map.of());
    world.add(message);
    SentMessage sent = world.replies().expect(message);
    world.events().messageWritten(message, mentionsBot(escaped));
    return sent;
  }

  private boolean mentionsBot(String text) {
    return text.contains("<@" + world.botUserId() + ">");
  }

  /** As Slack hands on what people type: three signs are escaped, but for mentions. */
  private static String escape(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return ESCAPED_TAG.matcher(escaped).replaceAll("<$1>");
  }

  void edit(Message message, String text) {
    ObjectNode before = message.json();
    ObjectNode content = Json.object().put("text", escape(text));
    message.edit(content, content, world.newTs());
    world.events().messageChanged(message, before);
  }

  void delete(Message message) {
    message.delete();
    world.events().messageDeleted(message);
  }

  /**
   * The message that a person sees.
   *
   * @throws AssertionError when it is gone, or only another sees it
   */
  Message visible(Member member, SeenMessage seen) {
    Message message =
        world.message(seen).orElseThrow(() -> new AssertionError("The message is gone."));
    boolean others = message.onlyFor().filter(only -> only != member).isPresent();
    if (others || !message.channel().has(member)) {
      throw new AssertionError(member.name() + " does not see that message.");
    }
    return message;
  }

  Interaction command(Member member, Channel channel, String name, String text) {
    if (!world.options().granted("commands") || !world.options().registered(name)) {
      throw new AssertionError(name + " is not a valid command.");
    }
    var used =
        new Interaction(world, Interaction.Kind.COMMAND, member, channel, null, name + " " + text);
    ObjectNode payload = Payloads.command(world, used, channel, name, escape(text));
    return send(
        used, Delivery.Type.COMMAND, payload, response -> answers.toCommand(used, response));
  }

  /** Presses or chooses under a message. */
  Interaction act(Member member, SeenMessage seen, String actionId, String value) {
    Message message = visible(member, seen);
    Channel channel = message.channel();
    var used =
        new Interaction(
            world, Interaction.Kind.ACTION, member, channel, message, "action " + actionId);
    ObjectNode payload = Payloads.interaction(world, used, "block_actions");
    Payloads.onMessage(world, payload, used, message);
    payload.putArray("actions").add(action(message.json(), actionId, value));
    return send(used, Delivery.Type.INTERACTIVE, payload, response -> {});
  }

  /** Presses or chooses in a modal or an App Home. */
  Interaction act(Member member, SeenView seen, String actionId, String value) {
    View view = open(member, seen);
    var used =
        new Interaction(world, Interaction.Kind.ACTION, member, null, null, "action " + actionId);
    ObjectNode payload = Payloads.interaction(world, used, "block_actions");
    ObjectNode json = view.json();
    json.putObject("state").set("values", Inputs.initial(json));
    Payloads.onView(payload, json);
    payload.putArray("actions").add(action(view.json(), actionId, value));
    return send(used, Delivery.Type.INTERACTIVE, payload, response -> {});
  }

  private ObjectNode action(JsonNode holder, String actionId, String value) {
    JsonNode blocks = holder.path("blocks");
    JsonNode block =
        Blocks.blockOf(blocks, actionId)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "There is no %s, only %s"
                            .formatted(
                                actionId,
                                Blocks.elements(blocks)
                                    .map(e -> e.path("action_id").asText())
                                    .toList())));
    JsonNode element =
        Blocks.elementsOf(block)
            .filter(e -> e.path("action_id").asText().equals(actionId))
            .findFirst()
            .orElse(MissingNode.getInstance());
    ObjectNode action;
    if (element.path("type").asText().equals("button")) {
      action = Json.object().put("type", "button");
      action.set("text", element.path("text"));
      action.put("value", element.path("value").asText(""));
    } else {
      action = Inputs.filled(element, value);
    }
    action.put("action_id", actionId).put("block_id", block.path("block_id").asText());
    return action.put("action_ts", world.newTs());
  }

  private View open(Member member, SeenView seen) {
    View view =
        world.views().byId(seen.id()).orElseThrow(() -> new AssertionError("The view is closed."));
    if (view.member() != member) {
      throw new AssertionError(member.name() + " does not see that view.");
    }
    return view;
  }

  Interaction messageShortcut(Member member, String callbackId, Message message) {
    Channel channel = message.channel();
    var used =
        new Interaction(
            world, Interaction.Kind.SHORTCUT, member, channel, message, "shortcut " + callbackId);
    ObjectNode payload = Payloads.interaction(world, used, "message_action");
    payload.put("callback_id", callbackId).put("message_ts", message.ts());
    payload.set("message", message.json());
    payload.put("response_url", Payloads.responseUrl(world, used));
    return send(used, Delivery.Type.INTERACTIVE, payload, response -> {});
  }

  Interaction globalShortcut(Member member, String callbackId) {
    var used =
        new Interaction(
            world, Interaction.Kind.SHORTCUT, member, null, null, "shortcut " + callbackId);
    ObjectNode payload = Payloads.interaction(world, used, "shortcut");
    return send(
        used, Delivery.Type.INTERACTIVE, payload.put("callback_id", callbackId), response -> {});
  }

  Interaction openHome(Member member) {
    var used = new Interaction(world, Interaction.Kind.HOME, member, null, null, "App Home");
    world.add(used);
    answers.awaitViews(used);
    world.events().homeOpened(member);
    return used;
  }

  AssistantPane openAssistant(Member member, Channel beside) {
    Channel conversation = world.conversation(member);
    String thread = world.newTs();
    ObjectNode root = Payloads.botMessage(world, thread).put("text", "New Assistant Thread");
    root.put("subtype", "assistant_app_thread").put("thread_ts", thread);
    world.add(new Message(conversation, null, root, root, Map.of()));
    var pane = new AssistantPane(world, member, thread);
    world.add(pane);
    world.events().assistantStarted(member, thread, beside);
    return pane;
  }

  Interaction submit(Member member, SeenView seen, Map<String, String> values) {
    View view = top(member, seen);
    ObjectNode json = view.json();
    String callback = json.path("callback_id").asText();
    json.putObject("state").set("values", Inputs.state(json, values));
    var used =
        new Interaction(
            world, Interaction.Kind.SUBMISSION, member, null, null, "modal " + callback);
    ObjectNode payload = Payloads.interaction(world, used, "view_submission");
    payload.set("view", json);
    payload.putArray("response_urls");
    return send(
        used,
        Delivery.Type.INTERACTIVE,
        payload,
        response -> answers.toSubmission(used, view, response));
  }

  Interaction close(Member member, SeenView seen) {
    View view = top(member, seen);
    world.views().close(view);
    var used =
        new Interaction(world, Interaction.Kind.CLOSING, member, null, null, "closing of a modal");
    if (view.json().path("notify_on_close").asBoolean()) {
      ObjectNode payload =
          Payloads.interaction(world, used, "view_closed").put("is_cleared", false);
      payload.set("view", view.json());
      return send(used, Delivery.Type.INTERACTIVE, payload, response -> {});
    }
    return used;
  }

  private View top(Member member, SeenView seen) {
    View view = open(member, seen);
    if (world.views().top(member).filter(top -> top == view).isEmpty()) {
      throw new AssertionError("That is no modal, or another one stands above it.");
    }
    return view;
  }

  private Interaction send(
      Interaction used, Delivery.Type type, ObjectNode payload, Consumer<JsonNode> then) {
    world.add(used);
    answers.awaitViews(used);
    if (used.kind() != Interaction.Kind.CLOSING) {
      world.replies().expect(used);
    }
    BiConsumer<Duration, JsonNode> acknowledged =
        (took, response) -> {
          then.accept(response);
          used.acknowledged(new Interaction.Acknowledged(took, response));
        };
    world.deliveries().send(type, payload, acknowledged);
    return used;
  }

  Answers answers() {
    return answers;
  }
}
