package dev.waymark.text;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that was meant by a misspelt one. */
public final class NearestWord {

  // No known word is half as long; the distance of a long text would only cost time.
  private static final int LONGEST = 40;

  private NearestWord() {}

  /** What to do about a word that is not among those known. */
  public static String advice(String word, Collection<String> known) {
    return of(word, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElseGet(() -> "remove it, or use one of " + String.join(", ", new TreeSet<>(known)));
  }

  /** The known word that at most a third of the letters set apart from this one. */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : new TreeSet<>(known)) {
      int distance = distance(word, candidate);
      if (distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return least <= Math.max(1, word.length() / 3) ? Optional.of(nearest) : Optional.empty();
  }

  /** Letters to add, drop, change or swap with the next one. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
