package dev.waymark.answer;

import dev.waymark.guide.BodyPart;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses what of a section's body is shown for a question: the part nearest to it, and others that
 * are about as near and have room. A list is shown with the line that leads to it, since an entry
 * alone says little. Immutable.
 *
 * @param nearness by sentence how near it is to the question
 * @param room how much may be shown
 */
record Excerpt(Map<String, Double> nearness, Room room) {

  /**
   * How much may be shown.
   *
   * @param characters of Markdown, unless a single sentence has more
   * @param parts at most so many
   * @param behind how much less near than the nearest part another may be
   */
  record Room(int characters, int parts, double behind) {

    // Two sentences or a short list; less shows hardly a thought.
    private static final int ONE_OF_SEVERAL = 320;

    /** The room of an answer beside others in one message. */
    Room besideOthers() {
      return new Room(ONE_OF_SEVERAL, parts, behind);
    }
  }

  /** The chosen parts of a body as Markdown, in their order; empty when there are none. */
  String of(List<BodyPart> parts) {
    List<Integer> order = nearestFirst(parts.size(), i -> near(parts.get(i)));
    var shown = new TreeMap<Integer, String>();
    int left = room.characters();
    for (int i : order) {
      BodyPart part = parts.get(i);
      if (shown.isEmpty()) {
        shown.put(i, fitted(part));
        left -= shown.get(i).length();
      } else if (shown.size() < room.parts()
          && whole(part).length() <= left
          && near(part) >= near(parts.get(order.getFirst())) - room.behind()) {
        shown.put(i, whole(part));
        left -= shown.get(i).length();
      }
    }
    return String.join("\n\n", shown.values());
  }

  /** Numbers from 0, ties in their order. */
  private static List<Integer> nearestFirst(int count, IntToDoubleFunction near) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -near.applyAsDouble(i)))
        .toList();
  }

  /** How near its two nearest sentences are: one alone may be near by a single word. */
  private double near(BodyPart part) {
    return Stream.concat(part.lead().stream(), part.pieces().stream())
        .flatMap(p -> p.sentences().stream())
        .mapToDouble(s -> -near(s))
        .sorted()
        .limit(2)
        .map(n -> -n)
        .average()
        .orElse(0);
  }

  private double near(BodyPart.Piece piece) {
    return piece.sentences().stream().mapToDouble(this::near).max().orElse(0);
  }

  private double near(String sentence) {
    return nearness.getOrDefault(sentence, 0.0);
  }

  private static String whole(BodyPart part) {
    return lead(part) + markdown(part.pieces());
  }

  private static String lead(BodyPart part) {
    return part.lead().map(lead -> lead.markdown() + "\n\n").orElse("");
  }

  private static String markdown(Collection<BodyPart.Piece> pieces) {
    return pieces.stream().map(BodyPart.Piece::markdown).collect(Collectors.joining("\n"));
  }

  private String fitted(BodyPart part) {
    String whole = whole(part);
    List<String> sentences = part.pieces().stream().flatMap(p -> p.sentences().stream()).toList();
    if (whole.length() <= room.characters() || sentences.isEmpty()) {
      return whole;
    }
    return lead(part)
        + switch (part.kind()) {
          case CODE -> markdown(part.pieces());
          case LIST -> markdown(nearestEntries(part));
          case NUMBERED_LIST ->
              markdown(around(part, part.pieces(), BodyPart.Piece::markdown, this::near));
          case PROSE -> String.join(" ", around(part, sentences, s -> s, this::near));
        };
  }

  private List<BodyPart.Piece> nearestEntries(BodyPart part) {
    List<BodyPart.Piece> entries = part.pieces();
    int left = room.characters() - lead(part).length();
    var kept = new TreeSet<Integer>();
    for (int i : nearestFirst(entries.size(), i -> near(entries.get(i)))) {
      int length = entries.get(i).markdown().length() + 1;
      if (kept.isEmpty() || length <= left) {
        kept.add(i);
        left -= length;
      }
    }
    return kept.stream().map(entries::get).toList();
  }

  /**
   * As many as fit around the nearest one, without gaps: what has a number keeps it, and what
   * follows from another stands after it.
   */
  private <T> List<T> around(
      BodyPart part, List<T> all, Function<T, String> text, ToDoubleFunction<T> near) {
    int from = nearestFirst(all.size(), i -> near.applyAsDouble(all.get(i))).getFirst();
    int to = from + 1;
    int left = room.characters() - lead(part).length() - text.apply(all.get(from)).length();
    while (true) {
      int most = left;
      IntPredicate fits = i -> i >= 0 && i < all.size() && text.apply(all.get(i)).length() < most;
      boolean after = fits.test(to);
      boolean before = fits.test(from - 1);
      if (!after && !before) {
        return all.subList(from, to);
      }
      boolean onwards =
          after
              && (!before
                  || near.applyAsDouble(all.get(to)) >= near.applyAsDouble(all.get(from - 1)));
      left -= text.apply(all.get(onwards ? to++ : --from)).length() + 1;
    }
  }
}
