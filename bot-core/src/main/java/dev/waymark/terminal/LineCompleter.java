package dev.waymark.terminal;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/**
 * {@link Completions} as JLine asks for them. A line is not taken apart any other way: an
 * apostrophe in a question opens no quotation.
 */
final class LineCompleter implements Parser, Completer {

  private final Completions completions;

  LineCompleter(Completions completions) {
    this.completions = completions;
  }

  @Override
  public ParsedLine parse(String line, int cursor, @Nullable ParseContext context) {
    if (context != ParseContext.COMPLETE) {
      return new Typed(line, cursor, 0, List.of());
    }
    Completions.Fitting fitting = completions.after(line.substring(0, cursor));
    return new Typed(line, cursor, fitting.from(), fitting.items());
  }

  @Override
  public boolean isEscapeChar(char ch) {
    return false;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof Typed typed) {
      int order = 0;
      for (Completions.Item item : typed.items()) {
        candidates.add(
            new Candidate(
                item.value(),
                item.label(),
                null,
                item.note().isEmpty() ? null : item.note(),
                null,
                null,
                item.whole(),
                order++));
      }
    }
  }

  /**
   * A line with the part that is being completed as its only word.
   *
   * @param from where that part begins
   */
  private record Typed(String line, int cursor, int from, List<Completions.Item> items)
      implements CompletingParsedLine {

    @Override
    public String word() {
      return line.substring(from, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - from;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }
  }

  /** Takes all candidates: the bot knows better than the letters whether one fits. */
  static final class TakesAll implements CompletionMatcher {

    private String typed = "";
    private List<Candidate> all = List.of();

    @Override
    public void compile(
        Map<LineReader.Option, Boolean> options,
        boolean prefix,
        CompletingParsedLine line,
        boolean caseInsensitive,
        int errors,
        @Nullable String originalGroupName) {
      typed = line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
      all = List.copyOf(candidates);
      return all;
    }

    @Override
    public @Nullable Candidate exactMatch() {
      return all.stream().filter(c -> c.value().equals(typed)).findFirst().orElse(null);
    }

    @Override
    public String getCommonPrefix() {
      String common = all.isEmpty() ? typed : all.getFirst().value();
      for (Candidate candidate : all) {
        while (!candidate.value().startsWith(common)) {
          common = common.substring(0, common.length() - 1);
        }
      }
      return common.startsWith(typed) ? common : typed;
    }
  }
}
