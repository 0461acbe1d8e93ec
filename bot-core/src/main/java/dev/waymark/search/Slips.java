package dev.waymark.search;

/**
 * How likely one word is a slip of the fingers for another: letters changed, added, dropped or
 * swapped (Damerau 1964), each counted by how people err. A neighbour on the keyboard or another
 * vowel is a slip; a letter from elsewhere makes another word, so that "commute" is not taken for
 * "compute".
 */
final class Slips {

  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final String VOWELS = "aeiouy";

  private static final double SWAP = 0.8;
  private static final double NEAR_KEY = 0.9;
  private static final double OTHER_VOWEL = 0.9;
  private static final double LIKE_SOUND = 0.9;
  private static final double DOUBLED = 0.6;
  private static final double DROPPED = 0.9;
  private static final double ADDED_NEAR = 0.9;
  // More than one slip is allowed for a short word: it is never mended so.
  private static final double ANOTHER_LETTER = 1.4;

  private Slips() {}

  /**
   * The cost of the slips that turn the word that was meant into the one that was typed.
   *
   * @param most a cost above it is not worked out: anything larger comes back
   */
  static double between(String typed, String meant, double most) {
    double[] before = new double[meant.length() + 1];
    double[] row = new double[meant.length() + 1];
    double[] next = new double[meant.length() + 1];
    for (int j = 1; j <= meant.length(); j++) {
      row[j] = row[j - 1] + dropped(meant, j - 1);
    }
    for (int i = 1; i <= typed.length(); i++) {
      next[0] = row[0] + added(typed, i - 1);
      double least = next[0];
      for (int j = 1; j <= meant.length(); j++) {
        char a = typed.charAt(i - 1);
        char b = meant.charAt(j - 1);
        double cost = row[j - 1] + changed(a, b);
        cost = Math.min(cost, row[j] + added(typed, i - 1));
        cost = Math.min(cost, next[j - 1] + dropped(meant, j - 1));
        if (i > 1 && j > 1 && a == meant.charAt(j - 2) && typed.charAt(i - 2) == b && a != b) {
          cost = Math.min(cost, before[j - 2] + SWAP);
        }
        next[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return least;
      }
      double[] old = before;
      before = row;
      row = next;
      next = old;
    }
    return row[meant.length()];
  }

  /** Which letters a word holds, one bit each: a first, quick look. */
  static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << (word.charAt(i) & 31);
    }
    return letters;
  }

  /** No fewer slips than this turn a word of the one set of letters into one of the other. */
  static double atLeast(int typed, int meant) {
    int onlyTyped = Integer.bitCount(typed & ~meant);
    int onlyMeant = Integer.bitCount(meant & ~typed);
    return Math.max(onlyTyped, onlyMeant) * DOUBLED;
  }

  private static double changed(char a, char b) {
    if (a == b) {
      return 0;
    }
    if (VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0) {
      return OTHER_VOWEL;
    }
    if (sounds(a) == sounds(b)) {
      return LIKE_SOUND;
    }
    return near(a, b) ? NEAR_KEY : ANOTHER_LETTER;
  }

  private static char sounds(char c) {
    return switch (c) {
      case 'k', 'q' -> 'c';
      case 'z' -> 's';
      default -> c;
    };
  }

  /** A letter that was meant and not typed. */
  private static double dropped(String meant, int at) {
    boolean doubled = at > 0 && meant.charAt(at - 1) == meant.charAt(at);
    return doubled ? DOUBLED : DROPPED;
  }

  /** A letter that was typed and not meant. */
  private static double added(String typed, int at) {
    char c = typed.charAt(at);
    if (at > 0 && typed.charAt(at - 1) == c) {
      return DOUBLED;
    }
    boolean beside =
        (at > 0 && near(typed.charAt(at - 1), c))
            || (at + 1 < typed.length() && near(typed.charAt(at + 1), c))
            || VOWELS.indexOf(c) >= 0;
    return beside ? ADDED_NEAR : ANOTHER_LETTER;
  }

  private static boolean near(char a, char b) {
    for (int r = 0; r < KEYS.length; r++) {
      int at = KEYS[r].indexOf(a);
      if (at >= 0) {
        for (int s = Math.max(0, r - 1); s <= Math.min(KEYS.length - 1, r + 1); s++) {
          int other = KEYS[s].indexOf(b);
          if (other >= 0 && Math.abs(at - other) <= 1) {
            return true;
          }
        }
        return false;
      }
    }
    return false;
  }
}
