package dev.waymark.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many virtual threads that set off at once. */
final class Crowd {

  /** What each of them does. */
  interface Member<T> {
    T act(int number) throws Exception;
  }

  private Crowd() {}

  /** What came of each. */
  static <T> List<T> of(int size, Member<T> member) throws Exception {
    var start = new CyclicBarrier(size);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < size; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              start.await();
              return member.act(number);
            };
        futures.add(threads.submit(task));
      }
      var results = new ArrayList<T>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
