package dev.waymark.slack.loopback;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What shall fail next, by method. Thread-safe. */
final class Failures {

  private final Map<Method, Queue<Failure>> queues = new EnumMap<>(Method.class);

  Failures() {
    for (Method method : Method.values()) {
      queues.put(method, new ConcurrentLinkedQueue<>());
    }
  }

  void add(Method method, Failure failure, int times) {
    for (int i = 0; i < times; i++) {
      queue(method).add(failure);
    }
  }

  Optional<Failure> next(Method method) {
    return Optional.ofNullable(queue(method).poll());
  }

  private Queue<Failure> queue(Method method) {
    return queues.getOrDefault(method, new ConcurrentLinkedQueue<>());
  }
}
