package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A modal or an App Home as Slack keeps it. Thread-safe. */
final class View {

  private final String id;
  private final Member member;
  private ObjectNode json = Json.object();
  private JsonNode sent = Json.object();
  private String hash = "";

  View(String id, Member member) {
    this.id = id;
    this.member = member;
  }

  String id() {
    return id;
  }

  Member member() {
    return member;
  }

  synchronized String hash() {
    return hash;
  }

  synchronized void show(ObjectNode whole, JsonNode as, String newHash) {
    json = whole;
    sent = as;
    hash = newHash;
  }

  synchronized ObjectNode json() {
    return json.deepCopy();
  }

  synchronized SeenView seen() {
    return new SeenView(id, hash, json.deepCopy(), sent);
  }
}
