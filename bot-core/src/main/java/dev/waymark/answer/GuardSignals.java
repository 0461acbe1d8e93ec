package dev.waymark.answer;

import dev.waymark.search.Alarm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for a message being one that must get no answer. The names are those of the weights'
 * file.
 */
final class GuardSignals {

  // Keeps the log-odds within 14 where the chance is 0 or 1.
  private static final double NEXT_TO_SURE = 1e-6;

  // In words. In a story one sentence nearly always sounds like something.
  private static final double LONG = 40;

  private static final Map<String, ToDoubleFunction<Judge.Verdict>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("alarm", v -> alarm(v).whole());
    ALL.put("sentence", v -> alarm(v).sentence() - alarm(v).whole());
    ALL.put("words", v -> alarm(v).words());
    ALL.put("nearest", v -> alarm(v).nearest());
    ALL.put("lookalike", v -> alarm(v).lookalike());
    ALL.put("answerable", v -> logOdds(v.answerable()));
    ALL.put("length", v -> Math.log1p(words(v)));
    ALL.put("long", v -> Math.max(0, Math.log(words(v) / LONG)));
  }

  private GuardSignals() {}

  private static double words(Judge.Verdict verdict) {
    return verdict.judged().evidence().message().text().split(" ", -1).length;
  }

  private static Alarm alarm(Judge.Verdict verdict) {
    return verdict.judged().evidence().alarm();
  }

  private static double logOdds(double chance) {
    return Math.log((chance + NEXT_TO_SURE) / (1 - chance + NEXT_TO_SURE));
  }

  /** The signals' names, in order. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The signals of a message, in the order of their names. */
  static double[] of(Judge.Verdict verdict) {
    return ALL.values().stream().mapToDouble(signal -> signal.applyAsDouble(verdict)).toArray();
  }
}
