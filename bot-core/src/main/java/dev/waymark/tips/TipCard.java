package dev.waymark.tips;

import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Source;
import dev.waymark.chat.Visibility;
import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import java.util.List;

/** A tip as it is shown. */
public final class TipCard {

  private TipCard() {}

  /** A tip with the section behind it. */
  public static ChatReply of(Tip tip, Guide guide) {
    List<Source> sources =
        guide.section(tip.section()).stream()
            .map(s -> new Source(s.id(), s.title(), guide.info().review()))
            .toList();
    return ChatReply.content(tip.text()).titled("Tip").from(sources);
  }

  /** The day's tip in a channel; its button leads each reader to their own next step. */
  static ChatReply post(Tip tip, Guide guide, PostKey key) {
    return of(tip, guide)
        .titled("Tip of the day")
        .offering(List.of(Choice.main("next:tip:" + key.value(), "My next step")))
        .visibleTo(Visibility.PUBLIC);
  }
}
