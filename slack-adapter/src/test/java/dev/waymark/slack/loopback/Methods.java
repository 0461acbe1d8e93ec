package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What each method does, once its call is found to be allowed. */
final class Methods {

  private final World world;
  private final SocketMode socket;
  private final ChatMethods chat;
  private final ConversationMethods conversations;
  private final ViewMethods views;
  private final FileMethods files;
  private final AssistantMethods assistant;

  Methods(World world, SocketMode socket) {
    this.world = world;
    this.socket = socket;
    Drafts drafts = world.playing().answers().drafts();
    this.chat = new ChatMethods(world, drafts);
    this.conversations = new ConversationMethods(world);
    this.views = new ViewMethods(world);
    this.files = new FileMethods(world, drafts);
    this.assistant = new AssistantMethods(world);
  }

  ObjectNode answer(Method method, JsonNode arguments) {
    return switch (method) {
      case AUTH_TEST -> authTest();
      case APPS_CONNECTIONS_OPEN -> Json.object().put("url", socket.newAddress());
      case CHAT_POST_MESSAGE -> chat.postMessage(arguments);
      case CHAT_POST_EPHEMERAL -> chat.postEphemeral(arguments);
      case CHAT_UPDATE -> chat.update(arguments);
      case CHAT_DELETE -> chat.delete(arguments);
      case CONVERSATIONS_INFO -> conversations.info(arguments);
      case CONVERSATIONS_OPEN -> conversations.open(arguments);
      case CONVERSATIONS_REPLIES -> conversations.replies(arguments);
      case CONVERSATIONS_HISTORY -> conversations.history(arguments);
      case USERS_INFO -> conversations.user(arguments);
      case VIEWS_OPEN -> views.open(arguments);
      case VIEWS_PUSH -> views.push(arguments);
      case VIEWS_UPDATE -> views.update(arguments);
      case VIEWS_PUBLISH -> views.publish(arguments);
      case FILES_GET_UPLOAD_URL -> files.getUploadUrl(arguments);
      case FILES_COMPLETE_UPLOAD -> files.completeUpload(arguments);
      case ASSISTANT_SET_STATUS -> assistant.setStatus(arguments);
      case ASSISTANT_SET_PROMPTS -> assistant.setPrompts(arguments);
      case ASSISTANT_SET_TITLE -> assistant.setTitle(arguments);
      case UPLOAD, RESPONSE_URL -> throw new IllegalArgumentException(method + " is no method");
    };
  }

  private ObjectNode authTest() {
    return Json.object()
        .put("url", "https://" + Payloads.DOMAIN + ".slack.com/")
        .put("team", "Acme")
        .put("user", "waymark")
        .put("team_id", world.workspace().id())
        .put("user_id", world.botUserId())
        .put("bot_id", world.botId())
        .put("is_enterprise_install", false);
  }
}
