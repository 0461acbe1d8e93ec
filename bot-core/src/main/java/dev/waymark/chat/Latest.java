package dev.waymark.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that keeps what was used last and forgets the rest. Not thread-safe.
 *
 * @param <K> names
 * @param <V> what they stand for
 */
public final class Latest<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  /**
   * Makes an empty one.
   *
   * @param most how many it keeps
   */
  public Latest(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
