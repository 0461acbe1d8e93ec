package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses by which the bot answers interactions, for half an hour and five times. */
final class ResponseUrls {

  static final String PATH = "/response";
  private static final Duration USABLE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final World world;
  private final Drafts drafts;

  ResponseUrls(World world) {
    this.world = world;
    this.drafts = world.playing().answers().drafts();
  }

  WebApi.Answer respond(String id, ObjectNode arguments) {
    Interaction used =
        world
            .interactionByResponse(id)
            .filter(i -> i.channel().isPresent())
            .orElseThrow(() -> ApiError.broken(Rule.RESPONSE_URL, "invalid_url", id));
    if (world.now().isAfter(used.at().plus(USABLE))) {
      throw ApiError.broken(Rule.RESPONSE_URL, "expired_url", "of " + used.what());
    }
    if (used.respond() > USES) {
      throw ApiError.broken(Rule.RESPONSE_URL, "used_url", "of " + used.what());
    }
    String where = "response to " + used.what();
    Optional<Message> original =
        used.kind() == Interaction.Kind.ACTION ? used.pressed() : Optional.empty();
    if (arguments.path("delete_original").asBoolean() && original.isPresent()) {
      original.get().delete();
      world.events().messageDeleted(original.get());
      world.signal().changed();
    } else if (arguments.path("replace_original").asBoolean() && original.isPresent()) {
      drafts.replace(original.get(), drafts.edit(arguments, where), arguments);
      used.answered(original.get());
    } else {
      String thread = thread(used, arguments);
      used.answered(world.playing().answers().write(used, arguments, thread));
    }
    return WebApi.plain("ok");
  }

  private @Nullable String thread(Interaction used, ObjectNode arguments) {
    return used.channel().map(channel -> drafts.thread(channel, arguments)).orElse(null);
  }
}
