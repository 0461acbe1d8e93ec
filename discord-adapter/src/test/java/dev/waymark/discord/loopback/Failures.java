package dev.waymark.discord.loopback;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What shall fail next, by endpoint. Thread-safe. */
final class Failures {

  private final Map<Endpoint, Queue<Failure>> queues = new EnumMap<>(Endpoint.class);

  Failures() {
    for (Endpoint endpoint : Endpoint.values()) {
      queues.put(endpoint, new ConcurrentLinkedQueue<>());
    }
  }

  void add(Endpoint endpoint, Failure failure, int times) {
    for (int i = 0; i < times; i++) {
      queue(endpoint).add(failure);
    }
  }

  Optional<Failure> next(Endpoint endpoint) {
    return Optional.ofNullable(queue(endpoint).poll());
  }

  private Queue<Failure> queue(Endpoint endpoint) {
    return queues.getOrDefault(endpoint, new ConcurrentLinkedQueue<>());
  }
}
