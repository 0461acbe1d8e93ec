package dev.waymark.guide;

import java.util.List;

/**
 * The reply to a question in a language that the guide is not written in.
 *
 * @param code ISO 639-1 code of the language that the question is in
 * @param name the language's English name
 * @param reply in that language; {@code {language}} stands for the guide's own
 * @param distress what whoever thinks of harming themselves writes in that language, in lower case,
 *     a {@code *} for any ending: they are not to read that the guide is in another one
 */
public record LanguageReply(String code, String name, String reply, List<String> distress) {

  public LanguageReply {
    distress = List.copyOf(distress);
  }

  /** A language of which no such words are known. */
  public LanguageReply(String code, String name, String reply) {
    this(code, name, reply, List.of());
  }
}
