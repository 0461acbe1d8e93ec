package dev.waymark.guide;

import java.util.List;
import java.util.Map;

/**
 * Messages from which it is learned what must get no answer whatever section is near, beside the
 * guards' own {@code asks}: {@code guarded/NAME.txt} for {@code refusal-NAME}.
 *
 * @param byRefusal by the refusal's id, in lower case
 * @param harmless messages that only sound like these, from {@code guarded/harmless.txt}
 */
public record GuardExamples(Map<String, List<String>> byRefusal, List<String> harmless) {

  /** None, as with {@code --no-common}. */
  public static final GuardExamples NONE = new GuardExamples(Map.of(), List.of());

  public GuardExamples {
    byRefusal = Map.copyOf(byRefusal);
    harmless = List.copyOf(harmless);
  }

  /** Those of one refusal; none when there are none. */
  public List<String> of(Refusal refusal) {
    return byRefusal.getOrDefault(refusal.id(), List.of());
  }
}
