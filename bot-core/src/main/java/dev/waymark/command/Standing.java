package dev.waymark.command;

import dev.waymark.chat.ChatReply;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import dev.waymark.roadmap.Progress;
import java.util.List;

/**
 * Where a member stands when a command comes in.
 *
 * @param person who they are
 * @param history all that happened on their ways, oldest first
 * @param book the guide in question
 * @param progress where they stand in it
 * @param news what they have to be told about a new edition; empty when there is nothing to tell
 */
record Standing(
    Person person, List<Entry> history, GuideShelf.Book book, Progress progress, String news) {

  /** A reply with the news before it. */
  ChatReply tell(ChatReply reply) {
    return news.isEmpty() ? reply : reply.saying(news + "\n\n" + reply.markdown());
  }
}
