package dev.waymark;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a process that runs until it is told to stop. */
public final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private Shutdown() {}

  /**
   * Waits until the process is asked to stop, then closes what it runs. Whoever asked waits until
   * that is done.
   *
   * @param running what to close, in this order; each may be closed again afterwards
   */
  public static void await(AutoCloseable... running) {
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  await(closed);
                }));
    await(asked);
    for (AutoCloseable each : running) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.warn("not closed cleanly: {}", e.getClass().getName());
      }
    }
    closed.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
