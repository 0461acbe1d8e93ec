package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with blocks or a view, place by place. Not thread-safe. */
final class Faults {

  private final List<String> all = new ArrayList<>();
  private boolean shape;

  /** Something that cannot be shown. */
  void wrong(String at, String what) {
    shape = true;
    all.add(what + " [json-pointer:" + at + "]");
  }

  /** A text that may be absent, but not longer. */
  void atMost(String at, JsonNode text, int most) {
    if (Json.length(text) > most) {
      tooLong(at, most);
    }
  }

  private void tooLong(String at, int most) {
    all.add("must be less than " + (most + 1) + " characters [json-pointer:" + at + "]");
  }

  /** A text that must be there and fit. */
  void between(String at, JsonNode text, int least, int most) {
    if (!text.isTextual()) {
      wrong(at, "missing required field");
    } else if (Json.length(text) < least) {
      all.add("must be more than " + (least - 1) + " characters [json-pointer:" + at + "]");
    } else {
      atMost(at, text, most);
    }
  }

  /** So many things, no fewer and no more. */
  void count(String at, JsonNode things, int least, int most) {
    if (things.size() < least) {
      all.add("no fewer than " + least + " items required [json-pointer:" + at + "]");
    } else if (things.size() > most) {
      all.add("no more than " + most + " items allowed [json-pointer:" + at + "]");
    }
  }

  /** Fails with Slack's error for all that is wrong. */
  void throwIfAny(String error) {
    if (!all.isEmpty()) {
      throw ApiError.explained(shape ? Rule.BLOCK : Rule.LIMIT, error, all);
    }
  }
}
