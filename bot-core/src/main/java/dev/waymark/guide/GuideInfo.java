package dev.waymark.guide;

import java.util.List;

/**
 * What a guide is, from its {@code guide.yaml}.
 *
 * @param id stable name of the guide
 * @param title what it is called
 * @param role the profession it leads to; empty when the guide does not say
 * @param language ISO 639-1 code of the language it is written in
 * @param version edition, from 1
 * @param reviewed ISO date of the last review; empty when the guide does not say
 * @param stopWords words of the guide's own title, which tell its sections apart too little
 * @param changes what became of steps of earlier editions
 */
public record GuideInfo(
    String id,
    String title,
    String role,
    String language,
    int version,
    String reviewed,
    List<String> stopWords,
    List<GuideChange> changes) {

  public GuideInfo {
    stopWords = List.copyOf(stopWords);
    changes = List.copyOf(changes);
  }

  /** When it was last reviewed, in words; empty when the guide does not say. */
  public String review() {
    return reviewed.isEmpty() ? "" : "reviewed " + reviewed;
  }

  /** A guide none of whose steps was ever renamed, split, merged or removed. */
  public GuideInfo(
      String id,
      String title,
      String role,
      String language,
      int version,
      String reviewed,
      List<String> stopWords) {
    this(id, title, role, language, version, reviewed, stopWords, List.of());
  }
}
