package dev.waymark.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's Home tab: the member's next step, their whole way, and what else they can do. It is
 * drawn anew whenever it is opened or used, so that it is never old. Thread-safe.
 */
final class SlackHome {

  private static final Logger LOG = LoggerFactory.getLogger(SlackHome.class);
  private static final int BLOCKS = 100;

  private final ChatBot bot;
  private final SlackChannel channel;

  SlackHome(ChatBot bot, SlackChannel channel) {
    this.bot = bot;
    this.channel = channel;
  }

  /**
   * Shows it.
   *
   * @param hash what Slack calls the state that the member sees; null when they see none
   */
  void open(Member member, Place place, @Nullable String hash) {
    publish(member, place, hash, run(member, place, SlackManifest.NEXT));
  }

  /** Shows it with what was answered to a press in it. */
  void show(Member member, Place place, @Nullable String hash, ChatReply answer) {
    if (!answer.documents().isEmpty()) {
      channel.answer(new SlackChannel.Spot(user(member), user(member), "", "", false), answer);
    }
    publish(member, place, hash, Optional.of(answer));
  }

  private void publish(
      Member member, Place place, @Nullable String hash, Optional<ChatReply> first) {
    String user = user(member);
    try {
      publish(user, view(member, place, first), hash);
    } catch (SlackChannel.Refused e) {
      if (e.error().equals("hash_conflict")) {
        again(member, place);
      } else {
        LOG.warn("Slack refused a Home tab: {} {}", e.error(), e.needed());
      }
    } catch (IOException | RuntimeException e) {
      Incident.of(Platform.SLACK, "showing a Home tab", e);
    }
  }

  /** Another window or instance was quicker; what is drawn after it is the newest there is. */
  private void again(Member member, Place place) {
    try {
      publish(user(member), view(member, place, run(member, place, SlackManifest.NEXT)), null);
    } catch (SlackChannel.Refused e) {
      LOG.warn("Slack refused a Home tab: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      Incident.of(Platform.SLACK, "showing a Home tab", e);
    }
  }

  private void publish(String user, View view, @Nullable String hash)
      throws IOException, SlackChannel.Refused {
    channel.call(user, m -> m.viewsPublish(r -> r.userId(user).view(view).hash(hash)));
  }

  private View view(Member member, Place place, Optional<ChatReply> first) {
    var blocks = new ArrayList<LayoutBlock>();
    first.ifPresent(r -> blocks.addAll(blocks(r)));
    run(member, place, SlackManifest.ROADMAP)
        .ifPresent(
            r -> {
              blocks.add(DividerBlock.builder().build());
              blocks.addAll(blocks(r.offering(List.of())));
            });
    List<LayoutBlock> shown = blocks.subList(0, Math.min(blocks.size(), BLOCKS - 2));
    shown.add(DividerBlock.builder().build());
    shown.add(SlackReply.buttons(choices()));
    return View.builder().type("home").blocks(List.copyOf(shown)).build();
  }

  /** A reply without its picture, since pictures would pile up among the workspace's files. */
  private static List<LayoutBlock> blocks(ChatReply reply) {
    var inWords =
        new ChatReply(
            reply.tone(),
            reply.title(),
            reply.markdown(),
            reply.sources(),
            reply.choices(),
            Optional.empty(),
            List.of(),
            reply.replaces(),
            reply.visibility());
    return SlackReply.of(inWords, Optional.empty()).stream()
        .flatMap(m -> m.blocks().stream())
        .toList();
  }

  private static List<Choice> choices() {
    return SlackManifest.HOME.entrySet().stream()
        .map(c -> Choice.of(c.getKey(), c.getValue()))
        .toList();
  }

  private Optional<ChatReply> run(Member member, Place place, String command) {
    return bot.handle(
        new ChatRequest("", member, false, place, new ChatRequest.Command(command, Map.of())));
  }

  private static String user(Member member) {
    return member.id().substring(member.id().indexOf('/') + 1);
  }
}
