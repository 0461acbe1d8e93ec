package dev.waymark.cli;

/** Exit codes, which scripts rely on. */
final class Exit {

  /** Done; of {@code ask}: answered, or offered a choice. */
  static final int OK = 0;

  /** Failed; of {@code lint}: there are faults. */
  static final int FAILED = 1;

  /** The command was written wrongly. */
  static final int USAGE = 2;

  /** Of {@code ask}: the guide has no answer. */
  static final int REFUSED = 3;

  private Exit() {}
}
