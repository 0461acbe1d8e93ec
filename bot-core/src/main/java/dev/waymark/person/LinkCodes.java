package dev.waymark.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** One-time codes that people read off one screen and type on another. Thread-safe. */
public final class LinkCodes {

  // 31 signs without those that look alike (0 O 1 I L): ten of them are 2^49 codes.
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int LENGTH = 10;
  private static final int GROUP = 5;

  private final SecureRandom random;

  public LinkCodes(SecureRandom random) {
    this.random = random;
  }

  /** A new code, such as {@code K7Q4A-9TXMB}. */
  public String make() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i == GROUP ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** What is kept of a code as somebody typed it; empty when no code looks like that. */
  public static Optional<String> hash(String typed) {
    String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "");
    if (code.length() != LENGTH || !code.chars().allMatch(c -> SIGNS.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
      return Optional.of(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
