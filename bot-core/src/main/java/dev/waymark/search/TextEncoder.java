package dev.waymark.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Encodes many texts, those that the cache holds at no cost. */
record TextEncoder(Supplier<SentenceEncoder> encoder, VectorCache cache) {

  /** The vectors of the texts, by text. */
  Map<String, Encoded> encode(List<String> texts) {
    Map<String, Encoded> kept = cache.read();
    var hashes = new HashMap<String, String>();
    var missing = new LinkedHashSet<String>();
    for (String text : new LinkedHashSet<>(texts)) {
      String hash = VectorCache.hash(text);
      hashes.put(text, hash);
      if (!kept.containsKey(hash)) {
        missing.add(text);
      }
    }
    Map<String, Encoded> byHash = kept;
    if (!missing.isEmpty()) {
      var made = new ConcurrentHashMap<String, Encoded>(kept);
      SentenceEncoder loaded = encoder.get();
      missing.parallelStream()
          .forEach(text -> made.put(VectorCache.hash(text), loaded.encode(text)));
      byHash = made;
      cache.write(byHash, List.copyOf(hashes.values()));
    }
    var vectors = new HashMap<String, Encoded>();
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      vectors.put(entry.getKey(), byHash.get(entry.getValue()));
    }
    return vectors;
  }
}
