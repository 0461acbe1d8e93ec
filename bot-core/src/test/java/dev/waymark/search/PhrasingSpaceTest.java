package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhrasingSpaceTest {

  private static final int N = SentenceEncoder.DIMENSIONS;

  private static double cosine(PhrasingSpace space, float[] a, float[] b) {
    return VectorUtil.dotProduct(space.of(a), space.of(b));
  }

  private static float[] unit(int... dimensions) {
    float[] vector = new float[N];
    for (int d : dimensions) {
      vector[Math.abs(d)] = d < 0 ? -1 : 1;
    }
    return VectorUtil.l2normalize(vector);
  }

  @Test
  @DisplayName("phrasings of one section come nearer to each other, measured by those of another")
  void realPhrasings() {
    try (SentenceEncoder encoder = SentenceEncoder.load(Optional.empty())) {
      List<float[]> people =
          Stream.of(
                  "how do I meet other engineers",
                  "where can I find people of my field",
                  "is a meetup worth the evening")
              .map(t -> encoder.encode(t).vector())
              .toList();
      List<float[]> data =
          Stream.of("do I need to know sql", "is sql a must", "which database should I learn")
              .map(t -> encoder.encode(t).vector())
              .toList();
      PhrasingSpace plain = PhrasingSpace.learn(List.of());
      PhrasingSpace learned = PhrasingSpace.learn(List.of(people, data));

      assertThat(lead(learned, people, data)).isGreaterThan(lead(plain, people, data) + 0.02);
      assertThat(lead(learned, data, people)).isGreaterThan(lead(plain, data, people) + 0.02);
    }
  }

  /** How much nearer the phrasings of a section are to each other than to those of another. */
  private static double lead(PhrasingSpace space, List<float[]> group, List<float[]> others) {
    double within =
        cosine(space, group.get(0), group.get(1))
            + cosine(space, group.get(1), group.get(2))
            + cosine(space, group.get(2), group.get(0));
    double across = 0;
    for (float[] one : group) {
      for (float[] other : others) {
        across += cosine(space, one, other);
      }
    }
    return within / 3 - across / 9;
  }

  @Test
  @DisplayName("a way of putting things that is learned from some sections counts little in all")
  void newSection() {
    // Every section is asked for in two tones, which differ along the last direction alone.
    var groups = new ArrayList<List<float[]>>();
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      int about = random.nextInt(100);
      groups.add(List.of(unit(about, N - 1), unit(about, -(N - 1))));
    }
    PhrasingSpace space = PhrasingSpace.learn(groups);

    // What sections say differs along other directions; this one was not among them.
    assertThat(cosine(space, unit(200, N - 1), unit(200, -(N - 1)))).isBetween(0.8, 0.999);
    assertThat(cosine(space, unit(200), unit(201))).isCloseTo(0, within(1e-3));
  }

  @Test
  @DisplayName("without phrasings, or with one a section, it is the plain space")
  void plain() {
    var random = new Random(12);
    float[] a = new float[N];
    float[] b = new float[N];
    for (int i = 0; i < N; i++) {
      a[i] = (float) random.nextGaussian();
      b[i] = (float) random.nextGaussian();
    }
    VectorUtil.l2normalize(a);
    VectorUtil.l2normalize(b);

    for (PhrasingSpace space :
        List.of(
            PhrasingSpace.learn(List.of()),
            PhrasingSpace.learn(List.of(List.of(a), List.of(b))),
            PhrasingSpace.learn(List.of(List.of(a, a), List.of())))) {
      assertThat(cosine(space, a, b)).isCloseTo(VectorUtil.dotProduct(a, b), within(1e-4));
      assertThat(space.of(a)).containsExactly(a, within(1e-4f));
    }
  }

  @Test
  @DisplayName("the same phrasings give the same space, and its vectors are of length 1")
  void same() {
    List<List<float[]>> groups =
        List.of(List.of(unit(1, 2), unit(1, 3)), List.of(unit(4), unit(5)));
    float[] image = PhrasingSpace.learn(groups).of(unit(1, 2, 5));

    assertThat(PhrasingSpace.learn(groups).of(unit(1, 2, 5))).containsExactly(image);
    assertThat((double) VectorUtil.dotProduct(image, image)).isCloseTo(1, within(1e-5));
    assertThat(PhrasingSpace.learn(groups).of(new float[N])).containsOnly(0);
  }
}
