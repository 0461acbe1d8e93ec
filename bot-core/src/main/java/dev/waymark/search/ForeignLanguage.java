package dev.waymark.search;

import dev.waymark.guide.LanguageReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells whether a text is in another language than the guide's. The model takes 10 MB and most of a
 * second to load, so it is loaded at the first text that looks foreign. Thread-safe.
 */
final class ForeignLanguage {

  private static final String MODEL = "/langdetect-183.bin";

  // A short text is never certain: another language counts when it is so many times as likely as
  // the guide's own.
  private static final double LIKELIER = 1.3;
  // Languages akin to each other come within a tenth; one far behind the likeliest is none of it,
  // though it may be the first that there is a reply for.
  private static final double OF_LIKELIEST = 0.8;
  private static final int FEWEST_WORDS = 3;

  private final String own;
  private final Map<String, LanguageReply> byIso3 = new HashMap<>();

  ForeignLanguage(String own, List<LanguageReply> replies) {
    this.own = iso3(own);
    replies.stream().filter(r -> !r.code().equals(own)).forEach(r -> byIso3.put(iso3(r.code()), r));
    // The model knows written Norwegian and Mandarin by their own codes.
    Optional.ofNullable(byIso3.get("nor")).ifPresent(r -> byIso3.put("nob", r));
    Optional.ofNullable(byIso3.get("zho")).ifPresent(r -> byIso3.put("cmn", r));
  }

  private static String iso3(String code) {
    try {
      return Locale.of(code).getISO3Language();
    } catch (MissingResourceException e) {
      return code;
    }
  }

  /** The reply for the text's language; empty when it is the guide's own, or too short to tell. */
  Optional<LanguageReply> of(String text, Reading reading) {
    if (byIso3.isEmpty() || !looksForeign(text, reading)) {
      return Optional.empty();
    }
    Language[] likely = new LanguageDetectorME(Model.LOADED).predictLanguages(text);
    double ownConfidence = 0;
    Optional<Language> foreign = Optional.empty();
    for (Language language : likely) {
      if (language.getLang().equals(own)) {
        ownConfidence = language.getConfidence();
      } else if (foreign.isEmpty() && byIso3.containsKey(language.getLang())) {
        foreign = Optional.of(language);
      }
    }
    double least = Math.max(ownConfidence * LIKELIER, likely[0].getConfidence() * OF_LIKELIEST);
    return foreign.filter(l -> l.getConfidence() >= least).map(l -> byIso3.get(l.getLang()));
  }

  private static boolean looksForeign(String text, Reading reading) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long other =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN)
            .count();
    if (letters > 0 && other * 2 > letters) {
      return true;
    }
    boolean accents =
        text.codePoints().anyMatch(c -> c > 0xBF && c < 0x250 && Character.isLetter(c));
    return reading.words().size() >= FEWEST_WORDS
        && (accents || reading.unknown().size() * 4 >= reading.words().size());
  }

  /** Loaded at the first use, and once for all guides. */
  private static final class Model {

    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream in = ForeignLanguage.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException(MODEL + " is not on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(MODEL + " cannot be read", e);
      }
    }
  }
}
