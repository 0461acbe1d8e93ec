package dev.waymark.search;

import dev.waymark.guide.Guide;
import dev.waymark.guide.LanguageReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A guide made ready to be asked: Lucene for the words, the sentence encoder for the meaning.
 * Thread-safe.
 *
 * <p>A question is narrowed down in three looks: every section by its middle, title and passages;
 * the near ones by each of their phrasings; the nearest by every signal, word by word.
 */
public final class GuideIndex implements AutoCloseable {

  // The right section is nearly always among the first few dozen at first sight, and among the
  // first dozen once its phrasings are looked at; each one more costs time.
  private static final int ROUGH_SECTIONS = 40;
  private static final int LATE_SECTIONS = 12;
  private static final int LATE_REFUSALS = 5;
  // About as many as the encoder reads at once, whatever the words.
  private static final int PIECE_WORDS = 80;

  private final Encoder shared;
  private final SentenceEncoder encoder;
  private final QuestionReader reader;
  private final WordIndex words;
  private final ForeignLanguage languages;
  private final List<SectionVectors> sections;
  private final List<SectionVectors> refusals;
  private final TokenWeights weights;
  private final PreparedTexts prepared;
  private final GuardClassifier guards;

  private GuideIndex(
      Encoder shared,
      QuestionReader reader,
      WordIndex words,
      ForeignLanguage languages,
      PreparedTexts prepared,
      List<SectionVectors> sections,
      List<SectionVectors> refusals,
      TokenWeights weights,
      GuardClassifier guards) {
    this.shared = shared;
    this.encoder = shared.get();
    this.reader = reader;
    this.words = words;
    this.languages = languages;
    this.sections = sections;
    this.refusals = refusals;
    this.weights = weights;
    this.prepared = prepared;
    this.guards = guards;
  }

  /**
   * The sentence encoder, being loaded while other things are made ready. Several indexes may share
   * one; it is closed with the last of them. Thread-safe.
   */
  public static final class Encoder {

    private final Future<SentenceEncoder> loading;
    private final AtomicInteger users = new AtomicInteger();

    private Encoder(Future<SentenceEncoder> loading) {
      this.loading = loading;
    }

    private SentenceEncoder get() {
      return await(loading);
    }

    private void release() {
      if (users.decrementAndGet() == 0) {
        get().close();
      }
    }

    /** Whether it could not be loaded; another attempt may go better. */
    public boolean hasFailed() {
      return loading.state() == Future.State.FAILED;
    }

    /** Closes it once it is loaded, without waiting, when no index will use it. */
    public void discard() {
      users.incrementAndGet();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  release();
                } catch (IllegalStateException e) {
                  // It did not load, so there is nothing to close.
                  return;
                }
              });
    }
  }

  private static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the index cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the index was being made", e);
    }
  }

  /**
   * Begins to load the sentence encoder, which takes longer than anything else at start.
   *
   * @param cacheFolder where it is unpacked once, or empty to keep nothing
   */
  public static Encoder loadEncoder(Optional<Path> cacheFolder) {
    var loading = new FutureTask<>(() -> SentenceEncoder.load(cacheFolder));
    Thread.ofPlatform().daemon().name("encoder").start(loading);
    return new Encoder(loading);
  }

  /**
   * Makes the index. Takes a few milliseconds for each text whose vector is not in the cache.
   *
   * @param guide what to index
   * @param cacheFolder where vectors are kept between runs, or empty to keep none
   * @param encoder see {@link #loadEncoder}; closed with the last index that has it
   */
  public static GuideIndex build(Guide guide, Optional<Path> cacheFolder, Encoder encoder) {
    var phrasings = new SharedPhrasings(guide);
    List<SectionTexts> sectionTexts =
        guide.sections().stream().map(s -> SectionTexts.of(s, phrasings.of(s))).toList();
    List<SectionTexts> refusalTexts = guide.refusals().stream().map(SectionTexts::of).toList();
    GuardTexts guardTexts = GuardTexts.of(guide, sectionTexts, refusalTexts);
    // Lucene's part and the vectors' part take about as long, and know nothing of each other.
    var words = new FutureTask<>(() -> new WordIndex(guide, sectionTexts, cacheFolder));
    Thread.ofPlatform().daemon().name("words").start(words);
    PreparedTexts prepared =
        PreparedTexts.prepare(
            guide.info().id(), sectionTexts, refusalTexts, guardTexts, cacheFolder, encoder::get);
    List<SectionVectors> sections = vectors(sectionTexts, 0, prepared);
    List<SectionVectors> refusals = vectors(refusalTexts, sectionTexts.size(), prepared);
    var reader = new QuestionReader(guide, encoder.get().wordPiece());
    WordIndex wordIndex = await(words);
    // From here on nothing fails, so whoever takes part in the encoder will also let go of it.
    encoder.users.incrementAndGet();
    return new GuideIndex(
        encoder,
        reader,
        wordIndex,
        new ForeignLanguage(guide.info().language(), guide.languages()),
        prepared,
        sections,
        refusals,
        TokenWeights.of(sectionTexts, prepared),
        new GuardClassifier(guardTexts, prepared, encoder.get().wordPiece().sentenceEnds()));
  }

  private static List<SectionVectors> vectors(
      List<SectionTexts> texts, int first, PreparedTexts prepared) {
    var vectors = new ArrayList<SectionVectors>();
    for (SectionTexts section : texts) {
      vectors.add(new SectionVectors(section, first + vectors.size(), prepared));
    }
    return List.copyOf(vectors);
  }

  /**
   * All that the index says about a question.
   *
   * @param always ids of sections that get all their signals even when they are not near
   */
  public Findings find(String question, Set<String> always) {
    return find(question, always, true);
  }

  /**
   * A quick look: as {@link #find}, but nothing is compared word by word, and neither refusals nor
   * an {@link Alarm} are looked for.
   */
  public Findings glance(String question) {
    return find(question, Set.of(), false);
  }

  private Findings find(String question, Set<String> always, boolean wordByWord) {
    QuestionReader.Words read = reader.read(question);
    Encoded encoded = encoder.encode(read.text());
    Query query = Query.of(encoded, prepared, weights, words.scores(read.text()));
    Reading reading = read.with(query.meaning());
    List<SectionVectors.Glance> glances = glances(sections, query);
    var hits = new ArrayList<Hit>();
    var others = new ArrayList<String>();
    for (SectionVectors.Rough rough : rough(glances, query, ROUGH_SECTIONS, always)) {
      if (hits.size() < LATE_SECTIONS || always.contains(rough.section().id())) {
        hits.add(rough.section().hit(rough, query, wordByWord));
      } else {
        others.add(rough.section().id());
      }
    }
    glances.stream()
        .skip(ROUGH_SECTIONS)
        .map(g -> g.section().id())
        .filter(id -> !always.contains(id))
        .forEach(others::add);
    List<Hit> refused =
        wordByWord
            ? rough(glances(refusals, query), query, refusals.size(), Set.of()).stream()
                .limit(LATE_REFUSALS)
                .map(r -> r.section().hit(r, query, true))
                .toList()
            : List.of();
    return new Findings(
        reading,
        hits,
        others,
        refused,
        query.words().unseen(),
        wordByWord ? alarm(question, encoded) : Alarm.NONE);
  }

  /** How much speaks for a text being one that must get no answer. */
  public Alarm alarm(String text) {
    return alarm(text, encode(text));
  }

  private Encoded encode(String text) {
    return encoder.encode(reader.read(text).text());
  }

  /** The encoder reads the beginning of a long text, so what follows is read piece by piece. */
  private Alarm alarm(String text, Encoded encoded) {
    Alarm alarm = guards.of(text, encoded);
    if (encoded.isCut()) {
      String[] words = text.split(" ", -1);
      for (int from = PIECE_WORDS; from < words.length; from += PIECE_WORDS) {
        int to = Math.min(words.length, from + PIECE_WORDS);
        String piece = String.join(" ", List.of(words).subList(from, to));
        alarm = alarm.or(guards.of(piece, encode(piece)));
      }
    }
    return alarm;
  }

  private static List<SectionVectors.Glance> glances(List<SectionVectors> all, Query query) {
    return all.stream().map(s -> s.glance(query)).sorted(SectionVectors.FIRST_LOOK).toList();
  }

  private static List<SectionVectors.Rough> rough(
      List<SectionVectors.Glance> glances, Query query, int most, Set<String> always) {
    var rough = new ArrayList<SectionVectors.Rough>();
    for (int i = 0; i < glances.size(); i++) {
      SectionVectors.Glance glance = glances.get(i);
      if (i < most || always.contains(glance.section().id())) {
        rough.add(glance.section().rough(glance, query));
      }
    }
    rough.sort(SectionVectors.NEAREST_FIRST);
    return rough;
  }

  /**
   * The reply to a text that is in another language than the guide's; empty when it is in the
   * guide's.
   */
  public Optional<LanguageReply> foreignLanguage(String text, Reading reading) {
    return languages.of(text, reading);
  }

  /** How near this guide's phrasings are to each other, and how well told apart. */
  public Typical typical() {
    return prepared.typical();
  }

  /** How near each sentence of a section's summary and body is to the question. */
  public Map<String, Double> sentences(String section, Reading question) {
    return sections.stream()
        .filter(s -> s.id().equals(section))
        .findFirst()
        .map(s -> s.sentences(question.meaning().vector()))
        .orElse(Map.of());
  }

  /**
   * Searches with Lucene's simple query syntax: {@code "exact phrase"}, {@code +must}, {@code
   * -not}, {@code pre*}. Never throws on any input.
   *
   * @return ids of the sections, best first, ties by id
   */
  public List<String> search(String query, int most) {
    return words.search(query, most);
  }

  /**
   * The sentence encoder alone: the nearest of a section's texts to the question as it was typed.
   */
  public Baseline encoderAlone() {
    return new Baseline() {
      @Override
      public String name() {
        return "Encoder alone, " + SentenceEncoder.MODEL;
      }

      @Override
      public List<Scored> rank(String question) {
        Vector8 meaning = Vector8.of(encoder.encode(question).vector());
        return Baseline.inOrder(
            sections.stream().map(s -> new Scored(s.id(), s.nearest(meaning))).toList());
      }
    };
  }

  @Override
  public void close() {
    words.close();
    shared.release();
  }
}
