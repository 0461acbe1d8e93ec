package dev.waymark.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All of a guide's texts, ready to be compared with questions, and what is learned from them. Kept
 * between runs by {@link PreparedFile}. Immutable and thread-safe.
 *
 * @param space learned from the sections' phrasings
 * @param classifier learned from the sections' phrasings and the refusals'
 * @param guards learned from the meanings of {@link GuardTexts#groups}
 * @param guardWords learned from their words
 * @param typical how near the sections' phrasings are to each other, and how well told apart
 * @param rows by text its place among the vectors
 * @param meanings the texts' meanings
 * @param spaced the same in the space
 * @param centers for each section, then each refusal, the middle of its phrasings in the space
 * @param pieces the texts' word pieces; none of texts that are never compared word by word
 */
record PreparedTexts(
    PhrasingSpace space,
    PhrasingClassifier classifier,
    PhrasingClassifier guards,
    WordClassifier guardWords,
    Typical typical,
    Map<String, Integer> rows,
    Vectors8 meanings,
    Vectors8 spaced,
    Vectors8 centers,
    WordPieces pieces) {

  int row(String text) {
    return Objects.requireNonNull(rows.get(text));
  }

  int[] rows(List<String> texts) {
    return rows(rows, texts);
  }

  static int[] rows(Map<String, Integer> rows, List<String> texts) {
    int[] found = new int[texts.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = Objects.requireNonNull(rows.get(texts.get(i)));
    }
    return found;
  }

  /**
   * Prepares all texts of a guide, or takes them as they were prepared before.
   *
   * @param guide the guide's id, which names its files in the cache
   * @param guards what must get no answer
   * @param cacheFolder where they are kept between runs, or empty to keep none
   * @param encoder waited for only when something is to be encoded
   */
  static PreparedTexts prepare(
      String guide,
      List<SectionTexts> sections,
      List<SectionTexts> refusals,
      GuardTexts guards,
      Optional<Path> cacheFolder,
      Supplier<SentenceEncoder> encoder) {
    List<String> texts = distinct(sections, refusals, guards);
    Optional<PreparedFile> file =
        cacheFolder.map(
            f ->
                new PreparedFile(
                    f.resolve(VectorCache.name(guide) + ".prepared"),
                    hash(sections, refusals, guards)));
    Optional<PreparedTexts> kept = file.flatMap(f -> f.read(texts));
    if (kept.isPresent()) {
      return kept.get();
    }
    Map<String, Encoded> encoded =
        new TextEncoder(encoder, new VectorCache(cacheFolder, guide)).encode(texts);
    PreparedTexts made =
        of(encoded, sections, refusals, guards, encoder.get().wordPiece().saysLittle());
    file.ifPresent(f -> f.write(made));
    return made;
  }

  private static List<String> distinct(
      List<SectionTexts> sections, List<SectionTexts> refusals, GuardTexts guards) {
    return Stream.of(
            Stream.concat(sections.stream(), refusals.stream()).flatMap(s -> s.all().stream()),
            guards.learnedFrom().stream().flatMap(List::stream))
        .flatMap(texts -> texts)
        .distinct()
        .toList();
  }

  /** Stands for all that the prepared texts depend on: each text, and what it is in its section. */
  static String hash(List<SectionTexts> sections, List<SectionTexts> refusals, GuardTexts guards) {
    var all = new StringBuilder();
    for (List<SectionTexts> group : List.of(sections, refusals)) {
      all.append(group.size()).append('\n');
      for (SectionTexts s : group) {
        all.append(s.asks().size()).append(' ').append(s.phrasings().size()).append(' ');
        all.append(s.sentences().size()).append(' ').append(s.passages().size()).append('\n');
        s.all().forEach(text -> all.append(text).append('\n'));
      }
    }
    // The other groups' texts are among those above.
    all.append(guards.ids()).append('\n');
    for (List<String> group : guards.learnedFrom()) {
      all.append(group.size()).append('\n');
      group.forEach(text -> all.append(text).append('\n'));
    }
    return VectorCache.hash(all.toString());
  }

  /**
   * Prepares encoded texts.
   *
   * @param saysLittle word pieces that are left out of the comparison word by word
   */
  static PreparedTexts of(
      Map<String, Encoded> encoded,
      List<SectionTexts> sections,
      List<SectionTexts> refusals,
      GuardTexts guards,
      Set<Integer> saysLittle) {
    PhrasingSpace space = PhrasingSpace.learn(phrased(sections, encoded));
    List<SectionTexts> all = Stream.concat(sections.stream(), refusals.stream()).toList();
    var rows = new HashMap<String, Integer>();
    var meanings = new ArrayList<Vector8>();
    var spaced = new ArrayList<Vector8>();
    List<String> texts = distinct(sections, refusals, guards);
    for (String text : texts) {
      float[] vector = get(encoded, text).vector();
      rows.put(text, rows.size());
      meanings.add(Vector8.of(vector));
      spaced.add(Vector8.of(space.of(vector)));
    }
    var centers = new ArrayList<Vector8>();
    for (SectionTexts section : all) {
      int[] phrased = rows(rows, section.phrased());
      centers.add(Vector8.middle(Arrays.stream(phrased).mapToObj(spaced::get).toList()));
    }
    List<List<float[]>> phrased = phrased(all, encoded);
    PhrasingClassifier classifier = PhrasingClassifier.learn(phrased);
    Vectors8 meaningsPacked = Vectors8.of(meanings);
    Vectors8 spacedPacked = Vectors8.of(spaced);
    return new PreparedTexts(
        space,
        classifier,
        PhrasingClassifier.learn(guards.groups().stream().map(g -> vectors(g, encoded)).toList()),
        WordClassifier.learn(guards.groups()),
        Typical.of(sections, rows, meaningsPacked, spacedPacked, classifier.typical(phrased)),
        rows,
        meaningsPacked,
        spacedPacked,
        Vectors8.of(centers),
        pieces(texts, encoded, all, saysLittle));
  }

  /** The vectors of each section's phrasings. */
  private static List<List<float[]>> phrased(
      List<SectionTexts> sections, Map<String, Encoded> encoded) {
    return sections.stream().map(s -> vectors(s.phrased(), encoded)).toList();
  }

  private static List<float[]> vectors(List<String> texts, Map<String, Encoded> encoded) {
    return texts.stream().map(t -> get(encoded, t).vector()).toList();
  }

  private static Encoded get(Map<String, Encoded> encoded, String text) {
    return Objects.requireNonNull(encoded.get(text));
  }

  private static WordPieces pieces(
      List<String> texts,
      Map<String, Encoded> encoded,
      List<SectionTexts> all,
      Set<Integer> saysLittle) {
    var wordByWord = new HashSet<String>();
    all.forEach(s -> wordByWord.addAll(s.wordByWord()));
    var ids = new ArrayList<Integer>();
    var vectors = new ArrayList<byte[]>();
    int[] starts = new int[texts.size() + 1];
    for (int row = 0; row < texts.size(); row++) {
      Encoded text = get(encoded, texts.get(row));
      for (int i = 0; i < text.tokens().length && wordByWord.contains(texts.get(row)); i++) {
        if (!saysLittle.contains(text.tokens()[i])) {
          ids.add(text.tokens()[i]);
          vectors.add(text.tokenVectors()[i]);
        }
      }
      starts[row + 1] = ids.size();
    }
    return new WordPieces(
        ids.stream().mapToInt(i -> i).toArray(), starts, PackedVectors.ofBytes(vectors));
  }
}
