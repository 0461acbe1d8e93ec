package dev.waymark.guide;

import java.util.List;

/**
 * What became of a step in a new edition, so that members keep their credit.
 *
 * @param edition the edition that changed it
 * @param id the step's id in the editions before
 * @param now the ids of the steps it became: one when it was renamed or merged, several when it was
 *     split, none when it was removed
 * @param note one sentence for members that says why; may be empty
 */
public record GuideChange(int edition, String id, List<String> now, String note) {

  public GuideChange {
    now = List.copyOf(now);
  }
}
