package dev.waymark.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on many virtual threads that all begin at the same moment. */
final class Together {

  private Together() {}

  static <T> List<T> run(int threads, Callable<T> work) throws Exception {
    var begin = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> one : Collections.nCopies(threads, work)) {
        running.add(
            pool.submit(
                () -> {
                  begin.await();
                  return one.call();
                }));
      }
      begin.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}
