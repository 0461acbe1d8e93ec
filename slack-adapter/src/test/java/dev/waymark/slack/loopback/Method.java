package dev.waymark.slack.loopback;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The part of Slack's Web API that this server has, and what has an address of its own. */
public enum Method {
  AUTH_TEST("auth.test", "", ""),
  APPS_CONNECTIONS_OPEN("apps.connections.open", "", ""),
  CHAT_POST_MESSAGE("chat.postMessage", "chat:write", "channel"),
  CHAT_POST_EPHEMERAL("chat.postEphemeral", "chat:write", "channel,user"),
  CHAT_UPDATE("chat.update", "chat:write", "channel,ts"),
  CHAT_DELETE("chat.delete", "chat:write", "channel,ts"),
  CONVERSATIONS_INFO("conversations.info", "*:read", "channel"),
  CONVERSATIONS_OPEN("conversations.open", "im:write", "users"),
  CONVERSATIONS_REPLIES("conversations.replies", "*:history", "channel,ts"),
  CONVERSATIONS_HISTORY("conversations.history", "*:history", "channel"),
  USERS_INFO("users.info", "users:read", "user"),
  VIEWS_OPEN("views.open", "", "trigger_id,view"),
  VIEWS_PUSH("views.push", "", "trigger_id,view"),
  VIEWS_UPDATE("views.update", "", "view"),
  VIEWS_PUBLISH("views.publish", "", "user_id,view"),
  FILES_GET_UPLOAD_URL("files.getUploadURLExternal", "files:write", "filename,length"),
  FILES_COMPLETE_UPLOAD("files.completeUploadExternal", "files:write", "files"),
  ASSISTANT_SET_STATUS(
      "assistant.threads.setStatus", "assistant:write", "channel_id,thread_ts,status"),
  ASSISTANT_SET_PROMPTS(
      "assistant.threads.setSuggestedPrompts", "assistant:write", "channel_id,prompts"),
  ASSISTANT_SET_TITLE(
      "assistant.threads.setTitle", "assistant:write", "channel_id,thread_ts,title"),
  /** Not a method: the bytes of a file. */
  UPLOAD("(upload)", "", ""),
  /** Not a method: a message by an interaction's own address. */
  RESPONSE_URL("(response_url)", "", "");

  private final String method;
  private final String scope;
  private final String required;

  Method(String method, String scope, String required) {
    this.method = method;
    this.scope = scope;
    this.required = required;
  }

  /** The method of a name in Slack's documentation, {@code chat.postMessage}. */
  static Optional<Method> of(String name) {
    return Arrays.stream(values()).filter(method -> method.method.equals(name)).findFirst();
  }

  /** Its name in Slack's documentation. */
  public String method() {
    return method;
  }

  /** The scope without which it does nothing; what has a star depends on the kind of channel. */
  Optional<String> scope() {
    return scope.isEmpty() ? Optional.empty() : Optional.of(scope);
  }

  /** The arguments without which it does nothing. */
  List<String> required() {
    return required.isEmpty() ? List.of() : List.of(required.split(",", -1));
  }
}
