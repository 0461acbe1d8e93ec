package dev.waymark.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns at something that takes one at a time, such as a channel: whoever came first goes first,
 * and who has to wait, since the platform asks for patience, has the others wait as well.
 * Thread-safe.
 */
public final class Turns {

  /** A turn, until its end, which is said on the thread that took it. */
  @FunctionalInterface
  public interface Turn {
    void end();
  }

  private static final class Line {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int in;
  }

  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /** Waits for a turn at what has this name. */
  public Turn take(String name) {
    Line line =
        lines.compute(
            name,
            (n, known) -> {
              Line joined = known == null ? new Line() : known;
              joined.in++;
              return joined;
            });
    line.lock.lock();
    return () -> {
      line.lock.unlock();
      // Nothing is kept of what nobody waits for.
      lines.computeIfPresent(name, (n, left) -> --left.in == 0 ? null : left);
    };
  }
}
