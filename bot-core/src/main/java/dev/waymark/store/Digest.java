package dev.waymark.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts rows and sums them up, so that two databases can be compared. Not thread-safe. */
final class Digest {

  private final MessageDigest digest;
  private final Map<String, Long> rows = new LinkedHashMap<>();

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    for (Table table : Table.values()) {
      rows.put(table.tableName(), 0L);
    }
  }

  /** Adds a row as it is written in an export. */
  void add(Table table, String line) {
    rows.merge(table.tableName(), 1L, Long::sum);
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** What there is; nothing can be added after it. */
  StoreTransfer.Summary summary() {
    return new StoreTransfer.Summary(rows, HexFormat.of().formatHex(digest.digest()));
  }
}
