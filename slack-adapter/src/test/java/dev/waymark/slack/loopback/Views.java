package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The modals that people have open, one above the other, and their App Homes. Thread-safe. */
final class Views {

  static final int MOST_OPEN = 3;
  private static final List<String> TEXTS =
      List.of("private_metadata", "callback_id", "external_id");

  private final World world;
  private final Map<Member, Deque<View>> open = new ConcurrentHashMap<>();
  private final Map<Member, View> homes = new ConcurrentHashMap<>();

  Views(World world) {
    this.world = world;
  }

  /** Opens a modal in place of all that are open. */
  synchronized View open(Member member, JsonNode sent) {
    stack(member).clear();
    return push(member, sent);
  }

  /** Opens a modal above the others. */
  synchronized View push(Member member, JsonNode sent) {
    Deque<View> stack = stack(member);
    if (stack.size() >= MOST_OPEN) {
      throw ApiError.broken(Rule.LIMIT, "push_limit_reached", "three modals are open already");
    }
    var view = new View(world.newId("V"), member);
    Optional<View> below = Optional.ofNullable(stack.peekLast());
    stack.addLast(view);
    show(view, sent, below);
    return view;
  }

  /** Shows something else in an open modal, or in an App Home. */
  synchronized void show(View view, JsonNode sent) {
    show(view, sent, Optional.empty());
  }

  private void show(View view, JsonNode sent, Optional<View> below) {
    JsonNode before = view.json();
    ObjectNode json = sent.deepCopy();
    json.put("id", view.id()).put("team_id", world.workspace().id());
    json.put("app_id", world.appId()).put("bot_id", world.botId());
    TEXTS.forEach(name -> json.put(name, sent.path(name).asText("")));
    json.set("blocks", Blocks.withIds(sent.path("blocks"), world));
    json.putObject("state").putObject("values");
    String root = before.path("root_view_id").asText(view.id());
    json.put("root_view_id", below.map(b -> b.json().path("root_view_id").asText()).orElse(root));
    json.put(
        "previous_view_id", below.map(View::id).orElse(before.path("previous_view_id").asText()));
    String hash = world.newTs() + ".hash";
    json.put("hash", hash);
    view.show(json, sent, hash);
    world.signal().changed();
  }

  /** Shows a member's App Home. */
  synchronized View publish(Member member, JsonNode sent) {
    View home = homes.computeIfAbsent(member, m -> new View(world.newId("V"), m));
    show(home, sent);
    return home;
  }

  Optional<View> home(Member member) {
    return Optional.ofNullable(homes.get(member));
  }

  /** The modal that a member sees. */
  synchronized Optional<View> top(Member member) {
    return Optional.ofNullable(stack(member).peekLast());
  }

  /** What is open or published under an id. */
  synchronized Optional<View> byId(String id) {
    return open.values().stream()
        .flatMap(Deque::stream)
        .filter(view -> view.id().equals(id))
        .findFirst()
        .or(() -> homes.values().stream().filter(view -> view.id().equals(id)).findFirst());
  }

  synchronized Optional<View> byExternalId(String id) {
    return open.values().stream()
        .flatMap(Deque::stream)
        .filter(view -> view.json().path("external_id").asText().equals(id))
        .findFirst();
  }

  synchronized void close(View view) {
    stack(view.member()).remove(view);
    world.signal().changed();
  }

  synchronized void closeAll(Member member) {
    stack(member).clear();
    world.signal().changed();
  }

  private Deque<View> stack(Member member) {
    return open.computeIfAbsent(member, m -> new ArrayDeque<>());
  }
}
