package dev.waymark.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says something of the bot's own accord. Thread-safe; blocking is fine, it is called on virtual
 * threads.
 */
public interface ChatChannel {

  /**
   * What a platform allows a bot that says things of its own accord.
   *
   * @param perSecond how many posts a second in all places together
   * @param keyLasts how long a post that is tried again with the same key stands once; zero where
   *     the platform knows no such key
   */
  record Limits(int perSecond, Duration keyLasts) {}

  /** What the platform allows. */
  Limits limits();

  /**
   * Whether this process reaches a place. Of several that share the work each may reach some places
   * only.
   */
  boolean reaches(Place place);

  /**
   * Posts.
   *
   * @param reply has the key at the end of a choice's id, so that it can be found by it
   * @param key the same key posts once, where the platform can tell
   */
  Posted post(Place place, ChatReply reply, PostKey key);

  /**
   * Looks for a post of which it is not known whether it stands.
   *
   * @param since nothing older is meant
   */
  Search find(Place place, PostKey key, Instant since);

  /** What came of looking for a post. */
  sealed interface Search {

    /** It stands. */
    record Stands(String messageId) implements Search {}

    /** It does not. */
    record Absent() implements Search {}

    /** The place cannot be searched, or not just now. */
    record NotKnown() implements Search {}
  }

  /** What the bot lacks for posting in a place, in the platform's words; empty when it may post. */
  List<String> missing(Place place);

  /**
   * Tells a member something that nobody else reads.
   *
   * @return whether they were told
   */
  boolean tell(Member member, ChatReply reply);
}
