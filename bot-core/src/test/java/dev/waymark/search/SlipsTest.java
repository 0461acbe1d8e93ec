package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {

  private static final double ALL = 100;

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "backned, backend", // swapped
    "djnago, django",
    "certifcations, certifications", // dropped
    "javva, java", // doubled
    "comitted, committed", // not doubled
    "pythin, python", // another vowel
    "salaru, salary",
    "serber, server", // the key beside it
    "sertver, server", // a key hit as well
    "kareer, career", // what sounds the same
  })
  void aSlipOfTheFingersCostsLessThanOne(String typed, String meant) {
    assertThat(Slips.between(typed, meant, ALL)).isPositive().isLessThan(1);
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource({"commute, compute", "mentor, center", "lead, bead"})
  void anotherLetterMakesAnotherWord(String typed, String meant) {
    assertThat(Slips.between(typed, meant, ALL)).isGreaterThan(1);
  }

  @Test
  @DisplayName("no slips cost nothing, two cost what both cost")
  void sums() {
    assertThat(Slips.between("backend", "backend", ALL)).isZero();
    assertThat(Slips.between("", "", ALL)).isZero();
    double one = Slips.between("bakcend", "backend", ALL);
    double other = Slips.between("backedn", "backend", ALL);
    assertThat(Slips.between("bakcedn", "backend", ALL)).isCloseTo(one + other, within(1e-9));
    assertThat(Slips.between("", "abc", ALL)).isGreaterThan(Slips.between("", "ab", ALL));
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(6)));
    }
    return word.toString();
  }

  @Test
  @DisplayName("a cost up to the limit is exact, one above it is said to be above")
  void limit() {
    var random = new Random(1964);
    for (int i = 0; i < 5_000; i++) {
      String typed = word(random);
      String meant = word(random);
      double exact = Slips.between(typed, meant, ALL);
      double limited = Slips.between(typed, meant, 2);
      if (exact <= 2) {
        assertThat(limited).as("%s for %s", typed, meant).isEqualTo(exact);
      } else {
        assertThat(limited).as("%s for %s", typed, meant).isGreaterThan(2);
      }
    }
  }

  @Test
  @DisplayName("the quick look at the letters never promises more slips than there are")
  void quickLook() {
    var random = new Random(26);
    for (int i = 0; i < 5_000; i++) {
      String typed = word(random);
      String meant = word(random);
      assertThat(Slips.atLeast(Slips.letters(typed), Slips.letters(meant)))
          .as("%s for %s", typed, meant)
          .isLessThanOrEqualTo(Slips.between(typed, meant, ALL) + 1e-9);
    }
    assertThat(Slips.atLeast(Slips.letters("sql"), Slips.letters("java"))).isGreaterThan(1);
    assertThat(Slips.atLeast(Slips.letters("form"), Slips.letters("from"))).isZero();
  }
}
