package dev.waymark.slack.loopback;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The rules that the bot broke, and those that the test said it would. Thread-safe. */
final class Violations {

  private final List<Violation> all = new CopyOnWriteArrayList<>();
  private final Set<Rule> expected = EnumSet.noneOf(Rule.class);

  void add(Violation violation) {
    all.add(violation);
  }

  synchronized void expect(Rule... rules) {
    expected.addAll(List.of(rules));
  }

  List<Violation> all() {
    return List.copyOf(all);
  }

  /**
   * Says whether all is as expected.
   *
   * @throws AssertionError when a rule was broken unexpectedly, or an expected breach did not come
   */
  synchronized void verify() {
    String unexpected =
        all.stream()
            .filter(violation -> !expected.contains(violation.rule()))
            .map(violation -> "\n  " + violation)
            .collect(Collectors.joining());
    if (!unexpected.isEmpty()) {
      throw new AssertionError("The bot broke Slack's rules:" + unexpected);
    }
    Set<Rule> missing = EnumSet.copyOf(expected.isEmpty() ? EnumSet.noneOf(Rule.class) : expected);
    all.forEach(violation -> missing.remove(violation.rule()));
    if (!missing.isEmpty()) {
      throw new AssertionError("The test expected these rules to be broken: " + missing);
    }
  }
}
