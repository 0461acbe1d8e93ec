package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a body, field by field. Not thread-safe. */
final class Faults {

  private final List<FormError> all = new ArrayList<>();

  void add(String field, String code, String message) {
    all.add(new FormError(field, code, message));
  }

  /** A text that may be absent, but not longer. */
  void atMost(String field, JsonNode text, int most) {
    if (Json.length(text) > most) {
      all.add(FormError.tooLong(field, most));
    }
  }

  /** A text that must be there and fit. */
  void between(String field, JsonNode text, int least, int most) {
    if (!Json.given(text)) {
      all.add(FormError.required(field));
    } else if (Json.length(text) < least || Json.length(text) > most) {
      all.add(FormError.length(field, least, most));
    }
  }

  /** So many things, no fewer and no more. */
  void count(String field, int count, int least, int most) {
    if (count < least || count > most) {
      all.add(FormError.length(field, least, most));
    }
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw ApiError.form(Rule.LIMIT, all);
    }
  }
}
