package dev.waymark.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Incident;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot shows beside messages: its Home tab, with the member's next step, their whole way
 * and what else they can do; and dialogs, which ask back until all is said. Thread-safe.
 */
final class SlackViews {

  private static final Logger LOG = LoggerFactory.getLogger(SlackViews.class);
  private static final int BLOCKS = 100;
  private static final int TITLE = 24;
  // Kept in a dialog that was opened from a Home tab, which is drawn anew after each of its steps.
  private static final String FROM_HOME = "home";
  private static final String HOME = "home";

  /**
   * Somebody who looks at something of the bot's.
   *
   * @param user their id at Slack
   */
  record Viewer(String user, Member member, Place place) {

    private ChatRequest asks(String command) {
      return new ChatRequest("", member, false, place, new ChatRequest.Command(command, Map.of()));
    }
  }

  private final ChatBot bot;
  private final SlackApi api;
  private final SlackChannel channel;

  SlackViews(ChatBot bot, SlackApi api, SlackChannel channel) {
    this.bot = bot;
    this.api = api;
    this.channel = channel;
  }

  /**
   * Draws the Home tab, so that it is never old when it is looked at.
   *
   * @param hash what Slack calls the state that the member sees; null when they see none
   */
  void home(Viewer viewer, @Nullable String hash) {
    publish(viewer, glance(viewer, SlackManifest.NEXT), hash);
  }

  /** Shows what came of a press in a Home tab or a dialog. */
  void pressed(Viewer viewer, View in, String trigger, ChatReply reply) {
    channel.documents(viewer.user(), reply);
    if (!in.getType().equals(HOME)) {
      update(in, reply);
      if (FROM_HOME.equals(in.getPrivateMetadata())) {
        home(viewer, null);
      }
    } else if (reply.replaces() || !open(trigger, reply, FROM_HOME)) {
      publish(viewer, reply, in.getHash());
    }
  }

  /**
   * Opens a dialog.
   *
   * @return whether it is open; if not, the reply has to be given in another way
   */
  boolean dialog(String trigger, ChatReply reply) {
    return open(trigger, reply, "");
  }

  private boolean open(String trigger, ChatReply reply, String from) {
    try {
      View view = dialog(reply, from);
      api.call(trigger, m -> m.viewsOpen(r -> r.triggerId(trigger).view(view)));
      return true;
    } catch (SlackApi.Refused e) {
      LOG.warn("Slack refused a dialog: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      LOG.warn("a dialog could not be opened: {}", e.getClass().getName());
    }
    return false;
  }

  private void update(View in, ChatReply reply) {
    try {
      View view = dialog(reply, in.getPrivateMetadata());
      api.call(in.getId(), m -> m.viewsUpdate(r -> r.viewId(in.getId()).view(view)));
    } catch (SlackApi.Refused e) {
      // It was closed meanwhile, say; what was chosen in it is done.
      LOG.warn("Slack refused to go on with a dialog: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      Incident.of(Platform.SLACK, "going on with a dialog", e);
    }
  }

  private View dialog(ChatReply reply, @Nullable String from) {
    boolean fits = !reply.title().isBlank() && reply.title().length() <= TITLE;
    String title = fits ? reply.title() : SlackManifest.NAME;
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text(title).emoji(false).build())
        .close(ViewClose.builder().type("plain_text").text("Close").emoji(false).build())
        .privateMetadata(from)
        .blocks(blocks(fits ? reply.titled("") : reply, api.picture(reply)).limit(BLOCKS).toList())
        .build();
  }

  private void publish(Viewer viewer, ChatReply first, @Nullable String hash) {
    try {
      try {
        publish(viewer.user(), drawn(viewer, first), hash);
      } catch (SlackApi.Refused e) {
        if (!e.error().equals("hash_conflict")) {
          throw e;
        }
        // Another window or instance was quicker; what is drawn after it is the newest there is.
        publish(viewer.user(), drawn(viewer, glance(viewer, SlackManifest.NEXT)), null);
      }
    } catch (SlackApi.Refused e) {
      LOG.warn("Slack refused a Home tab: {} {}", e.error(), e.needed());
    } catch (IOException | RuntimeException e) {
      Incident.of(Platform.SLACK, "showing a Home tab", e);
    }
  }

  private void publish(String user, View view, @Nullable String hash)
      throws IOException, SlackApi.Refused {
    api.call(user, m -> m.viewsPublish(r -> r.userId(user).view(view).hash(hash)));
  }

  private View drawn(Viewer viewer, ChatReply first) {
    ChatReply way = glance(viewer, SlackManifest.ROADMAP).offering(List.of());
    Optional<String> picture = api.picture(way);
    // The picture has every step, and says them to whom it cannot be shown.
    ChatReply brief = picture.isEmpty() ? way : way.saying(way.markdown().split("\n\n", 2)[0]);
    var blocks = new ArrayList<LayoutBlock>();
    blocks(first, api.picture(first)).forEach(blocks::add);
    blocks.add(DividerBlock.builder().build());
    blocks(brief, picture).forEach(blocks::add);
    tips(viewer).ifPresent(tips -> blocks(tips, Optional.empty()).forEach(blocks::add));
    List<LayoutBlock> shown =
        new ArrayList<>(blocks.subList(0, Math.min(blocks.size(), BLOCKS - 2)));
    shown.add(DividerBlock.builder().build());
    shown.addAll(SlackReply.choices(SlackManifest.HOME));
    return View.builder().type(HOME).blocks(shown).build();
  }

  /** The daily tips of the workspace's channels, for those who may manage them. */
  private Optional<ChatReply> tips(Viewer viewer) {
    ChatRequest asked = viewer.asks(SlackManifest.TIPS);
    return bot.dependsOnManager(asked) && api.isManager(viewer.user())
        ? Optional.of(bot.glance(asked.byManager()))
        : Optional.empty();
  }

  private ChatReply glance(Viewer viewer, String command) {
    return bot.glance(viewer.asks(command));
  }

  private Stream<LayoutBlock> blocks(ChatReply reply, Optional<String> picture) {
    return SlackReply.of(channel.spelled(reply), picture).stream()
        .flatMap(m -> m.blocks().stream());
  }
}
