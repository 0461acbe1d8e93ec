package dev.waymark.command;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.guide.Guide;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The guides that there are. Immutable and thread-safe. */
public final class GuideShelf {

  private static final int KEY_BYTES = 3;

  /**
   * A guide on the shelf.
   *
   * @param guide what it says
   * @param finder answers questions from it; made at its first use, which takes a second or two
   * @param key a short name for it, the same in every version of the bot: ids of choices have
   *     little room
   */
  public record Book(Guide guide, Supplier<AnswerFinder> finder, String key) {

    /** A guide with its short name. */
    public static Book of(Guide guide, Supplier<AnswerFinder> finder) {
      return new Book(guide, finder, keyOf(guide.info().id()));
    }

    /** The guide's id. */
    public String id() {
      return guide.info().id();
    }
  }

  private final List<Book> books;

  /**
   * Makes a shelf.
   *
   * @param books at least one; the first is followed by whoever has not chosen
   */
  public GuideShelf(List<Book> books) {
    if (books.isEmpty()) {
      throw new IllegalArgumentException("there is no guide");
    }
    this.books = List.copyOf(books);
  }

  /** All guides. */
  public List<Book> books() {
    return books;
  }

  /** The guide that is followed by whoever has not chosen. */
  public Book first() {
    return books.getFirst();
  }

  /** The guide with that id. */
  public Optional<Book> byId(String id) {
    return books.stream().filter(b -> b.id().equals(id)).findFirst();
  }

  /** The guide with that short name. */
  public Optional<Book> byKey(String key) {
    return books.stream().filter(b -> b.key().equals(key)).findFirst();
  }

  private static String keyOf(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
